// When a line is due. Pure: the clock and the zone are arguments.
//
// Hours are exact. Days are days of the person's calendar at nine in the morning, so that a change of the clocks moves
// nothing; business days leave out Saturday, Sunday and the person's own days off. "+0d" is the anchor's own moment.

import {
  addBusinessDays,
  addDays,
  dayOf,
  daysBetween,
  firstOfNextMonth,
  hourMs,
  isBusinessDay,
  isDay,
  lastBusinessDayOfMonth,
  momentAt,
  momentOf,
  msAt,
  msOf,
  wallTime,
  weekdayOf,
  type Day,
  type DaysOff,
  type Moment,
  type TimeZone,
} from "./days.ts";
import { isRepeating, parseRule, type After, type Anchor, type Rule } from "./rules.ts";
import type { Items } from "./schema.ts";
import { dateWords, nearMomentWords, timeWords } from "./words.ts";

/** What is known of the moments a list hangs on. A win's is a day; it stands for that day at nine. */
export type Anchors = { readonly [anchor in Anchor]?: Moment | Day | null };

/** When a day begins to count for what is due on it. */
const dayStartsAt = 9;

/** When a line with this rule is due, or null while none of its anchors is known. A repeating one: the first time. */
export function dueAt(rule: string, anchors: Anchors, zone: TimeZone, off?: DaysOff): Moment | null {
  const parsed = parseRule(rule);
  if (!parsed) return null;
  if (parsed.kind !== "after") {
    const start = anchorMs(anchors.start, zone);
    return start === null ? null : nextTime(parsed, start, zone, off);
  }
  for (const choice of parsed.choices) {
    const anchor = anchorMs(anchors[choice.anchor], zone);
    if (anchor !== null) return after(anchor, choice, zone, off);
  }
  return null;
}

type Repeat = Exclude<Rule, { kind: "after" }>;

/** The next time a repeating line is due, strictly after a moment. Null for a rule that does not repeat. */
export function nextDueAt(rule: string, afterMs: number, zone: TimeZone, off?: DaysOff): Moment | null {
  const parsed = parseRule(rule);
  return parsed && parsed.kind !== "after" ? nextTime(parsed, afterMs, zone, off) : null;
}

function anchorMs(anchor: Moment | Day | null | undefined, zone: TimeZone): number | null {
  if (!anchor) return null;
  // Only what carries a time is a moment; Date.parse would read 30 February as 2 March.
  const ms = anchor.includes("T") ? msOf(anchor) : isDay(anchor) ? msAt(anchor, dayStartsAt, 0, zone) : NaN;
  return Number.isNaN(ms) ? null : ms;
}

function after(anchor: number, { amount, unit }: After, zone: TimeZone, off?: DaysOff): Moment | null {
  if (unit === "h") return momentOf(anchor + amount * hourMs);
  const day = dayOf(anchor, zone);
  if (unit === "d") return amount === 0 ? momentOf(anchor) : momentAt(addDays(day, amount), dayStartsAt, 0, zone);
  if (amount === 0 && isBusinessDay(day, off)) return momentOf(anchor);
  return momentAt(addBusinessDays(day, amount, off), dayStartsAt, 0, zone);
}

function nextTime(rule: Repeat, afterMs: number, zone: TimeZone, off?: DaysOff): Moment | null {
  const today = dayOf(afterMs, zone);
  const first = occurrence(rule, today, off);
  // Today's nine o'clock may be over, or the last business day may lie behind us in its month.
  const day = msAt(first, dayStartsAt, 0, zone) > afterMs ? first : occurrence(rule, dayInNextPeriod(rule, today), off);
  return momentAt(day, dayStartsAt, 0, zone);
}

/** The rule's day in the week from `day` on, or in the month or quarter `day` lies in. */
function occurrence(rule: Repeat, day: Day, off?: DaysOff): Day {
  if (rule.kind === "weekly") return addDays(day, (rule.weekday - weekdayOf(day) + 7) % 7);
  if (rule.kind === "monthly") return lastBusinessDayOfMonth(day, off);
  const monthsLeft = 2 - ((Number(day.slice(5, 7)) - 1) % 3);
  return lastBusinessDayOfMonth(firstOfNextMonth(day, monthsLeft), off);
}

function dayInNextPeriod(rule: Repeat, day: Day): Day {
  if (rule.kind === "weekly") return addDays(day, 1);
  const monthsLeft = rule.kind === "monthly" ? 1 : 3 - ((Number(day.slice(5, 7)) - 1) % 3);
  return firstOfNextMonth(day, monthsLeft);
}

