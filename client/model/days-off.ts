// A person's own days off: which days they are, and how the list of them is changed and said. Pure.

import { addDays, isDay, type Day, type DaysOff } from "./days.ts";
import { dateWords } from "./words.ts";

/** Both ends are off. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** Who is away for longer does not count business days. */
export const maxSpanDays = 366;
/** Due dates are reckoned from what happened lately; older days off have had their effect. */
const keptDays = 400;

/** What a profile holds, whoever wrote it: only days, each once, ascending. */
export function daysIn(kept: unknown): readonly Day[] {
  const days = Array.isArray(kept) ? kept.filter((day): day is Day => typeof day === "string" && isDay(day)) : [];
  return [...new Set(days)].sort();
}

export const daysOffIn = (kept: unknown): DaysOff => new Set(daysIn(kept));

/** The days and those of a span, either end first; without those that are long over. */
export function withSpan(days: readonly Day[], { from, to }: Span, today: Day): readonly Day[] {
  const [first, last] = from <= to ? [from, to] : [to, from];
  const added: Day[] = [];
  for (let day = first; day <= last && added.length < maxSpanDays; day = addDays(day, 1)) added.push(day);
  return recent([...new Set([...days, ...added])].sort(), today);
}

export function withoutSpan(days: readonly Day[], { from, to }: Span, today: Day): readonly Day[] {
  return recent(days.filter((day) => day < from || day > to), today);
}

const recent = (days: readonly Day[], today: Day) => days.filter((day) => day >= addDays(today, -keptDays));

/** Days in a row as one span each, the ones that are over left out. */
export function spansFrom(days: readonly Day[], today: Day): readonly Span[] {
  const spans: Span[] = [];
  for (const day of days) {
    const last = spans.at(-1);
    if (last && addDays(last.to, 1) === day) spans[spans.length - 1] = { from: last.from, to: day };
    else spans.push({ from: day, to: day });
  }
  return spans.filter(({ to }) => to >= today);
}

/** "Thu 24 Dec", "Thu 24 Dec to Fri 1 Jan 2027". */
export function spanWords({ from, to }: Span, today: Day): string {
  const first = dateWords(from, "UTC", today);
  return from === to ? first : `${first} to ${dateWords(to, "UTC", today)}`;
}
