// What comes again: a line every Friday, at the end of the month or the quarter; a whole list every week or every four.
// Pure.

import type { Change, Entry } from "../store/store.ts";
import { addDays, dayOf, momentAt, msOf, wallTime, type DaysOff, type Moment, type TimeZone } from "./days.ts";
import { dueAt, isClosedByPlan, isOpen } from "./due.ts";
import { successorId } from "./id.ts";
import { spread } from "./order.ts";
import { namedId } from "./planner/named-id.ts";
import type { Template } from "./planner/templates.ts";
import { formatRule, isRepeating, parseRule } from "./rules.ts";
import type { Items } from "./schema.ts";

type Line = Pick<Items, "done_at" | "skipped_at" | "due_rule"> & { readonly id: string };

/**
 * The lines a list shows. A line that repeats leaves a settled one behind each time; only the last of those stays in
 * sight, or a year of Fridays would bury the list.
 */
export function shownLines<L extends Line>(lines: readonly L[]): L[] {
  const lineById = new Map(lines.map((line) => [line.id, line]));
  return lines.filter((line) => {
    if (isOpen(line) || !isRepeating(line.due_rule)) return true;
    const next = lineById.get(successorId(line.id));
    return !next || isOpen(next);
  });
}

// ---- lists that come again

/** What begins a list again: how often, and what is on it. */
export interface Repeating {
  readonly weeks: number;
  readonly template: Template;
}

type List = Entry<"checklists">;

/** A list and what came of it: its lines, and the list that follows it, if there is one (in the trash, too). */
export interface Chain {
  readonly list: List;
  readonly lines: readonly Entry<"items">[];
  readonly next: List | undefined;
  readonly nextLines: readonly Entry<"items">[];
}

/**
 * What to write so that a list comes again: the next one begins when this one is finished, or when its time has come;
 * then what was left of this one is put away, for the same lines stand on the next. Opened again before its time, a
 * list takes back the next one, unless something was done on it: such a list lies in the trash with `trashed_at` equal
 * to `anchor_at`, which no tap writes, so one the person threw away never comes back by itself.
 *
 * Its id follows from this one's, and its lines' from their steps: two devices begin one list.
 */
export function comingList({ list, lines, next, nextLines }: Chain, repeating: Repeating, now: Moment, zone: TimeZone, off?: DaysOff): Change[] {
  if (list.trashed_at || !list.anchor_at) return [];
  const isDue = msOf(nextAnchor(list.anchor_at, repeating.weeks, zone)) <= msOf(now);
  const isOver = isFinished(lines);
  if (next && !next.trashed_at) return isOver || isDue || list.archived_at ? [] : takenBack(next, nextLines, now);
  const isTakenBack = next !== undefined && next.trashed_at === next.anchor_at;
  if ((next && !isTakenBack) || list.archived_at || !(isOver || isDue)) return [];
  if (lines.some(isClosedByPlan)) return [];
  const anchor_at = anchorAfter(list.anchor_at, repeating.weeks, now, zone);
  const away: Change[] = isOver ? [] : [{ collection: "checklists", id: list.id, set: { archived_at: now } }];
  return [...away, ...nextList(list, repeating.template, anchor_at, zone, off)];
}

/** Everything on it is settled. A line that repeats by itself is never through, so it does not count. */
function isFinished(lines: readonly Entry<"items">[]): boolean {
  const once = lines.filter((line) => !isRepeating(line.due_rule));
  return once.length > 0 && !once.some(isOpen);
}

/** As long as nothing was done on it. */
function takenBack(next: List, lines: readonly Entry<"items">[], now: Moment): Change[] {
  if (lines.some((line) => !isOpen(line) || line.note || line.snoozed_until)) return [];
  return [{ collection: "checklists", id: next.id, set: { anchor_at: now, trashed_at: now } }];
}

/** The same time of day, so many weeks later. */
function nextAnchor(anchor: Moment, weeks: number, zone: TimeZone): Moment {
  const { hour, minute } = wallTime(anchor, zone);
  return momentAt(addDays(dayOf(anchor, zone), 7 * weeks), hour, minute, zone) ?? anchor;
}

/** Times that passed while nobody looked are left out: one list begins, not three. */
function anchorAfter(anchor: Moment, weeks: number, now: Moment, zone: TimeZone): Moment {
  let next = nextAnchor(anchor, weeks, zone);
  for (let after = next; msOf(after) <= msOf(now); after = nextAnchor(after, weeks, zone)) next = after;
  return next;
}

/** Every field, also what is empty: the row may have been another before, or erased by the server. */
function nextList(list: List, template: Template, anchor_at: Moment, zone: TimeZone, off?: DaysOff): Change[] {
  const id = successorId(list.id);
  const { subject_kind, subject_id, position } = list;
  const row = { title: template.title, playbook: template.playbook, subject_kind, subject_id, anchor_at, position };
  const places = spread(template.lines.map(({ step }) => step));
  const items = template.lines.map((line, index): Change<"items"> => {
    const due_rule = line.due_rule === null ? null : fromStart(line.due_rule);
    const due_at = due_rule === null ? null : dueAt(due_rule, { start: anchor_at }, zone, off);
    return {
      collection: "items",
      id: namedId(id, line.step),
      set: { checklist: id, ...line, due_rule, due_at, position: places[index]!.position, trashed_at: null },
    };
  });
  return [{ collection: "checklists", id, set: { ...row, archived_at: null, trashed_at: null } }, ...items];
}

/** The interview does not come again, nor does the answer: every later list hangs on its own beginning. */
function fromStart(rule: string): string {
  const parsed = parseRule(rule);
  if (parsed?.kind !== "after") return rule;
  const [first] = parsed.choices.filter(({ anchor }) => anchor !== "promise" && anchor !== "reply");
  return formatRule({ kind: "after", choices: [{ ...(first ?? parsed.choices[0]!), anchor: "start" }] });
}

/** The lists one sees: of those that come again, not the finished ones before the last. */
export function shownLists<L extends { readonly checklist: List; readonly isFinished: boolean }>(lists: readonly L[]): L[] {
  const ids = new Set(lists.map(({ checklist }) => checklist.id));
  return lists.filter(({ checklist, isFinished: isOver }) => !isOver || !ids.has(successorId(checklist.id)));
}
