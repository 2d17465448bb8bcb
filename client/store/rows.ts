// A row as it is kept in IndexedDB, and as views see it (an entry). Knows nothing of databases.

import type { Stamp } from "../model/clock.ts";
import type { Past, Value } from "../model/merge.ts";
import { schema, type CollectionName, type FieldKind, type FieldSpec, type FieldsOf } from "../model/schema.ts";

export interface Row {
  readonly id: string;
  /** The row's place in the server's order; 0: the server does not have it yet. */
  seq: number;
  /** In which pull from the beginning the server last showed it (see sync/recovery.ts). */
  round: number;
  /** Written fields only, also those this version of the app does not know: a newer one will. */
  fields: Record<string, Value>;
  stamps: Record<string, Stamp>;
  past?: Record<string, Past>;
  /** Items that are still to do: when. Absent otherwise, so the index holds nothing else. */
  open?: string;
}

export type Entry<C extends CollectionName> = Readonly<FieldsOf[C]> & { readonly id: string };

/** After every date: lines without one come last. */
const UNDATED = "~";

export const collectionNames = Object.keys(schema) as CollectionName[];

export function isCollection(name: string): name is CollectionName {
  return Object.hasOwn(schema, name);
}

export function blankRow(id: string): Row {
  return { id, seq: 0, round: 0, fields: {}, stamps: {} };
}

/** Fields of a newer server are taken for scalars; they are never written here, so it does not matter. */
export function kindOf(collection: string, field: string): FieldKind {
  return isCollection(collection) ? (fieldsOf(collection)[field]?.kind ?? "scalar") : "scalar";
}

function fieldsOf(collection: CollectionName): Readonly<Record<string, FieldSpec | undefined>> {
  return schema[collection];
}

export function textFieldsOf(collection: string): readonly string[] {
  return isCollection(collection)
    ? Object.keys(schema[collection]).filter((field) => kindOf(collection, field) === "text")
    : [];
}

/** An entry of each collection with nothing in it. To copy one is several times faster than to add field by field. */
const blankEntries = Object.fromEntries(
  collectionNames.map((name) => [name, Object.fromEntries([["id", ""], ...Object.keys(schema[name]).map((field) => [field, null])])]),
) as Readonly<Record<CollectionName, Readonly<Record<string, Value>>>>;

export function entryOf<C extends CollectionName>(collection: C, { id, fields }: Row): Entry<C> {
  const entry: Record<string, Value> = { ...blankEntries[collection], id };
  for (const field in fields) if (Object.hasOwn(schema[collection], field)) entry[field] = fields[field]!;
  return entry as unknown as Entry<C>;
}

export function isTrashed(row: Row): boolean {
  return (row.fields.trashed_at ?? null) !== null;
}

/** Keeps the computed index key true; called before every put. */
export function withOpenKey(collection: string, row: Row): Row {
  if (collection !== "items") return row;
  const { done_at, skipped_at, trashed_at, snoozed_until, due_at } = row.fields as Record<string, string | null | undefined>;
  if (done_at || skipped_at || trashed_at) delete row.open;
  else row.open = snoozed_until ?? due_at ?? UNDATED;
  return row;
}

export function isSameValue(one: Value, other: Value): boolean {
  if (one === other) return true;
  return typeof one === "object" && typeof other === "object" && JSON.stringify(one) === JSON.stringify(other);
}

/** RFC 3339 in UTC: without a fraction when it is zero. One text for each moment. */
export function momentOf(millis: number): string {
  return new Date(millis).toISOString().replace(".000Z", "Z");
}
