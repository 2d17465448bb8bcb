// What Today shows: three things at most, what is waited for, one line on Plan B, and the rest folded.
//
// Only open lines are read. A line is shown when its list is in use: not archived, not in the trash, and not for
// something in the trash. A line that waits for an answer or a reply has no date yet and is not shown at all; a line
// the person wrote without a date waits under Later.

import type { Entry, Store } from "../store/store.ts";
import { ahead, type Due } from "./ahead.ts";
import { todayArc, type Drawing } from "./arc.ts";
import { addDays, dayMs, dayOf, msAt, type TimeZone } from "./days.ts";
import { dueWords, effectiveDueMs } from "./due.ts";
import { byPosition } from "./order.ts";
import { listsInUse, type ListInUse } from "./lists-in-use.ts";
import { planBLine, type PlanBLine } from "./plan-b.ts";
import { toolLink, type ToolLink } from "./tools.ts";
import { nextTalks, waitingFor, type WaitingFor } from "./waiting.ts";
import { counted, isWaiting, longDateWords, nearDayWords, todayHeadline } from "./words.ts";

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
  readonly planB: PlanBLine;
  readonly arc: Drawing;
  /** Nothing was kept yet: no interview, no option, no line. */
  readonly isFirstRun: boolean;
}

/** Never more; the rest waits under Later. */
const mostNext = 3;

/** `now` in milliseconds since 1970. */
export async function loadToday(store: Store, now: number, zone: TimeZone): Promise<Today> {
  const [open, interviews, plans] = await Promise.all([store.openItems(), store.all("interviews"), store.all("plans")]);
  const waiting = interviews.filter(isWaiting);
  const [lists, rounds] = await Promise.all([listsInUse(store, open), waiting.length > 0 ? store.all("rounds") : []]);
  const lines = shownLines(open, lists);
  const next = dueNext(lines, now, zone);
  const later = lines.slice(next.length);
  const talks = nextTalks(rounds, now);
  const row = (line: Line): TodayItem => rowOf(line, now, zone);
  return {
    date: longDateWords(dayOf(now, zone), zone),
    headline: todayHeadline(next.length),
    next: next.map(row),
    later: later.map(row),
    laterWords: laterWords(later, now, zone),
    waiting: waitingFor(waiting, talks, now, zone),
    planB: planBLine(plans),
    arc: todayArc(ahead(lines, waiting, talks, now, zone), dayOf(now, zone)),
    isFirstRun: interviews.length === 0 && plans.length === 0 && open.length === 0,
  };
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
  const [listA, listB] = [a.list.checklist.id, b.list.checklist.id];
  if (listA !== listB) return listA < listB ? -1 : 1;
  return byPosition(a.item, b.item);
}

/** The first three of what is due by the end of the day, or within a day when the evening is late. */
function dueNext(lines: readonly Line[], now: number, zone: TimeZone): readonly Line[] {
  const endOfToday = msAt(addDays(dayOf(now, zone), 1), 0, 0, zone);
  const until = Math.max(endOfToday, now + dayMs);
  return lines.slice(0, mostNext).filter(({ dueMs }) => dueMs < until);
}

function rowOf({ item, list }: Line, now: number, zone: TimeZone): TodayItem {
  return {
    item,
    checklist: list.checklist,
    tool: toolLink(item, list.checklist),
    // Said when it is painted: Later may hold thousands of lines nobody unfolds.
    get meta() {
      const parts = [list.subject, dueWords(item, now, zone)].filter((part) => part !== "");
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
