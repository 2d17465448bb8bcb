// The rows a plan reads and writes: a copy over which changes are laid, which then gives the changes and their undo.

import type { Change, Entry } from "../../store/store.ts";
import type { Moment } from "../days.ts";
import type { FieldsOf } from "../schema.ts";

type Kept = "interviews" | "checklists" | "items";

interface Row {
  readonly collection: Kept;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly set: Record<string, unknown>;
}

export class Sheet {
  readonly #rows = new Map<string, Row>();

  constructor(rows: { readonly [collection in Kept]: readonly Entry<collection>[] }) {
    for (const collection of ["interviews", "checklists", "items"] as const) {
      for (const before of rows[collection]) this.#rows.set(before.id, { collection, before: { ...before }, set: {} });
    }
  }

  /** Every row of a collection as it will be. Fields a new row does not name are null. */
  all<C extends Kept>(collection: C): Entry<C>[] {
    return [...this.#rows].filter(([, row]) => row.collection === collection).map(([id, row]) => entryOf<C>(id, row));
  }

  get<C extends Kept>(collection: C, id: string): Entry<C> | null {
    const row = this.#rows.get(id);
    return row?.collection === collection ? entryOf<C>(id, row) : null;
  }

  /**
   * Only what really changes is kept; what is set back to what it was is no change. Of a row that is not here, an empty
   * field is written, too: another device may have the row, and have put it in the trash.
   */
  write<C extends Kept>(collection: C, id: string, set: Partial<FieldsOf[C]>): void {
    let row = this.#rows.get(id);
    if (!row) this.#rows.set(id, (row = { collection, before: null, set: {} }));
    for (const [field, value] of Object.entries(set)) {
      if (row.before && (row.before[field] ?? null) === value) delete row.set[field];
      else row.set[field] = value;
    }
  }

  /** Lists before their lines. */
  changes(): Change[] {
    const changed = [...this.#rows].filter(([, { set }]) => Object.keys(set).length > 0);
    return changed.map(([id, { collection, set }]) => ({ collection, id, set: { ...set } })).sort(byCollection);
  }

  /** What puts every changed row back; rows that were not there go to the trash. */
  undo(at: Moment): Change[] {
    const changed = [...this.#rows].filter(([, { set }]) => Object.keys(set).length > 0);
    const back = changed.map(([id, { collection, before, set }]): Change => {
      if (!before) return { collection, id, set: { trashed_at: at } };
      const fields = Object.keys(set).map((field) => [field, before[field] ?? null] as const);
      return { collection, id, set: Object.fromEntries(fields) };
    });
    return back.sort(byCollection);
  }
}

function entryOf<C extends Kept>(id: string, { collection, before, set }: Row): Entry<C> {
  return { ...blank[collection], ...before, ...set, id } as unknown as Entry<C>;
}

/** The fields a plan reads of rows it has just made. */
const blank: { readonly [collection in Kept]: Readonly<Record<string, null>> } = {
  interviews: {},
  checklists: { archived_at: null, trashed_at: null },
  items: {
    note: null,
    due_rule: null,
    due_at: null,
    snoozed_until: null,
    done_at: null,
    skipped_at: null,
    trashed_at: null,
  },
};

const rank: { readonly [collection: string]: number } = { interviews: 0, checklists: 1, items: 2 };

function byCollection(a: Change, b: Change): number {
  return rank[a.collection]! - rank[b.collection]!;
}