/** What re-dating needs to know of a line. */
export type Dated = Pick<Items, "due_rule" | "due_at" | "done_at" | "skipped_at" | "snoozed_until" | "trashed_at"> & {
  readonly id: string;
};

export interface Redating {
  readonly collection: "items";
  readonly id: string;
  readonly set: { readonly due_at: Moment | null };
}

/**
 * New dates for the lines that still follow their rule, after an anchor moved. What the person finished, skipped,
 * snoozed or dated by hand stays as it is; so does what repeats, which moves on only when it is done.
 */
export function replan(items: readonly Dated[], anchors: Anchors, zone: TimeZone, off?: DaysOff): Redating[] {
  const changes: Redating[] = [];
  for (const item of items) {
    if (!isUntouched(item) || isRepeating(item.due_rule)) continue;
    const due = dueAt(item.due_rule!, anchors, zone, off);
    if (due !== item.due_at) changes.push({ collection: "items", id: item.id, set: { due_at: due } });
  }
  return changes;
}

/** Whether a day off may move it. What repeats moves on only when it is done. */
export function countsBusinessDays(rule: string): boolean {
  const parsed = parseRule(rule);
  return parsed?.kind === "after" && parsed.choices.some(({ unit }) => unit === "bd");
}

/** Open, and dated by its rule alone. */
export function isUntouched(item: Dated): boolean {
  return item.due_rule !== null && isOpen(item) && !item.snoozed_until && !item.trashed_at;
}

export function isOpen(item: Pick<Items, "done_at" | "skipped_at">): boolean {
  return !item.done_at && !item.skipped_at;
}

/** Whether a plan closed this line (planner.ts), and no tap did: a rest never ends at the moment it begins. */
export function isClosedByPlan(item: Pick<Items, "skipped_at" | "snoozed_until" | "done_at">): boolean {
  return item.skipped_at !== null && item.skipped_at === item.snoozed_until && !item.done_at;
}

/** When a line asks for attention: its due time, or the end of its rest. NaN without either. */
export function effectiveDueMs(item: Pick<Items, "due_at" | "snoozed_until">): number {
  const moment = item.snoozed_until ?? item.due_at;
  return moment === null ? NaN : msOf(moment);
}

/** The meta line of a row: "Due today", "Tomorrow", "Thu 3 Dec", "Skipped, Fri 20 Nov". Empty where there is nothing to say. */
export function dueWords(
  item: Pick<Items, "due_rule" | "due_at" | "done_at" | "skipped_at" | "snoozed_until">,
  now: number,
  zone: TimeZone,
): string {
  const today = dayOf(now, zone);
  if (item.done_at) return `Done, ${dateWords(item.done_at, zone, today)}`;
  if (isClosedByPlan(item)) return `Closed by the answer, ${dateWords(item.skipped_at!, zone, today)}`;
  if (item.skipped_at) return `Skipped, ${dateWords(item.skipped_at, zone, today)}`;
  if (item.snoozed_until && msOf(item.snoozed_until) > now) return `Until ${nearMomentWords(item.snoozed_until, now, zone)}`;
  const due = item.snoozed_until ?? item.due_at;
  if (due) return openWords(due, item.due_rule, now, zone);
  return item.due_rule ? unknownWords(item.due_rule) : "";
}

function openWords(due: Moment, rule: string | null, now: number, zone: TimeZone): string {
  const today = dayOf(now, zone);
  const day = dayOf(due, zone);
  const away = daysBetween(today, day);
  // The hour matters only where the rule counts in hours, only while it lies ahead, and nobody is sent to work at night.
  const isNamed = rule?.endsWith("h") && msOf(due) > now && !isNight(due, zone);
  const from = isNamed ? `, from\u00a0${timeWords(due, zone)}` : "";
  if (away === 0) return from ? `Today${from}` : "Due today";
  if (away === 1) return `Tomorrow${from}`;
  return away < 0 ? `Since ${dateWords(day, zone, today)}` : dateWords(day, zone, today);
}

const [nightBegins, nightEnds] = [22, 7] as const;

function isNight(moment: Moment, zone: TimeZone): boolean {
  const { hour } = wallTime(moment, zone);
  return hour >= nightBegins || hour < nightEnds;
}

const onceWords: { readonly [anchor in Anchor]: string } = {
  interview: "Once the interview has a date",
  outcome: "Once you have their answer",
  promise: "Once a date is promised",
  reply: "Once they reply",
  win: "Once the win has a date",
  start: "",
};

function unknownWords(rule: string): string {
  const parsed = parseRule(rule);
  return parsed?.kind === "after" ? onceWords[parsed.choices.at(-1)!.anchor] : "";
}
