// An interview inside one's own company: the people who decide are met again tomorrow. What to say when they ask, and
// when not to decide anything. Pure.

import { addDays, dayOf, type Day, type TimeZone } from "./days.ts";
import { namedId } from "./planner/named-id.ts";
import type { Interviews } from "./schema.ts";
import type { Outcome } from "./words.ts";

/** True, short, and the end of the talk: a corridor is no place for more. */
const sentences: { readonly [outcome in Outcome]: string } = {
  waiting: "Yes, I applied. Nothing is decided yet, and I will tell you when it is.",
  offer: "There is an offer, and I am still thinking it over. I will tell you when it is settled.",
  no: "I applied, and it went to somebody else. I learned a lot, and I am glad I tried.",
  silence: "I have not heard back, so I am getting on with my own work.",
  withdrawn: "I looked into it and it was not the right step for me now.",
};

export function sentenceForColleagues({ outcome }: Pick<Interviews, "outcome">): string {
  return sentences[outcome ?? "waiting"];
}

/** The first week after an answer is a bad time to decide; the day before which one should not. */
export function noDecisionBefore(interview: Pick<Interviews, "outcome_at">, now: number, zone: TimeZone): Day | null {
  if (!interview.outcome_at) return null;
  const day = addDays(dayOf(interview.outcome_at, zone), 7);
  return dayOf(now, zone) < day ? day : null;
}

/** The talk with one's manager, as a line of a list. One an interview, whichever device puts it there. */
export const managerTalk = {
  idFor: (interview: string): string => namedId(interview, "manager-talk"),
  text: "Talk with your manager for fifteen minutes",
  why: "From you, it is a step you took. From the corridor, it is news about you.",
} as const;
