// Two devices may have answered differently, each without a network. After a sync brought rows, the plan is asked again
// for the answer that stands: it changes nothing where all is well, and every device comes to the same plan by itself.

import { dayMs, msOf } from "../model/days.ts";
import { isWaiting } from "../model/words.ts";
import type { Entry, Store } from "../store/store.ts";
import { keepPlan } from "./outcome.ts";

/** Older answers were put in order long ago. */
const recentMs = 60 * dayMs;
/** A first sync may bring hundreds; the others keep what the device that answered has planned. */
const most = 40;

/** Puts the plans of the latest answers in order, one after the other. */
export async function keepPlans(from: Store): Promise<void> {
  const [interviews, lists] = await Promise.all([from.all("interviews"), from.all("checklists")]);
  const begunFor = new Set(lists.filter(isBegunByPlan).map((list) => list.subject_id));
  // Waiting, though lists of an answer are here: somebody took the answer back while another device kept it.
  const takenBack = interviews.filter((interview) => isWaiting(interview) && begunFor.has(interview.id));
  for (const { id } of [...takenBack, ...latestAnswers(interviews)].slice(0, most)) await keepPlan(from, id);
}

/** Ids of planned lists follow from names, and say so: version 5 of a UUID (planner/named-id.ts). */
function isBegunByPlan({ id }: Entry<"checklists">): boolean {
  return id[14] === "5";
}

function latestAnswers(interviews: readonly Entry<"interviews">[]): Entry<"interviews">[] {
  const since = Date.now() - recentMs;
  const at = ({ outcome_at }: Entry<"interviews">): number => (outcome_at === null ? NaN : msOf(outcome_at));
  return interviews.filter((interview) => at(interview) >= since).sort((a, b) => at(b) - at(a));
}
