// What rows held before, on this device: written in the transaction that replaces it, thinned there and then
// (model/versions.ts), read without a network. What other devices replaced is on the server.

import { unwrap } from "idb";
import { keptAt, losesWords, outgrown, shortValueName, type Earlier } from "../model/versions.ts";
import type { Stamp } from "../model/clock.ts";
import type { Database, Transaction } from "./database.ts";
import { VERSIONS } from "./database.ts";
import type { Draft } from "./marks.ts";
import { isCollection, isTrashed, kindOf, type Row } from "./rows.ts";

export interface Kept extends Earlier {
  readonly collection: string;
  readonly id: string;
}

/** What a row held before it was edited, of the fields named. */
export interface Before {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly stamps: Readonly<Record<string, Stamp>>;
}

export function before({ row }: Draft): Before {
  return { fields: { ...row.fields }, stamps: { ...row.stamps } };
}

/** The values an edit of these fields replaced, if somebody may want them back. */
export function replaced({ collection, row }: Draft, was: Before, names: readonly string[], nowMs: number): Kept[] {
  return names.flatMap((field) => {
    const [value, stamp] = [was.fields[field] ?? null, was.stamps[field]];
    if (stamp === undefined || stamp === row.stamps[field] || !isWorthKeeping(collection, field, value, row)) return [];
    return [{ collection, id: row.id, field, value, stamp, kept_at: keptAt(nowMs) }];
  });
}

function isWorthKeeping(collection: string, field: string, value: unknown, row: Row): boolean {
  if (value === null || value === "") return false;
  if (kindOf(collection, field) !== "text") return isCollection(collection) && shortValueName(collection, field) !== undefined;
  return losesWords(value as string, (row.fields[field] ?? "") as string);
}

/** Keeps them, and lets go of what they outgrow. */
export async function keepEarlier(transaction: Transaction<"readwrite">, kept: readonly Kept[], nowMs: number): Promise<void> {
  const store = transaction.objectStore(VERSIONS);
  for (const one of kept) {
    void store.put(one).catch(() => undefined);
    const all = (await store.getAll(ofField(one))) as Kept[];
    for (const stamp of outgrown(all, nowMs, kindOf(one.collection, one.field) === "text")) {
      void store.delete([one.collection, one.id, one.field, stamp]).catch(() => undefined);
    }
  }
}

const ofRow = ({ collection, id }: Pick<Kept, "collection" | "id">) => IDBKeyRange.bound([collection, id], [collection, id, []]);
const ofField = ({ collection, id, field }: Kept) => IDBKeyRange.bound([collection, id, field], [collection, id, field, []]);

export async function readEarlier(transaction: Transaction, collection: string, id: string): Promise<readonly Kept[]> {
  return (await transaction.objectStore(VERSIONS).getAll(ofRow({ collection, id }))) as Kept[];
}

/** The server emptied the trash, and the row stays for a mark's sake: what it held before goes with what it held. */
export function forgetErased(transaction: Transaction<"readwrite">, { collection, row }: Draft): void {
  const isErased = isTrashed(row) && Object.entries(row.fields).every(([name, value]) => name === "trashed_at" || value === null);
  if (isErased) (unwrap(transaction) as unknown as IDBTransaction).objectStore(VERSIONS).delete(ofRow({ collection, id: row.id }));
}

const AT_ONCE = 500;

/** From the database without an account into the account's. Copied before it is removed; a copy twice is the same. */
export async function adoptEarlier(from: Database, into: Database): Promise<void> {
  for (;;) {
    const some = await from.run([VERSIONS], "readonly", (transaction) => transaction.objectStore(VERSIONS).getAll(null, AT_ONCE) as Promise<Kept[]>);
    if (some.length === 0) return;
    await into.run([VERSIONS], "readwrite", async (transaction) => {
      for (const one of some) await transaction.objectStore(VERSIONS).put(one);
    });
    await from.run([VERSIONS], "readwrite", async (transaction) => {
      for (const { collection, id, field, stamp } of some) await transaction.objectStore(VERSIONS).delete([collection, id, field, stamp]);
    });
  }
}
