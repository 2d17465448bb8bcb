// What Today shows: three things at most, what is waited for, one line on Plan B, and the rest folded.
//
// Of what is due by the end of the day, or within a day when the evening is late, these come first:
//
// 1. By due time, a day of the calendar at a time: what was due yesterday before what is due today. Only what has waited
//    for more than a week steps back behind all of it: an old line is no debt, and would else hold the door for ever. So
//    does what an answer has overtaken: a debrief is worth finishing, after what the answer asks for. Of those the latest
//    comes first: after a month away one may free one's head before one counts last month's questions.
// 2. Within a day, promises: a line that hangs on somebody's promise or reply, or that the person dated by hand. Somebody
//    expects it, if only oneself.
// 3. Then kindness to others: thanks and good wishes, which are short and worth most while they are fresh.
// 4. Then by the hour, and a list in its own order.
//
// And kindness to oneself stands over all of it: for a day after a no, no more than one line of that interview is among
// the three, however many of them are due.
//
// Only open lines are read. A line is shown when its list is in use: not archived, not in the trash, and not for
// something in the trash. A line that waits for an answer or a reply has no date yet and is not shown at all; a line
// the person wrote without a date waits under Later. A letter that no shown line speaks for stands for itself: ready when
// its hold is over, waited for until then; but one whose line an answer has closed stays among the messages.

import type { Entry, Store } from "../store/store.ts";
import { ahead, type Due } from "./ahead.ts";
import { todayArc, type Drawing } from "./arc.ts";
import { addDays, dayMs, dayOf, msAt, msOf, type TimeZone } from "./days.ts";
import { dueWords, effectiveDueMs, isClosedByPlan } from "./due.ts";
import { byPosition } from "./order.ts";
import { lettersWaiting, type WaitingLetters } from "./letters-waiting.ts";
import { listsInUse, type ListInUse } from "./lists-in-use.ts";
import { planBLine, type PlanBLine } from "./plan-b.ts";
import { stopWaiting } from "./plan-b-waiting.ts";
import { PROFILE_ID } from "./profile.ts";
import { parseRule } from "./rules.ts";
import { toolLink, type Purpose, type ToolLink } from "./tools.ts";
import { nextTalks, waitingFor, type WaitingFor } from "./waiting.ts";
import { apart, counted, isWaiting, longDateWords, nearDayWords, todayHeadline } from "./words.ts";

export interface TodayItem {
  readonly item: Entry<"items">;
  readonly checklist: Entry<"checklists">;
  /** "Ostara Rail. Due today." */
  readonly meta: string;
  readonly tool: ToolLink | null;
}

export interface Today {
  /** "Monday 23 November" */
  readonly date: string;
  readonly headline: string;
  readonly next: readonly TodayItem[];
  readonly later: readonly TodayItem[];
  /** "5 things, the first on Wednesday"; empty when nothing is later. */
  readonly laterWords: string;
  readonly waiting: readonly WaitingFor[];
  /** Those no line speaks for. */
  readonly letters: WaitingLetters;
  readonly planB: PlanBLine;
  readonly arc: Drawing;
  /** Nothing was kept yet: no interview, no option, no line. */
  readonly isFirstRun: boolean;
}

/** Never more; the rest waits under Later. */
const mostNext = 3;

/** `now` in milliseconds since 1970. */
export async function loadToday(store: Store, now: number, zone: TimeZone): Promise<Today> {
  const [open, interviews, plans, messages, profile] = await Promise.all([
    store.openItems(),
    store.all("interviews"),
    store.all("plans"),
    store.all("messages"),
    store.get("profiles", PROFILE_ID),
  ]);
  const waiting = interviews.filter(isWaiting);
  const [lists, rounds] = await Promise.all([listsInUse(store, open), waiting.length > 0 ? store.all("rounds") : []]);
  const lines = shownLines(open, lists);
  const next = chooseNext(lines, new Map(interviews.map((interview) => [interview.id, interview])), now, zone);
  const later = lines.filter((line) => !next.includes(line));
  const talks = nextTalks(rounds, now);
  const row = (line: Line): TodayItem => rowOf(line, now, zone);
  const closed = await closedLines(store, messages);
  const asked = messages.filter(({ item, channel }) => channel !== null || item === null || !closed.has(item));
  const letters = lettersWaiting(asked, new Set(lines.map(({ item }) => item.id)), now, zone);
  return {
    date: longDateWords(dayOf(now, zone), zone),
    headline: todayHeadline(next.length + letters.ready.length),
    next: next.map(row),
    later: later.map(row),
    laterWords: laterWords(later, now, zone),
    waiting: waitingFor(waiting, talks, now, zone),
    letters,
    planB: planBLine(plans, stopWaiting(profile, dayOf(now, zone), zone)),
    arc: todayArc(ahead(lines, waiting, talks, now, zone), dayOf(now, zone)),
    isFirstRun: interviews.length === 0 && plans.length === 0 && open.length === 0,
  };
}

/** Lines that an answer closed, of letters that were to wait: what such a letter says belongs to another day. */
async function closedLines(store: Store, messages: readonly Entry<"messages">[]): Promise<ReadonlySet<string>> {
  const held = messages.filter(({ sent_at, channel, hold_until }) => !sent_at && channel === null && hold_until !== null);
  const asking = new Set(held.flatMap(({ item }) => item ?? []));
  if (asking.size === 0) return asking;
  const lines = await store.getMany("items", [...asking]);
  return new Set(lines.filter(isClosedByPlan).map(({ id }) => id));
}

/** An open line with its list and its time, reckoned once. NaN: no time. */
interface Line extends Due {
  readonly item: Entry<"items">;
  readonly list: ListInUse;
}

