// Out of sight until then: for one line, or for all that Today shows at once.

import { deviceZone, type Moment } from "../model/days.ts";
import { counted, nearMomentWords } from "../model/words.ts";
import type { Change } from "../store/store.ts";
import { perform } from "./undo.ts";

/** One write, one undo. */
export async function restItems(ids: readonly string[], until: Moment): Promise<void> {
  const when = nearMomentWords(until, Date.now(), deviceZone());
  const words = ids.length === 1 ? `Rests until ${when}` : `${counted(ids.length, "thing")} rest until ${when}`;
  const changes = ids.map((id): Change => ({ collection: "items", id, set: { snoozed_until: until } }));
  await perform(words, changes);
}
