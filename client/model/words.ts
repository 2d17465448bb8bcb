// How Rebound says dates, counts and names. One voice: short, plain, and calm about what is late.

import { dayOf, daysBetween, isDay, wallTime, weekdayOf, type Day, type Moment, type TimeZone } from "./days.ts";
import type { Interviews, Plans, Rounds } from "./schema.ts";

/** Keeps "Fri 27 Nov" on one line. */
const hardSpace = "\u00a0";

export const weekdayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

const numbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"] as const;

/** "Three", for the beginning of a headline; figures from ten on. */
export function countWord(count: number): string {
  return capital(numberWord(count));
}

/** "three", inside a sentence. */
export function numberWord(count: number): string {
  return numbers[count] ?? String(count);
}

/** "1 change", "3 changes": the count in figures, as in a row. */
export function counted(count: number, one: string, many: string = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Letters of scripts that run from right to left. */
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

const [isolate, endOfIsolate] = ["\u2068", "\u2069"] as const;

/**
 * What somebody is called, as it stands inside a sentence: set apart where it runs from right to left, so that the comma
 * after it does not jump to its other side, nor the next name before it (Unicode UAX 9, first strong isolate).
 */
export function apart(name: string): string {
  return rightToLeft.test(name) && !name.startsWith(isolate) ? `${isolate}${name}${endOfIsolate}` : name;
}

/** "Ruth", "Ruth and Samuel", "Ruth, Samuel and Ida". */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return apart(names[0] ?? "");
  return `${names.slice(0, -1).map(apart).join(", ")} and ${apart(names.at(-1)!)}`;
}

/** "RA" for Ruth Abelson: what stands in a person's circle. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter((word) => /\p{L}|\p{N}/u.test(word));
  const ends = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  return ends.map((word) => firstLetter(word)).join("");
}

function firstLetter(word: string): string {
  // Two marks are a letter of some language; twenty are a joke that would fall out of its circle.
  return (/\p{L}\p{M}{0,2}|\p{N}/u.exec(word)?.[0] ?? "").toLocaleUpperCase();
}

/** "Fri 27 Nov", with the year when it is not the one `today` lies in. */
export function dateWords(when: Moment | Day, zone: TimeZone, today?: Day): string {
  const day = asDay(when, zone);
  const words = [weekdayOfDay(day).slice(0, 3), dayNumber(day), monthOfDay(day).slice(0, 3)];
  if (today !== undefined && today.slice(0, 4) !== day.slice(0, 4)) words.push(yearOf(day));
  return words.join(hardSpace);
}

/** "Monday 23 November", the title of a day. */
export function longDateWords(when: Moment | Day, zone: TimeZone): string {
  const day = asDay(when, zone);
  return [weekdayOfDay(day), dayNumber(day), monthOfDay(day)].join(hardSpace);
}

/** "November". */
export function monthWords(day: Day): string {
  return monthOfDay(day);
}

/** "Fri 27", where the month is plain. */
export function tickWords(day: Day): string {
  return [weekdayOfDay(day).slice(0, 3), dayNumber(day)].join(hardSpace);
}

/** "5 Nov", where the weekday no longer matters. */
export function shortDateWords(when: Moment | Day, zone: TimeZone, today?: Day): string {
  const day = asDay(when, zone);
  const words = [dayNumber(day), monthOfDay(day).slice(0, 3)];
  if (today !== undefined && today.slice(0, 4) !== day.slice(0, 4)) words.push(yearOf(day));
  return words.join(hardSpace);
}

/** "Mar", with the year when it is not the one `today` lies in. */
export function shortMonthWords(day: Day, today: Day): string {
  const words = [monthOfDay(day).slice(0, 3)];
  if (today.slice(0, 4) !== day.slice(0, 4)) words.push(yearOf(day));
  return words.join(hardSpace);
}

/** "Friday 27 November", for a screen reader or a sentence. */
export function spokenDateWords(day: Day): string {
  return `${weekdayOfDay(day)} ${dayNumber(day)} ${monthOfDay(day)}`;
}

