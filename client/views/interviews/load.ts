// The interviews as the list shows them: open ones by what comes next, closed ones by when they closed.
import type { Entry, Store } from "../../store/store.ts";
import { groupBy } from "../../model/group-by.ts";
import { tagOf, type InterviewTag } from "./tag.ts";
import type { TimeZone } from "../../model/days.ts";
import { isWaiting } from "../../model/words.ts";

export interface InterviewRow {
  readonly interview: Entry<"interviews">;
  readonly tag: InterviewTag | null;
}

export interface InterviewRows {
  readonly open: readonly InterviewRow[];
  readonly closed: readonly InterviewRow[];
}

export async function loadInterviews(store: Store, nowMs: number, zone: TimeZone): Promise<InterviewRows> {
  const [interviews, rounds] = await Promise.all([store.all("interviews"), store.all("rounds")]);
  const roundsOf = groupBy(rounds, (round) => round.interview);
  const row = (interview: Entry<"interviews">): InterviewRow => ({
    interview,
    tag: tagOf(interview, roundsOf.get(interview.id) ?? [], nowMs, zone),
  });
  const open = interviews.filter(isWaiting).map(row).sort(byNextDate);
  const closed = interviews
    .filter((interview) => !isWaiting(interview))
    .sort(latestAnswerFirst)
    .map(row);
  return { open, closed };
}

/** What has a date first, the nearest before the farther; the rest by the latest talk. */
function byNextDate(a: InterviewRow, b: InterviewRow): number {
  const [nextA, nextB] = [a.tag?.atMs ?? null, b.tag?.atMs ?? null];
  if (nextA !== null && nextB !== null && nextA !== nextB) return nextA - nextB;
  if ((nextA === null) !== (nextB === null)) return nextA === null ? 1 : -1;
  return msOrZero(b.interview.held_at) - msOrZero(a.interview.held_at);
}

const latestAnswerFirst = (a: Entry<"interviews">, b: Entry<"interviews">): number =>
  msOrZero(b.outcome_at) - msOrZero(a.outcome_at);

const msOrZero = (moment: string | null): number => (moment === null ? 0 : Date.parse(moment));
