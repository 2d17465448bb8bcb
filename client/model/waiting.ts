// What one waits for: the interviews without an answer, and the talk or the promised date that comes next.

import type { Entry } from "../store/store.ts";
import { dayOf, msOf, type Day, type TimeZone } from "./days.ts";
import { dateWords, roundWords } from "./words.ts";

export interface WaitingFor {
  readonly interview: Entry<"interviews">;
  /** "Planning manager. They said by Fri 27 Nov." */
  readonly words: string;
}

/** The next talk of each interview that still lies ahead. */
export function nextTalks(rounds: readonly Entry<"rounds">[], now: number): Map<string, Entry<"rounds">> {
  const talks = new Map<string, Entry<"rounds">>();
  for (const round of rounds) {
    if (!round.interview || !round.held_at || msOf(round.held_at) <= now) continue;
    const known = talks.get(round.interview)?.held_at;
    if (!known || msOf(round.held_at) < msOf(known)) talks.set(round.interview, round);
  }
  return talks;
}

/** The nearest date first; those without one by when the talk was, the latest first. */
export function waitingFor(
  interviews: readonly Entry<"interviews">[],
  talks: ReadonlyMap<string, Entry<"rounds">>,
  now: number,
  zone: TimeZone,
): WaitingFor[] {
  const today = dayOf(now, zone);
  const expected = (interview: Entry<"interviews">): number => {
    const next = talks.get(interview.id)?.held_at ?? interview.promised_at;
    return next ? msOf(next) : Infinity;
  };
  const held = (interview: Entry<"interviews">): number => (interview.held_at ? msOf(interview.held_at) : 0);
  return interviews
    .toSorted((a, b) => (expected(a) === expected(b) ? held(b) - held(a) : expected(a) - expected(b)))
    .map((interview) => ({ interview, words: waitingWords(interview, talks.get(interview.id), today, zone) }));
}

function waitingWords(
  { role, promised_at, held_at }: Entry<"interviews">,
  talk: Entry<"rounds"> | undefined,
  today: Day,
  zone: TimeZone,
): string {
  const parts = role ? [role] : [];
  if (talk?.held_at) parts.push(`${roundWords[talk.kind ?? "other"]} ${dateWords(talk.held_at, zone, today)}`);
  else if (promised_at) parts.push(`They said by ${dateWords(promised_at, zone, today)}`);
  else if (held_at) parts.push(`You spoke on ${dateWords(held_at, zone, today)}`);
  return parts.length > 0 ? `${parts.join(". ")}.` : "";
}
