import { parentOf, type RowRef } from "../../model/belonging.ts";
import { dayMs, msOf } from "../../model/days.ts";
import type { CollectionName } from "../../model/schema.ts";
import type { Entry, Store, Trashed } from "../../store/store.ts";
import { kindOf, nameOf } from "./names.ts";

/** The server erases what has lain here longer. */
export const keptDays = 30;

export interface TrashedRow extends Trashed {
  readonly kind: string;
  readonly name: string;
  /** "of Thank and follow up": what it belonged to. Empty where it stood on its own. */
  readonly of: string;
  readonly daysLeft: number;
}

/** Answers that were taken back, not things: nobody looks for a score here, and the first ones are not to be seen. */
const answers: ReadonlySet<CollectionName> = new Set(["decision_parts", "decision_scores", "namesakes"]);

/** Newest first. What is past its days may still be here until the next sync, but can no longer be promised. */
export async function recentlyTrashed(store: Store, nowMs: number): Promise<readonly TrashedRow[]> {
  const rows = (await store.trashed()).filter(({ collection, entry }) => !answers.has(collection) && daysLeft(entry.trashed_at, nowMs) > 0);
  const parents = await readAll(store, rows.map(({ collection, entry }) => parentOf(collection, entry)));
  return rows.map((row) => {
    const { collection, entry } = row;
    const parent = parentOf(collection, entry);
    const known = parent && parents.get(keyOf(parent));
    const of = parent && known ? ` of ${nameOf(parent.collection, known)}` : "";
    return { ...row, kind: kindOf(collection), name: nameOf(collection, entry), of, daysLeft: daysLeft(entry.trashed_at, nowMs) };
  });
}

function daysLeft(trashedAt: string | null, nowMs: number): number {
  return trashedAt === null ? 0 : Math.min(keptDays, Math.ceil(keptDays - (nowMs - msOf(trashedAt)) / dayMs));
}

const keyOf = ({ collection, id }: RowRef): string => `${collection}/${id}`;

async function readAll(store: Store, refs: readonly (RowRef | null)[]): Promise<ReadonlyMap<string, Entry<CollectionName>>> {
  const ids = new Map<CollectionName, Set<string>>();
  for (const ref of refs) if (ref) ids.set(ref.collection, (ids.get(ref.collection) ?? new Set()).add(ref.id));
  const read = [...ids].map(async ([collection, wanted]) => {
    const rows = await store.getMany(collection, [...wanted]);
    return rows.map((row) => [keyOf({ collection, id: row.id }), row] as const);
  });
  return new Map((await Promise.all(read)).flat());
}