/** By the time they ask for attention; those without any come last, each list in its own order. */
function shownLines(open: readonly Entry<"items">[], lists: ReadonlyMap<string, ListInUse>): Line[] {
  const lines: Line[] = [];
  for (const item of open) {
    const list = lists.get(item.checklist ?? "");
    const dueMs = effectiveDueMs(item);
    const waitsForAnAnchor = Number.isNaN(dueMs) && item.due_rule !== null;
    if (list && !waitsForAnAnchor) lines.push({ item, list, dueMs });
  }
  return lines.sort(earlierFirst);
}

function earlierFirst(a: Line, b: Line): number {
  if (a.dueMs !== b.dueMs && !(Number.isNaN(a.dueMs) && Number.isNaN(b.dueMs))) {
    if (Number.isNaN(a.dueMs)) return 1;
    return Number.isNaN(b.dueMs) ? -1 : a.dueMs - b.dueMs;
  }
  const [listA, listB] = [a.list.checklist, b.list.checklist];
  return listA.id === listB.id ? byPosition(a.item, b.item) : byPosition(listA, listB);
}

type Interviews = ReadonlyMap<string, Entry<"interviews">>;

/** The first three of what is due, by the rule above. */
function chooseNext(lines: readonly Line[], interviews: Interviews, now: number, zone: TimeZone): readonly Line[] {
  const endOfToday = msAt(addDays(dayOf(now, zone), 1), 0, 0, zone);
  const until = Math.max(endOfToday, now + dayMs);
  const due = lines
    .filter((line) => line.dueMs < until && !isResting(line.item, now))
    .map((line) => ({ line, interview: interviews.get(line.list.checklist.subject_id ?? "") }))
    .map(({ line, interview }) => ({ line, interview, rank: rankOf(line, interview, now, zone) }))
    .sort((a, b) => (a.rank === b.rank ? 0 : a.rank < b.rank ? -1 : 1));
  const chosen: Line[] = [];
  const spared = new Set<Entry<"interviews">>();
  for (const { line, interview } of due) {
    if (chosen.length === mostNext) break;
    if (interview && spared.has(interview)) continue;
    if (interview && wasJustRefused(interview, now)) spared.add(interview);
    chosen.push(line);
  }
  return chosen;
}

/** Put off by the person: out of sight until then, also where the day's end or a day's time lies behind that. */
export function isResting({ snoozed_until }: Pick<Entry<"items">, "snoozed_until">, now: number): boolean {
  return snoozed_until !== null && msOf(snoozed_until) > now;
}

/** "0 20261123 0": text that sorts by the first three parts of the rule; the lines come sorted by the fourth. */
function rankOf(line: Line, interview: Entry<"interviews"> | undefined, now: number, zone: TimeZone): string {
  const stepsBack = now - line.dueMs > 7 * dayMs || isOvertaken(line.item, interview);
  const weight = isPromised(line.item, interview) ? 0 : isKind(line.item) ? 1 : 2;
  const day = Number(dayOf(line.dueMs, zone).replaceAll("-", ""));
  return stepsBack ? `1 ${99_999_999 - day} ${weight}` : `0 ${day} ${weight}`;
}

function isPromised(item: Entry<"items">, interview: Entry<"interviews"> | undefined): boolean {
  if (item.due_rule === null) return item.due_at !== null;
  const rule = parseRule(item.due_rule);
  if (rule?.kind !== "after") return false;
  const isPromiseKnown = Boolean(interview?.promised_at);
  return rule.choices.some(({ anchor }) => anchor === "reply" || (anchor === "promise" && isPromiseKnown));
}

/** It hangs on the interview alone, and the interview has its answer. Thanks are never too late. */
function isOvertaken(item: Entry<"items">, interview: Entry<"interviews"> | undefined): boolean {
  if (!interview || isWaiting(interview) || isKind(item) || item.due_rule === null) return false;
  const rule = parseRule(item.due_rule);
  return rule?.kind === "after" && rule.choices.every(({ anchor }) => anchor === "interview" || anchor === "promise");
}

const kindPurposes: ReadonlySet<string> = new Set([
  "thank-you",
  "thank-referrer",
  "thank-praiser",
  "accept-news",
  "congratulation",
  "credit",
] satisfies Purpose[]);

function isKind({ tool_ref }: Entry<"items">): boolean {
  return tool_ref !== null && kindPurposes.has(tool_ref);
}

function wasJustRefused({ outcome, outcome_at }: Entry<"interviews">, now: number): boolean {
  return outcome === "no" && outcome_at !== null && now - msOf(outcome_at) < dayMs;
}

function rowOf({ item, list }: Line, now: number, zone: TimeZone): TodayItem {
  return {
    item,
    checklist: list.checklist,
    tool: toolLink(item, list.checklist),
    // Said when it is painted: Later may hold thousands of lines nobody unfolds.
    get meta() {
      const parts = [apart(list.subject), dueWords(item, now, zone)].filter((part) => part !== "");
      return parts.length > 0 ? `${parts.join(". ")}.` : "";
    },
  };
}

function laterWords(later: readonly Line[], now: number, zone: TimeZone): string {
  const first = later[0];
  if (!first) return "";
  const things = counted(later.length, "thing");
  if (Number.isNaN(first.dueMs)) return `${things} without a date`;
  // What was due before today can be done today.
  const when = nearDayWords(dayOf(Math.max(first.dueMs, now), zone), dayOf(now, zone));
  return later.length === 1 ? `${things}, ${when}` : `${things}, the first ${when}`;
}
