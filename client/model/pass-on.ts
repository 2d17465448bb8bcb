// Passing a win on: who knows of it, what its row says, and the calm words before it leaves. Pure.
//
// Three things spoil a good word on its way up: it goes round the boss, it comes in a bunch, or it comes late. Each is
// said in one line, once, and nothing is forbidden.

import { daysBetween, dayOf, isDay, type Day, type TimeZone } from "./days.ts";
import { firstName, inSentence } from "./messages/names.ts";
import { holderOf } from "./people/relations.ts";
import type { Forwards, People, Wins } from "./schema.ts";
import { capital, dateWords, listed, numberWord } from "./words.ts";

export type Person = Pick<People, "name" | "department" | "role" | "relation"> & { readonly id: string };
export type Win = Pick<Wins, "title" | "quote" | "effect" | "who_benefited" | "happened_on" | "praised_by" | "praiser" | "may_leave"> & {
  readonly id: string;
};
export type Forward = Pick<Forwards, "win" | "to" | "person" | "at" | "message"> & { readonly id: string };

/** Those above the person: asked once, and kept with People. */
export interface Above {
  readonly boss: Person | null;
  readonly bosssBoss: Person | null;
}

export function aboveIn<P extends Pick<Person, "id" | "relation">>(people: readonly P[]): { readonly boss: P | null; readonly bosssBoss: P | null } {
  return { boss: holderOf(people, "boss"), bosssBoss: holderOf(people, "bosss_boss") };
}

/** How somebody is called in a sentence: "Tomas". */
export function calledBy(person: Pick<People, "name"> | null, otherwise: string): string {
  return person?.name ? inSentence(firstName(person.name)) : otherwise;
}

/** Whether they said it themselves: then they need not be told. */
export function isPraiser({ praiser, praised_by }: Pick<Win, "praiser" | "praised_by">, person: Person | null): boolean {
  if (person === null) return false;
  if (praiser !== null) return praiser === person.id;
  return praised_by !== null && praised_by.trim().toLocaleLowerCase() === person.name?.trim().toLocaleLowerCase();
}

/** From here on a win reads like saving up. */
export const freshDays = 21;

export function ageInDays({ happened_on: day }: Pick<Win, "happened_on">, today: Day): number {
  return day !== null && isDay(day) ? daysBetween(day, today) : 0;
}

export type State = "only-you" | "known" | "kept";

/** What the row says. Kept: it stays here on purpose, the boss said it, or it is too late to tell as news. */
export function stateOf(win: Win, forwards: readonly Forward[], { boss }: Above, today: Day): State {
  if (forwards.length > 0) return "known";
  if (win.may_leave === "no" || isPraiser(win, boss)) return "kept";
  return ageInDays(win, today) >= freshDays ? "kept" : "only-you";
}

/** "Tomas knows", "Tomas and Ingrid know", "Tomas, Ingrid and 2 others know". */
export function knowersWords(forwards: readonly Forward[], personById: ReadonlyMap<string, Pick<People, "name">>): string {
  const inOrder = forwards.toSorted((a, b) => ((a.at ?? "~") < (b.at ?? "~") ? -1 : 1));
  const names = [...new Set(inOrder.map(({ person, to }) => calledBy(personById.get(person ?? "") ?? null, unnamed[to ?? "other"])))];
  const shown = names.length > 3 ? [...names.slice(0, 2), `${numberWord(names.length - 2)} others`] : names;
  return `${capital(listed(shown))} ${names.length === 1 ? "knows" : "know"}`;
}

const unnamed = { boss: "your boss", bosss_boss: "your boss’s boss", other: "somebody" } as const;

/** The boss knows, the boss’s boss does not, and it is not too late: the row may ask. */
export function mayGoHigher(win: Win, forwards: readonly Forward[], { bosssBoss }: Above, today: Day): boolean {
  const told = (to: Forward["to"]) => forwards.some((forward) => forward.to === to);
  if (forwards.length === 0 || bosssBoss === null || win.may_leave === "no" || isPraiser(win, bosssBoss)) return false;
  const isTold = told("bosss_boss") || forwards.some(({ person }) => person === bosssBoss.id);
  return told("boss") && !isTold && ageInDays(win, today) < freshDays;
}

/** One calm line: what is so, and what follows from it. */
export interface Note {
  readonly strong: string;
  readonly words: string;
}