/** "15:42". */
export function timeWords(moment: Moment | number, zone: TimeZone): string {
  const { hour, minute } = wallTime(moment, zone);
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

/** "today", "tomorrow", "on Wednesday" within a week, else "on Thu 3 Dec". */
export function nearDayWords(day: Day, today: Day): string {
  const away = daysBetween(today, day);
  if (away === 0) return "today";
  if (away === 1) return "tomorrow";
  if (away === -1) return "yesterday";
  if (away > 1 && away < 7) return `on ${weekdayOfDay(day)}`;
  return `on ${dateWords(day, "UTC", today)}`;
}

/** "tomorrow, 08:30": a moment one is waiting for. */
export function nearMomentWords(moment: Moment, now: number, zone: TimeZone): string {
  const day = nearDayWords(dayOf(moment, zone), dayOf(now, zone)).replace(/^on /, "");
  return `${day}, ${timeWords(moment, zone)}`;
}

export type Outcome = NonNullable<Interviews["outcome"]>;

/** The four answers, in the order of the switch. Waiting is the sentence above them. */
export const answers = ["offer", "no", "silence", "withdrawn"] as const satisfies readonly Outcome[];

export const answerWords: { readonly [outcome in Outcome]: string } = {
  waiting: "Waiting",
  offer: "Offer",
  no: "No",
  silence: "Silence",
  withdrawn: "Withdrawn",
};

export function isWaiting(interview: Pick<Interviews, "outcome">): boolean {
  return interview.outcome === null || interview.outcome === "waiting";
}

/** "Waiting. They promised an answer by Fri 27 Nov.": the sentence above the switch. A date that has passed accuses nobody. */
export function outcomeSentence(
  interview: Pick<Interviews, "outcome" | "outcome_at" | "promised_at">,
  zone: TimeZone,
  today: Day,
): string {
  const on = interview.outcome_at ? ` on ${dateWords(interview.outcome_at, zone, today)}` : "";
  if (interview.outcome === "offer") return `They made an offer${on}.`;
  if (interview.outcome === "no") return `They said no${on}.`;
  if (interview.outcome === "silence") return `Nothing came. You put it down${on}.`;
  if (interview.outcome === "withdrawn") return `You withdrew${on}.`;
  if (!interview.promised_at) return "Waiting. No date was promised.";
  const by = dateWords(interview.promised_at, zone, today);
  const hasPassed = asDay(interview.promised_at, zone) < today;
  return hasPassed ? `Waiting. The day they promised, ${by}, has passed.` : `Waiting. They promised an answer by ${by}.`;
}

export const roundWords: { readonly [kind in NonNullable<Rounds["kind"]>]: string } = {
  phone: "Phone",
  screen: "First talk",
  panel: "Panel",
  technical: "Technical",
  final: "Last talk",
  other: "Talk",
};

export const planKindWords: { readonly [kind in NonNullable<Plans["kind"]>]: string } = {
  inside: "Inside",
  outside: "Outside",
  own: "Your own",
  learn: "Learn",
};

/** "Two open.": the headline of Interviews. */
export function interviewsHeadline(interviews: readonly Pick<Interviews, "outcome">[]): string {
  if (interviews.length === 0) return "No interviews yet.";
  const open = interviews.filter(isWaiting).length;
  return open > 0 ? `${countWord(open)} open.` : "None open.";
}

/** "Three small things today.": the headline of Today. */
export function todayHeadline(count: number): string {
  if (count === 0) return "Nothing has to happen today.";
  return `${countWord(count)} small ${count === 1 ? "thing" : "things"} today.`;
}

function asDay(when: Moment | Day, zone: TimeZone): Day {
  return isDay(when) ? when : dayOf(when, zone);
}

function weekdayOfDay(day: Day): string {
  return weekdayNames[weekdayOf(day) - 1]!;
}

function monthOfDay(day: Day): string {
  return monthNames[Number(day.slice(5, 7)) - 1]!;
}

function dayNumber(day: Day): string {
  return String(Number(day.slice(8, 10)));
}

function yearOf(day: Day): string {
  return String(Number(day.slice(0, 4)));
}
