// What Today shows: three things at most, what is waited for, one line on Plan B, and the rest folded.
//
// Only open lines are read. A line is shown when its list is in use: not archived, not in the trash, and not for
// something in the trash. A line that waits for an answer or a reply has no date yet and is not shown at all; a line
// the person wrote without a date waits under Later.

import type { Entry, Store } from "../store/store.ts";
import { ahead } from "./ahead.ts";
import { todayArc, type Drawing } from "./arc.ts";
import { addDays, dayMs, dayOf, msAt, type TimeZone } from "./days.ts";
import { dueWords, effectiveDueMs } from "./due.ts";
import { byPosition } from "./order.ts";
import { planBLine, type PlanBLine } from "./plan-b.ts";
import type { CollectionName } from "./schema.ts";
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
  const lines = inOrder(open.filter((item) => isShown(item, lists)));
  const next = dueNext(lines, now, zone);
  const later = lines.slice(next.length);
  const talks = nextTalks(rounds, now);
  const row = (item: Entry<"items">): TodayItem => rowOf(item, lists.get(item.checklist ?? "")!, now, zone);
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

interface ListInUse {
  readonly checklist: Entry<"checklists">;
  /** What it is for: a company, a win, an option; else its own title. */
  readonly subject: string;
}

/** The lists of some lines by id, without those that are put away or whose subject is in the trash. */
async function listsInUse(store: Store, items: readonly Entry<"items">[]): Promise<Map<string, ListInUse>> {
  const ids = new Set(items.flatMap((item) => item.checklist ?? []));
  const checklists = await store.getMany("checklists", [...ids]);
  const used = checklists.filter((checklist) => !checklist.trashed_at && !checklist.archived_at);
  const subjects = await subjectsOf(store, used);
  const lists = new Map<string, ListInUse>();
  for (const checklist of used) {
    const subject = subjects.get(checklist.subject_id ?? "");
    if (subject?.trashed) continue;
    lists.set(checklist.id, { checklist, subject: subject?.name ?? checklist.title ?? "" });
  }
  return lists;
}

interface SubjectName {
  readonly name: string | null;
  readonly trashed: boolean;
}

const subjectCollections = { interview: "interviews", win: "wins", plan: "plans", person: "people" } as const;

async function subjectsOf(
  store: Store,
  lists: readonly Entry<"checklists">[],
): Promise<Map<string, SubjectName>> {
  const kinds = Object.keys(subjectCollections) as (keyof typeof subjectCollections)[];
  const found = await Promise.all(
    kinds.map(async (kind) => {
      const ids = new Set(lists.flatMap((list) => (list.subject_kind === kind ? (list.subject_id ?? []) : [])));
      return ids.size > 0 ? store.getMany(subjectCollections[kind], [...ids]) : [];
    }),
  );
  return new Map(found.flat().map((row) => [row.id, { name: nameOf(row), trashed: row.trashed_at !== null }]));
}

function nameOf(subject: Entry<Extract<CollectionName, "interviews" | "wins" | "plans" | "people">>): string | null {
  if ("company" in subject) return subject.company;
  return "title" in subject ? subject.title : subject.name;
}

function isShown(item: Entry<"items">, lists: ReadonlyMap<string, ListInUse>): boolean {
  if (!lists.has(item.checklist ?? "")) return false;
  return item.due_rule === null || !Number.isNaN(effectiveDueMs(item));
}

/** By the time they ask for attention; those without any come last, each list in its own order. */
function inOrder(items: readonly Entry<"items">[]): Entry<"items">[] {
  const dueById = new Map(items.map((item) => [item.id, effectiveDueMs(item)]));
  const due = (item: Entry<"items">): number => {
    const ms = dueById.get(item.id)!;
    return Number.isNaN(ms) ? Infinity : ms;
  };
  return items.toSorted((a, b) => {
    const [dueA, dueB] = [due(a), due(b)];
    if (dueA !== dueB) return dueA - dueB;
    if (a.checklist !== b.checklist) return (a.checklist ?? "") < (b.checklist ?? "") ? -1 : 1;
    return byPosition(a, b);
  });
}

/** The first three of what is due by the end of the day, or within a day when the evening is late. */
function dueNext(lines: readonly Entry<"items">[], now: number, zone: TimeZone): readonly Entry<"items">[] {
  const endOfToday = msAt(addDays(dayOf(now, zone), 1), 0, 0, zone);
  const until = Math.max(endOfToday, now + dayMs);
  return lines.filter((item) => effectiveDueMs(item) < until).slice(0, mostNext);
}

function rowOf(item: Entry<"items">, list: ListInUse, now: number, zone: TimeZone): TodayItem {
  const parts = [list.subject, dueWords(item, now, zone)].filter((part) => part !== "");
  const meta = parts.length > 0 ? `${parts.join(". ")}.` : "";
  return { item, checklist: list.checklist, meta, tool: toolLink(item, list.checklist) };
}

function laterWords(later: readonly Entry<"items">[], now: number, zone: TimeZone): string {
  const first = later[0];
  if (!first) return "";
  const ms = effectiveDueMs(first);
  const things = counted(later.length, "thing");
  if (Number.isNaN(ms)) return `${things} without a date`;
  // What was due before today can be done today.
  const today = dayOf(now, zone);
  const day = dayOf(Math.max(ms, now), zone);
  return later.length === 1 ? `${things}, ${nearDayWords(day, today)}` : `${things}, the first ${nearDayWords(day, today)}`;
}
