// Two people who look like one: the person says so once, and is asked again on none of their devices.

import { namesakeId } from "../model/people/duplicates.ts";
import type { Known } from "./people.ts";
import { perform } from "./undo.ts";

export async function tellApart(one: Known, other: Known): Promise<void> {
  const set = { one: one.id, other: other.id, trashed_at: null };
  const words = `Two people: ${one.name ?? other.name ?? "somebody"}`;
  await perform(words, [{ collection: "namesakes", id: namesakeId(one.id, other.id), set }]);
}
