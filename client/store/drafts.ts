// Rows and their marks, read and put back in one transaction.

import { unwrap } from "idb";
import { MARKS, VERSIONS, type Transaction } from "./database.ts";
import { draftOf, isDirty, keyOf, type Draft, type Marks, type Named } from "./marks.ts";
import { withOpenKey, type Row } from "./rows.ts";

/** From here on, asking how many there are is cheaper than asking for each: a first sync finds none. */
const MANY = 16;

/** The rows and marks named, each once, as this transaction sees them. */
export async function readDrafts(
  transaction: Transaction<"readwrite">,
  named: readonly Named[],
): Promise<Map<string, Draft>> {
  const ids = new Map<string, Set<string>>();
  for (const { collection, id } of named) ids.set(collection, (ids.get(collection) ?? new Set()).add(id));
  const read = await Promise.all([...ids].map(([collection, wanted]) => readOf(transaction, collection, [...wanted].sort())));
  return new Map(read.flat().map((draft) => [keyOf(draft.marks), draft]));
}

async function readOf(transaction: Transaction<"readwrite">, collection: string, ids: string[]): Promise<Draft[]> {
  const store = transaction.objectStore(collection);
  const [rows, marks] = await Promise.all([
    getEach<Row>(store, ids, (id) => id),
    getEach<Marks>(transaction.objectStore(MARKS as string), ids, (id) => [collection, id]),
  ]);
  return ids.map((id, index) => draftOf(collection, id, rows[index], marks[index]));
}

type ObjectStore = ReturnType<Transaction<"readwrite">["objectStore"]>;

/** `ids` ascending; undefined where there is nothing. */
async function getEach<T extends { readonly id: string }>(store: ObjectStore, ids: readonly string[], keyOfId: (id: string) => IDBValidKey): Promise<(T | undefined)[]> {
  if (ids.length >= MANY) {
    const range = IDBKeyRange.bound(keyOfId(ids[0]!), keyOfId(ids.at(-1)!));
    const there = await store.count(range);
    if (there === 0) return ids.map(() => undefined);
    // The undo of an import asks for thousands that lie side by side: one answer instead of one for each.
    if (there <= 2 * ids.length) {
      const byId = new Map(((await store.getAll(range)) as T[]).map((one) => [one.id, one]));
      return ids.map((id) => byId.get(id));
    }
  }
  return Promise.all(ids.map((id) => store.get(keyOfId(id)) as Promise<T | undefined>));
}

/** Row and marks together; a failure of either aborts the transaction, so no promise is made for each. */
export function putDraft(transaction: Transaction<"readwrite">, { collection, row, marks, hadMarks }: Draft): void {
  const raw = unwrap(transaction) as unknown as IDBTransaction;
  if (Object.keys(row.stamps).length > 0 || row.seq > 0) raw.objectStore(collection).put(withOpenKey(collection, row));
  if (isDirty(marks)) raw.objectStore(MARKS).put(marks);
  else if (hadMarks) raw.objectStore(MARKS).delete([marks.collection, marks.id]);
}

export function removeDraft(transaction: Transaction<"readwrite">, { collection, row, marks }: Draft): void {
  const raw = unwrap(transaction) as unknown as IDBTransaction;
  raw.objectStore(collection).delete(row.id);
  raw.objectStore(MARKS).delete([marks.collection, marks.id]);
  // What it held before goes with it: the trash was emptied.
  raw.objectStore(VERSIONS).delete(IDBKeyRange.bound([collection, row.id], [collection, row.id, []]));
}
