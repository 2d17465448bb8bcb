// Into the trash and out again. Nothing is deleted here; what lies in the trash is erased after 30 days.

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

/** Back to where it was; dates that moved on meanwhile are reckoned anew. */
export async function restore(collection: CollectionName, id: string): Promise<void> {
  await perform("Restored", [{ collection, id, set: { trashed_at: null } }, ...(await redatingOf(collection, id))]);
}

async function redatingOf(collection: CollectionName, id: string): Promise<readonly Change[]> {
  if (collection === "interviews") return redateAll(store.value, { kind: "interview", id }, {}, deviceZone());
  if (collection !== "checklists") return [];
  const list = await store.value.get("checklists", id);
  return list ? redateList(store.value, list, {}, deviceZone()) : [];
}
