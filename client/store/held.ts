// Edits that could not be stored: kept in memory, in order, and shown as if they had been. They are written again as
// they were said (`Change`), so what else happened to the rows meanwhile is merged, not pasted over.

import { draftOf, type Draft } from "./marks.ts";
import { withOpenKey, type Row } from "./rows.ts";
import type { Change } from "./store.ts";

export class Held {
  #changes: Change[] = [];
  readonly #drafts = new Map<string, Map<string, Draft>>();

  get changes(): readonly Change[] {
    return this.#changes;
  }

  /** How many rows wait. */
  get size(): number {
    return [...this.#drafts.values()].reduce((sum, drafts) => sum + drafts.size, 0);
  }

  add(change: Change): void {
    this.#changes.push(change);
  }

  /** The row as held, or a copy made from the stored one. */
  draft(collection: string, id: string, stored: Row | undefined): Draft {
    const drafts = this.#drafts.get(collection) ?? new Map<string, Draft>();
    this.#drafts.set(collection, drafts);
    const draft = drafts.get(id) ?? draftOf(collection, id, stored, undefined);
    drafts.set(id, draft);
    return draft;
  }

  row(collection: string, id: string): Row | undefined {
    const draft = this.#drafts.get(collection)?.get(id);
    return draft && withOpenKey(collection, draft.row);
  }

  rowsOf(collection: string): ReadonlyMap<string, Row> {
    const drafts = [...(this.#drafts.get(collection) ?? [])];
    return new Map(drafts.map(([id, draft]) => [id, withOpenKey(collection, draft.row)]));
  }

  /** The first `count` changes were stored after all. */
  clear(count: number): void {
    this.#changes = this.#changes.slice(count);
    if (this.#changes.length === 0) this.#drafts.clear();
  }
}
