// What can be filled into a message, and what to call the gap where it is not known.

import type { Moment, TimeZone } from "../days.ts";
import { longDateWords } from "../words.ts";

export const gapLabels = {
  to: "their name",
  me: "your name",
  role: "the role",
  company: "the company",
  department: "your department",
  date: "the day you spoke",
  promised: "the promised day",
  detail: "one thing from your talk",
  topic: "the question you would answer better",
  addition: "what you would add",
  favour: "what they did for you",
  question: "your question",
  alternative: "what you look at next",
  ask: "the one thing you ask for",
  gift: "what may be useful to them",
  contact: "who you would like to meet",
  win: "the result",
  effect: "what it changed, for whom",
  quote: "their words",
  praiser: "who said it",
  next: "what comes next",
  boss: "your boss",
  colleagues: "their names",
  credit: "what they did",
  agreement: "what you agreed",
  commitment: "what you ask for",
  by: "a date",
  month: "the month",
  lines: "five lines",
} as const;

export type Field = keyof typeof gapLabels;

/** What is known. Whatever is missing becomes a gap, or its sentence is not written at all. */
export type Values = { readonly [field in Field]?: string | null };

/** "19 November", as in a letter. */
export function dayInLetter(moment: Moment, zone: TimeZone): string {
  return longDateWords(moment, zone).replace(/^\S+\s/, "");
}

/** "Friday 27 November": what somebody promised has its weekday, so that both look at the same day. */
export function weekdayInLetter(moment: Moment, zone: TimeZone): string {
  return longDateWords(moment, zone);
}