const dayWords = [
  ...["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
  ...["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"],
] as const;

/** "Eleven days old.", "Five weeks old.", "Three months old." */
export function ageWords(days: number): string {
  const [count, unit] = days < freshDays ? [days, "day"] : days < 63 ? [Math.floor(days / 7), "week"] : [Math.floor(days / 30.44), "month"];
  return `${capital(dayWords[count] ?? String(count))} ${unit}${count === 1 ? "" : "s"} old.`;
}

/** Nothing in the first week: whoever tells then tells news. */
export function ageNote(win: Pick<Win, "happened_on">, today: Day): Note | null {
  const age = ageInDays(win, today);
  if (age < 7) return null;
  const words =
    age < freshDays
      ? "Still fresh; after three weeks it reads like saving up."
      : "Passed on now, it reads like saving up. In the review talk it is worth more.";
  return { strong: ageWords(age), words };
}

const bunchDays = 7;
const bunchFrom = 2;

/** Two others within a week are enough for one reader. A letter with five wins is one. */
export function bunchNote(win: string, to: Person | null, forwards: readonly Forward[], today: Day, zone: TimeZone): Note | null {
  if (to === null) return null;
  const recent = forwards.filter((forward) => {
    if (forward.person !== to.id || forward.win === win || forward.at === null) return false;
    const days = daysBetween(dayOf(forward.at, zone), today);
    return days >= 0 && days < bunchDays;
  });
  const count = new Set(recent.map(({ message, id }) => message ?? id)).size;
  if (count < bunchFrom) return null;
  const name = calledBy(to, "They");
  return {
    strong: `${name} has heard ${numberWord(count)} from you this week.`,
    words: "This one may rest for some days, or go into the month in five lines.",
  };
}

/** The boss’s boss hears it, and the boss does not: neither before nor with it. */
export function roundNote({ boss, bosssBoss }: Above, told: ReadonlySet<string>, forwards: readonly Forward[]): Note | null {
  if (bosssBoss === null || !told.has(bosssBoss.id)) return null;
  if (boss !== null && (told.has(boss.id) || forwards.some(({ person }) => person === boss.id))) return null;
  if (boss === null && forwards.some(({ to }) => to === "boss")) return null;
  const name = calledBy(boss, "Your boss");
  return { strong: `${name} does not know of it yet.`, words: `Told ${boss ? name : "your boss"} first, or in copy, nobody is gone round.` };
}

/** What is still open about its wording. */
export function wordingNote({ may_leave, praised_by }: Pick<Win, "may_leave" | "praised_by">, asked: Day | null, zone: TimeZone): Note | null {
  if (may_leave === null) return { strong: "Not answered yet.", words: "May this leave your team?" };
  if (may_leave !== "ask_first") return null;
  const name = calledBy({ name: praised_by }, "who said it");
  if (asked === null) return { strong: "Not asked yet.", words: `You wanted to ask ${name} first.` };
  return { strong: `You asked ${name} on ${dateWords(asked, zone)}.`, words: "With a yes, choose how it may leave." };
}

/**
 * Why the boss’s boss would want it, as far as the win’s own words tell: it speaks of their department, or names them.
 * Null: the person has to know.
 */
export function reasonForCopy(win: Win, person: Person): string | null {
  const name = calledBy(person, "them");
  const text = [win.title, win.effect, win.who_benefited].filter(Boolean).join("\n");
  if (names(win.who_benefited, person.department)) return `It concerns ${name}: ${person.department} gained by it.`;
  if (names(text, person.department)) return `It concerns ${name}: it speaks of ${person.department}.`;
  if (names(text, person.name)) return `It concerns ${name}: it names ${name}.`;
  return null;
}

/** As a word of its own: "IT" is not in "it was". */
function names(text: string | null, word: string | null): boolean {
  const wanted = word?.trim() ?? "";
  if (text === null || wanted === "") return false;
  const escaped = wanted.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  const isShort = wanted.length < 4;
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, isShort ? "u" : "iu").test(text);
}

/**
 * What a letter about it may say. In the person’s own words nothing of the win is put there: no figure, no place, no
 * quote; those become gaps, and who praised it stays named. As long as a yes is missing, the same. To the one who said
 * it anything may be said.
 */
export function letterValues(
  { title, effect, quote, may_leave }: Pick<Win, "title" | "effect" | "quote" | "may_leave">,
  purpose: string,
): { readonly win: string | null; readonly effect: string | null; readonly quote: string | null } {
  const isOpen = may_leave === null || may_leave === "as_it_is" || purpose === "thank-praiser";
  if (!isOpen) return { win: null, effect: null, quote: null };
  const first = (text: string | null) => text?.trim().split("\n")[0]?.trim() || null;
  // A line that is the quote itself would be said twice.
  const said = first(quote);
  return { win: title, effect: first(effect), quote: said !== null && said === title?.trim() ? null : said };
}
