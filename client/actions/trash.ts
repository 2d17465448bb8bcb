// Into the trash and out again. Nothing is deleted here; what lies in the trash is erased after 30 days.

import { parentOf, type RowRef } from "../model/belonging.ts";
import { deviceZone, momentNow } from "../model/days.ts";
import type { CollectionName } from "../model/schema.ts";
import { store } from "../store/current.ts";
import type { Change } from "../store/store.ts";
import { redateAll, redateList } from "./redating.ts";
import { perform } from "./undo.ts";

/** The snackbar's words for anything that goes to the trash. */
const trashWords = "Moved to the trash for 30 days";

export async function trash(collection: CollectionName, id: string): Promise<void> {
  await perform(trashWords, [{ collection, id, set: { trashed_at: momentNow() } }]);
}

/**
 * Back to where it was, with what it belongs to: a line of a list that is in the trash, too, would not be seen again
 * alone. Dates that moved on meanwhile are reckoned anew.
 */
export async function restore(collection: CollectionName, id: string): Promise<void> {
  const rows = await withParents({ collection, id });
  const changes = await Promise.all(
    rows.map(async (row): Promise<readonly Change[]> => [{ ...row, set: { trashed_at: null } }, ...(await redatingOf(row))]),
  );
  await perform(rows.length > 1 ? "Restored, with what it belongs to" : "Restored", changes.flat());
}

/** The row, and those above it that are in the trash. */
async function withParents(ref: RowRef): Promise<readonly RowRef[]> {
  const found: RowRef[] = [ref];
  for (let row = await store.value.get(ref.collection, ref.id), at = ref; row; ) {
    const parent = parentOf(at.collection, row);
    if (!parent || found.some(({ id }) => id === parent.id)) break;
    row = await store.value.get(parent.collection, parent.id);
    at = parent;
    if (row?.trashed_at) found.push(parent);
  }
  return found;
}

async function redatingOf({ collection, id }: RowRef): Promise<readonly Change[]> {
  if (collection === "interviews") return redateAll(store.value, { kind: "interview", id }, {}, deviceZone());
  if (collection !== "checklists") return [];
  const list = await store.value.get("checklists", id);
  return list ? redateList(store.value, list, {}, deviceZone()) : [];
}
