// How often one means to be in touch with somebody, and who is due for a word.

import { addDays, dayMs, dayOf, daysBetween, msOf, type Day, type TimeZone } from "../days.ts";
import type { People } from "../schema.ts";
import { numberWord } from "../words.ts";
import type { Contact } from "./contacts.ts";
import { rankOf } from "./levels.ts";

export const usualCadences = [2, 4, 8, 12] as const;

export const longestCadence = 52;

/** "Every two weeks." */
export function cadenceWords(weeks: number): string {
  return weeks === 1 ? "every week" : `every ${numberWord(weeks)} weeks`;
}

/** Whole weeks from what was typed; null for what is no cadence. */
export function cadenceTyped(text: string): number | null {
  const weeks = /^(\d{1,2}) ?(?:w|weeks?)?$/i.exec(text.trim())?.[1];
  const count = Number(weeks);
  return weeks !== undefined && count >= 1 && count <= longestCadence ? count : null;
}

type Person = Pick<People, "level" | "relation" | "cadence_weeks"> & { readonly id: string };

export interface Due<P> {
  readonly person: P;
  readonly last: Contact | null;
  /** How many whole cadences and parts of one have passed since they were due. */
  readonly turnsLate: number;
}

/** Somebody forgotten for years must not stand above everybody else for years. */
const mostTurnsLate = 3;

/**
 * Who is due, the first to greet first. Two things count. How late, in the person's own measure: two weeks too long are
 * a whole turn of somebody seen every two weeks, and a sixth of one of somebody seen every twelve. And how much they can
 * speak for the person: each level weighs a quarter more than the one below, and whoever is boss, trusted or a referrer
 * a quarter more again. Urgency is (1 + turns late, three at most) × weight: a director on their day comes before a
 * peer on theirs, and a peer whose turn was missed twice before either. Equal ones: the longest unseen first.
 */
export function duePeople<P extends Person>(
  people: readonly P[],
  last: ReadonlyMap<string, Contact>,
  nowMs: number,
  zone: TimeZone,
): Due<P>[] {
  const today = dayOf(nowMs, zone);
  const due = people.flatMap((person): Due<P>[] => {
    const contact = last.get(person.id) ?? null;
    const turnsLate = lateness(person, contact, { nowMs, today, zone });
    return turnsLate === null ? [] : [{ person, last: contact, turnsLate }];
  });
  const seenMs = ({ last: contact }: Due<P>): number => (contact === null ? 0 : msOf(contact.at));
  const byUrgency = due.map((one) => ({ one, urgency: urgencyOf(one), seen: seenMs(one) }));
  byUrgency.sort((a, b) => b.urgency - a.urgency || a.seen - b.seen || (a.one.person.id < b.one.person.id ? -1 : 1));
  return byUrgency.map(({ one }) => one);
}

export function urgencyOf({ person, turnsLate }: Due<Person>): number {
  return (1 + Math.min(turnsLate, mostTurnsLate)) * weightOf(person);
}

/** 1 for a peer or somebody of unknown level, 2 for an executive. */
export function weightOf({ level, relation }: Pick<Person, "level" | "relation">): number {
  return 1 + (level === null ? 0 : rankOf(level) / 4) + (relation === null ? 0 : 1 / 4);
}

interface Clock {
  readonly nowMs: number;
  readonly today: Day;
  readonly zone: TimeZone;
}

/** Null: not due. Somebody one has never spoken with is due as soon as there is a cadence, and not late. */
function lateness({ cadence_weeks: weeks }: Person, last: Contact | null, { nowMs, today, zone }: Clock): number | null {
  if (weeks === null) return null;
  if (last === null) return 0;
  // Days are dear to reckon, and most people are far from due: two days cover every zone and change of clocks.
  if (nowMs - msOf(last.at) < (7 * weeks - 2) * dayMs) return null;
  const over = daysBetween(addDays(dayOf(last.at, zone), 7 * weeks), today);
  return over < 0 ? null : over / (7 * weeks);
}

/** The day they are due again; null without a cadence. */
export function nextDay(weeks: number | null, last: Contact | null, zone: TimeZone): Day | null {
  return weeks === null || last === null ? null : addDays(dayOf(last.at, zone), 7 * weeks);
}
