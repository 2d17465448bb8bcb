// What an undo may still take back. Pure.
//
// A short value goes back to what it was only while it is what the write left; a text is merged, so words typed since
// stay. Something new is taken back only while all of it is as it was made: else it, and all that was made with it,
// stays, because what somebody has gone on with is not a slip.

import { schema, type CollectionName, type FieldSpec } from "./schema.ts";

/** What undoes one change of one row. `left`: what the change left there; of a new row, all that it wrote. */
export interface Inverse {
  readonly collection: CollectionName;
  readonly id: string;
  readonly set: Readonly<Record<string, unknown>>;
  readonly basis?: Readonly<Record<string, string | null>>;
  readonly left?: Readonly<Record<string, unknown>>;
}

export interface TakenBack {
  readonly changes: readonly Inverse[];
  /** Nothing had to stay. */
  readonly isWhole: boolean;
}

/** `rows` by "collection/id": as they are now. */
export function takeBack(inverse: readonly Inverse[], rows: ReadonlyMap<string, object>): TakenBack {
  const rowOf = ({ collection, id }: Inverse) => (rows.get(`${collection}/${id}`) ?? {}) as Readonly<Record<string, unknown>>;
  const isMoved = (change: Inverse, field: string) => {
    const { left = {} } = change;
    return Object.hasOwn(left, field) && !isSame(rowOf(change)[field] ?? null, left[field] ?? null);
  };
  const made = inverse.filter(isOfSomethingNew);
  const hasGrown = made.some((change) => Object.keys(change.left ?? {}).some((field) => isMoved(change, field)));
  let isWhole = !hasGrown;
  const changes: Inverse[] = [];
  for (const change of hasGrown ? [] : inverse) {
    const fields = Object.keys(change.set).filter((field) => isText(change.collection, field) || !isMoved(change, field));
    if (fields.length < Object.keys(change.set).length) isWhole = false;
    if (fields.length > 0) changes.push({ ...change, set: Object.fromEntries(fields.map((field) => [field, change.set[field]])) });
  }
  return { changes, isWhole };
}

/** It only puts a row into the trash that the change had made. */
function isOfSomethingNew({ set, left = {} }: Inverse): boolean {
  return (set["trashed_at"] ?? null) !== null && Object.keys(left).some((field) => !Object.hasOwn(set, field));
}

function isText(collection: CollectionName, field: string): boolean {
  return (schema[collection] as Readonly<Record<string, FieldSpec | undefined>>)[field]?.kind === "text";
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || (typeof one === "object" && typeof other === "object" && JSON.stringify(one) === JSON.stringify(other));
}
