// Who knows you, by level, at the end of each of the last months. Somebody knows you from the first talk, message or
// meeting that was noted with them; somebody who only stands in the list does not yet. Pure.

import { addDays, dayOf, firstOfNextMonth, msOf, type TimeZone } from "../days.ts";
import { groupBy } from "../group-by.ts";
import { addresseesIn } from "../messages/kept.ts";
import type { Attendances, Interviews, Messages, People, Rounds, Touches } from "../schema.ts";
import { capital, monthWords, numberWord } from "../words.ts";

export type PersonLevel = NonNullable<People["level"]>;

/** From the top. */
export const personLevels = ["executive", "director", "manager", "lead", "peer"] as const satisfies readonly PersonLevel[];

export const personLevelNames: { readonly [level in PersonLevel]: string } = {
  executive: "Executives",
  director: "Directors",
  manager: "Managers",
  lead: "Leads",
  peer: "Peers",
};

const higher: readonly PersonLevel[] = ["executive", "director"];

export interface Month {
  /** "June" */
  readonly name: string;
  readonly counts: { readonly [level in PersonLevel]: number };
  /** Directors and above. */
  readonly higher: number;
}

export interface Reach {
  /** The oldest first, the month that is not over yet last. */
  readonly months: readonly Month[];
  /** How many know you at all, of any level or none. */
  readonly known: number;
}

export interface Journal {
  readonly people: readonly (Pick<People, "level"> & { readonly id: string })[];
  readonly touches: readonly Pick<Touches, "person" | "at">[];
  readonly messages: readonly Pick<Messages, "to" | "cc" | "sent_at">[];
  readonly attendances: readonly Pick<Attendances, "person" | "interview" | "round">[];
  readonly interviews: readonly (Pick<Interviews, "held_at"> & { readonly id: string })[];
  readonly rounds: readonly (Pick<Rounds, "held_at"> & { readonly id: string })[];
}

const shownMonths = 6;

export function reachOf(journal: Journal, nowMs: number, zone: TimeZone): Reach {
  const since = knownSince(journal, nowMs);
  const today = dayOf(nowMs, zone);
  const days = new Map([...since].map(([id, ms]) => [id, dayOf(ms, zone)]));
  const known = journal.people.filter(({ id }) => days.has(id));
  const byLevel = groupBy(known, ({ level }) => level);
  const months = Array.from({ length: shownMonths }, (_, index): Month => {
    const first = firstOfNextMonth(today, index - shownMonths + 1);
    const last = addDays(firstOfNextMonth(first, 1), -1);
    const count = (level: PersonLevel) => (byLevel.get(level) ?? []).filter(({ id }) => days.get(id)! <= last).length;
    const counts = Object.fromEntries(personLevels.map((level) => [level, count(level)])) as Month["counts"];
    return { name: monthWords(first), counts, higher: higher.reduce((sum, level) => sum + counts[level], 0) };
  });
  return { months, known: known.length };
}

/** By person, when they first met or wrote. */
function knownSince({ touches, messages, attendances, interviews, rounds }: Journal, nowMs: number): Map<string, number> {
  const heldAt = new Map([...interviews, ...rounds].map(({ id, held_at }) => [id, held_at]));
  const since = new Map<string, number>();
  const note = (person: string | null, at: string | null | undefined): void => {
    if (person === null || !at) return;
    const ms = msOf(at);
    if (ms <= nowMs && ms < (since.get(person) ?? Infinity)) since.set(person, ms);
  };
  for (const { person, at } of touches) note(person, at);
  for (const { to, cc, sent_at } of messages) {
    if (sent_at) for (const { id } of [...addresseesIn(to), ...addresseesIn(cc)]) note(id ?? null, sent_at);
  }
  for (const { person, interview, round } of attendances) note(person, heldAt.get(round ?? "") ?? heldAt.get(interview ?? ""));
  return since;
}

/** "Directors and above: two now, none in June." */
export function reachSentence({ months }: Reach): string {
  const now = months.at(-1)!;
  const then = months[0]!;
  if (now.higher === 0) return "Nobody above a manager yet. One hello is a beginning.";
  const count = (higherCount: number): string => (higherCount === 0 ? "none" : numberWord(higherCount));
  if (now.higher === then.higher) return `Directors and above: ${count(now.higher)}, as in ${then.name}.`;
  return `Directors and above: ${count(now.higher)} now, ${count(then.higher)} in ${then.name}.`;
}

/** "1 executive, 1 director, 3 managers.": everybody who knows you now. */
export function levelsSentence({ months }: Reach): string {
  const { counts } = months.at(-1)!;
  const parts = personLevels.filter((level) => counts[level] > 0).map((level) => `${counts[level]} ${nameFor(level, counts[level])}`);
  return parts.length === 0 ? "" : `${capital(parts.join(", "))}.`;
}

function nameFor(level: PersonLevel, count: number): string {
  const many = personLevelNames[level].toLowerCase();
  return count === 1 ? many.slice(0, -1) : many;
}
