// A store of plain rows, for what only reads: quick, and it counts what was asked of it.

import { schema, type CollectionName, type FieldsOf } from "../../client/model/schema.ts";
import type { Entry, Store } from "../../client/store/store.ts";

type Rows = { readonly [C in CollectionName]?: readonly (Partial<FieldsOf[C]> & { readonly id: string })[] };

export interface ReadingStore extends Store {
  /** "all interviews", "openItems" … in the order asked. */
  readonly asked: readonly string[];
}

export function storeOf(given: Rows): ReadingStore {
  const asked: string[] = [];
  const rowsOf = <C extends CollectionName>(collection: C): Entry<C>[] =>
    (given[collection] ?? []).map((row) => ({ ...blank(collection), ...row }) as Entry<C>);
  const kept = <C extends CollectionName>(collection: C): Entry<C>[] => rowsOf(collection).filter((row) => !row.trashed_at);
  const refuse = (): never => {
    throw new Error("this store is only read");
  };
  return {
    name: "memory",
    asked,
    async get(collection, id) {
      asked.push(`get ${collection}`);
      return rowsOf(collection).find((row) => row.id === id);
    },
    async getMany(collection, ids) {
      asked.push(`getMany ${collection}`);
      const wanted = new Set(ids);
      return rowsOf(collection).filter((row) => wanted.has(row.id));
    },
    async all(collection) {
      asked.push(`all ${collection}`);
      return kept(collection);
    },
    async *pages(collection) {
      asked.push(`pages ${collection}`);
      yield kept(collection);
    },
    async by(collection, field, key) {
      asked.push(`by ${collection}`);
      return kept(collection).filter((row) => row[field as keyof typeof row] === key);
    },
    async openItems() {
      asked.push("openItems");
      const when = (item: Entry<"items">): string => item.snoozed_until ?? item.due_at ?? "~";
      return kept("items").filter((item) => !item.done_at && !item.skipped_at).sort((a, b) => (when(a) < when(b) ? -1 : 1));
    },
    async merged() {
      const gone = rowsOf("people").filter((row) => row.trashed_at && row.merged_into);
      return new Map(gone.map(({ id, merged_into }) => [id, merged_into!]));
    },
    trashed: refuse,
    everything: refuse,
    earlier: refuse,
    write: refuse,
    subscribe: refuse,
    unsentCount: refuse,
    close: refuse,
    destroy: refuse,
  };
}

function blank(collection: CollectionName): Record<string, null> {
  return Object.fromEntries(Object.keys(schema[collection]).map((field) => [field, null]));
}
