// The talk with one's manager goes on a list of the interview, for the next working day.

import { addBusinessDays, dayOf, deviceZone, momentAt, momentNow } from "../model/days.ts";
import { managerTalk } from "../model/inside.ts";
import { byPosition, positionAtEnd } from "../model/order.ts";
import { store } from "../store/current.ts";
import { daysOffOf } from "../store/days-off.ts";
import { perform } from "./undo.ts";

export async function planManagerTalk(interview: string): Promise<void> {
  const lists = (await store.value.by("checklists", "subject_id", interview)).filter((list) => list.archived_at === null);
  // The list begun last is the one the person is at.
  const list = lists.sort(byPosition).at(-1);
  if (!list) return;
  const zone = deviceZone();
  const set = {
    checklist: list.id,
    text: managerTalk.text,
    why: managerTalk.why,
    due_rule: null,
    due_at: momentAt(addBusinessDays(dayOf(momentNow(), zone), 1, await daysOffOf(store.value)), 9, 0, zone),
    position: positionAtEnd(await store.value.by("items", "checklist", list.id)),
    done_at: null,
    skipped_at: null,
    trashed_at: null,
  };
  await perform(`Added to ${list.title ?? "a list"}`, [{ collection: "items", id: managerTalk.idFor(interview), set }]);
}
