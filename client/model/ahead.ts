// What the arc of Today flies over: promised answers, agreed talks, and the days on which lines are due.

import type { Entry } from "../store/store.ts";
import { daysAhead, type Ahead } from "./arc.ts";
import { dayMs, dayOf, type Day, type TimeZone } from "./days.ts";
import { counted, roundWords } from "./words.ts";

/** What is due, and when; NaN: without a date. */
export interface Due {
  readonly dueMs: number;
}

/** What has a date in the arc's two weeks: promises and talks by company, lines by the day. */
export function ahead(
  lines: readonly Due[],
  waiting: readonly Entry<"interviews">[],
  talks: ReadonlyMap<string, Entry<"rounds">>,
  now: number,
  zone: TimeZone,
): Ahead[] {
  const expected = waiting.flatMap((interview): Ahead[] => {
    const company = interview.company ?? "They";
    const talk = talks.get(interview.id);
    if (talk?.held_at) {
      const kind = roundWords[talk.kind ?? "other"].toLowerCase();
      const day = dayOf(talk.held_at, zone);
      return [{ day, kind: "talk", label: `${shortName(company)}, ${kind}`, words: `${kind} at ${company}` }];
    }
    if (!interview.promised_at) return [];
    const day = dayOf(interview.promised_at, zone);
    return [{ day, kind: "promise", label: `${shortName(company)} answers`, words: `${company} answers` }];
  });
  return [...expected, ...dueDays(lines, now, zone)];
}

/** The lines of a day are one thing on the arc. */
function dueDays(lines: readonly Due[], now: number, zone: TimeZone): Ahead[] {
  const counts = new Map<Day, number>();
  for (const { dueMs } of lines) {
    // In order of time: what follows lies beyond the arc, or has no date.
    if (!(dueMs < now + daysAhead * dayMs)) break;
    if (dueMs < now) continue;
    const day = dayOf(dueMs, zone);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return [...counts].map(([day, count]) => {
    const things = counted(count, "thing");
    return { day, kind: "due", label: things, words: `${things} due` };
  });
}

/** "Ostara" for Ostara Rail, "Fenn & Lowe" whole, "The Guardian" too: as much of a name as fits under the arc. */
function shortName(company: string): string {
  const words = company.split(/\s+/);
  const joined = /^(&|\+|and|und|et)$/i.test(words[1] ?? "");
  const count = joined ? 3 : (words[0] ?? "").length <= 3 ? 2 : 1;
  const name = words.slice(0, count).join(" ").replace(/,$/, "");
  return name.length <= 14 ? name : `${name.slice(0, 13)}…`;
}
