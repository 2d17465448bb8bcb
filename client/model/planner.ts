// The outcome planner: one answer, and the whole plan of an interview follows from it. Pure; nothing is written here.
//
// It is a rule for what *should be*, given the answer, not a list of steps from one answer to the next: lists that fit
// exist, lines without a point are closed, everything else is open. So it can be asked again at any time (after a sync
// that brought another device's answer) and changes nothing where all is well. Three things make that work:
//
// - What it starts has ids that follow from the interview, the playbook and the step: two devices start one list.
// - A line it closed has `skipped_at` equal to `snoozed_until`, which no tap writes (a rest ends later than it begins):
//   so a line the person skipped is never opened again, and one the plan closed can be, by any device.
// - A list it put away has `trashed_at` equal to `anchor_at`, for the same reason. Only a list it started itself, with
//   nothing done in it, is put away; where there is work in one, the open lines it came with are closed and the work stays.

import type { Change, Entry } from "../store/store.ts";
import { anchorsOf } from "./anchors.ts";
import type { DaysOff, Moment, TimeZone } from "./days.ts";
import { dueAt, isClosedByPlan, isOpen, replan, type Anchors } from "./due.ts";
import { byPosition } from "./order.ts";
import { originOf } from "./own-playbooks.ts";
import { beginnings, whyClosed, whyPutAway, whyRedated, whyReopened, whyUnfit } from "./planner/fate.ts";
import { lineId, listId } from "./planner/named-id.ts";
import { positionsAfter } from "./planner/places.ts";
import { Sheet } from "./planner/sheet.ts";
import { plannedPlaybooks, templateOf, type Template } from "./planner/templates.ts";
import type { Feedback } from "./schema.ts";
import { counted, type Outcome } from "./words.ts";

export { isClosedByPlan } from "./due.ts";

type Interview = Entry<"interviews">;
type List = Entry<"checklists">;
type Item = Entry<"items">;

export interface Given {
  readonly interview: Interview;
  /** Every list of the interview, and of `plannedIds` those in the trash, too. */
  readonly checklists: readonly List[];
  /** Their lines, and of `plannedIds` those in the trash, too. */
  readonly items: readonly Item[];
  readonly feedback?: readonly Pick<Feedback, "answered_at">[];
  /** The answer; the one that is kept already, to put the plan in order after a sync. */
  readonly outcome: Outcome;
  readonly now: Moment;
  readonly zone: TimeZone;
  /** The person's own; business days skip them. */
  readonly daysOff?: DaysOff;
  /** The person's own versions of built-in playbooks, by the built-in one's slug. */
  readonly own?: ReadonlyMap<string, Template>;
}

export interface Told {
  readonly id: string;
  readonly text: string;
  readonly why: string;
}

export interface Redated extends Told {
  readonly from: Moment | null;
  readonly to: Moment | null;
}

export interface Plan {
  readonly outcome: Outcome;
  /** When the answer was noted. What the plan closed or began for it carries this moment. */
  readonly at: Moment;
  /** Lines that have no point now. */
  readonly closed: readonly Told[];
  /** Whole lists that went, unbegun. */
  readonly putAway: readonly Told[];
  /** Lists that begin. */
  readonly begun: readonly Told[];
  /** Lines an earlier answer had closed. */
  readonly reopened: readonly Told[];
  readonly redated: readonly Redated[];
  /** "4 closed, 3 lists begun". Empty when nothing changed. */
  readonly words: string;
  readonly changes: readonly Change[];
  /** What puts everything back, as data: it can be kept, synced and written on any device. */
  readonly undo: readonly Change[];
}

export function plan(given: Given): Plan {
  return new Planning(given).plan();
}

/** The ids of everything a plan may have started, so that the caller can also hand in what lies in the trash. */
export function plannedIds(
  interview: Pick<Interview, "id" | "internal">,
  own?: ReadonlyMap<string, Template>,
): { readonly checklists: readonly string[]; readonly items: readonly string[] } {
  const lists = plannedPlaybooks.map((playbook) => ({ id: listId(interview.id, playbook), playbook }));
  const items = lists.flatMap(({ id, playbook }) => {
    return templateOf(playbook, interview, own).lines.map((line) => lineId(id, line.step));
  });
  return { checklists: lists.map(({ id }) => id), items };
}

/** What stands changed by the answer that is kept, read off the rows: the same on every device, and days later. */
export function standing(
  interview: Interview,
  checklists: readonly List[],
  items: readonly Item[],
): Pick<Plan, "closed" | "begun" | "words"> {
  const { outcome, outcome_at: at } = interview;
  if (!outcome || outcome === "waiting" || !at) return { closed: [], begun: [], words: "" };
  const why = new Map(beginnings(outcome, interview).map((one) => [listId(interview.id, one.playbook), one.why]));
  const begun = checklists
    .filter((list) => list.anchor_at === at && why.has(list.id) && !list.trashed_at)
    .map((list) => told(list.id, list.title, why.get(list.id)!));
  const begunIds = new Set<string | null>(begun.map(({ id }) => id));
  const closed = items
    .filter(
      (item) => isClosedByPlan(item) && item.skipped_at === at && !item.trashed_at && !begunIds.has(item.checklist),
    )
    .map((item) => told(item.id, item.text, whyClosed(outcome, item) ?? whyUnfit));
  return { closed, begun, words: wordsFor({ closed, begun, putAway: [], reopened: [], redated: [] }) };
}

class Planning {
  readonly #given: Given;
  readonly #interview: Interview;
  readonly #isNew: boolean;
  readonly #at: Moment;
  readonly #sheet: Sheet;
  /** Of every list a plan may start, by its id. */
  readonly #playbooks: ReadonlyMap<string, string>;
  readonly #closed: Told[] = [];
  readonly #putAway: Told[] = [];
  readonly #begun: Told[] = [];
  readonly #reopened: Told[] = [];

  constructor(given: Given) {
    const { interview, checklists, items, outcome, now } = given;
    this.#given = given;
    this.#isNew = (interview.outcome ?? "waiting") !== outcome;
    this.#at = this.#isNew ? now : (interview.outcome_at ?? now);
    this.#interview = { ...interview, outcome, outcome_at: outcome === "waiting" ? null : this.#at };
    this.#playbooks = new Map(plannedPlaybooks.map((playbook) => [listId(interview.id, playbook), playbook]));
    const about = checklists.filter((list) => list.subject_id === interview.id || this.#playbooks.has(list.id));
    this.#sheet = new Sheet({ interviews: [interview], checklists: about, items });
  }

  plan(): Plan {
    const { outcome, outcome_at, id } = this.#interview;
    if (this.#isNew) this.#sheet.write("interviews", id, { outcome, outcome_at });
    this.#putAwayUnfit();
    this.#begin();
    this.#closeAndReopen();
    const redated = this.#redate();
    const done = {
      closed: this.#closed,
      putAway: this.#putAway,
      begun: this.#begun,
      reopened: this.#reopened,
      redated,
    };
    return {
      outcome: this.#given.outcome,
      at: this.#at,
      ...done,
      words: wordsFor(done),
      changes: this.#sheet.changes(),
      undo: this.#sheet.undo(this.#at),
    };
  }

  /** Begun by an answer, and not by this one. */
  #isUnfit(list: List): boolean {
    const playbook = this.#playbooks.get(list.id);
    return (
      playbook !== undefined &&
      !beginnings(this.#given.outcome, this.#interview).some((one) => one.playbook === playbook)
    );
  }

  #template(playbook: string): Template {
    return templateOf(playbook, this.#interview, this.#given.own);
  }

  #live(): List[] {
    return this.#sheet
      .all("checklists")
      .filter((list) => !list.trashed_at)
      .sort(byPosition);
  }

  #lines(list: string): Item[] {
    return this.#sheet
      .all("items")
      .filter((item) => item.checklist === list)
      .sort(byPosition);
  }

  #putAwayUnfit(): void {
    for (const list of this.#live().filter((one) => this.#isUnfit(one))) {
      const made = new Map(
        this.#template(this.#playbooks.get(list.id)!).lines.map((line) => [lineId(list.id, line.step), line]),
      );
      if (this.#lines(list.id).some((item) => isTouched(item, made.get(item.id)?.text))) continue;
      this.#sheet.write("checklists", list.id, { anchor_at: this.#at, trashed_at: this.#at });
      this.#putAway.push(told(list.id, list.title, whyPutAway));
    }
  }

  #begin(): void {
    for (const { playbook, why } of beginnings(this.#given.outcome, this.#interview)) {
      const template = this.#template(playbook);
      const id = listId(this.#interview.id, playbook);
      // Begun by hand, earlier: the person's own list does, whatever it is called by now.
      const others = this.#live().filter((list) => list.id !== id);
      if (others.some((list) => originOf(list.playbook) === playbook || list.playbook === template.playbook)) continue;
      const list = this.#sheet.get("checklists", id);
      // Thrown away by the person, it comes back with a new answer only.
      const begins = !list || (list.trashed_at !== null && (this.#isNew || list.trashed_at === list.anchor_at));
      if (!begins) continue;
      this.#writeList(id, template, list);
      this.#writeLines(id, template);
      this.#begun.push(told(id, template.title, why));
    }
  }

  /** Whole, even where only its trash mark changes: after 30 days the server has forgotten everything else. */
  #writeList(id: string, { playbook, title }: Template, kept: List | null): void {
    this.#sheet.write("checklists", id, {
      title: kept?.title ?? title,
      playbook: kept?.playbook ?? playbook,
      subject_kind: "interview",
      subject_id: this.#interview.id,
      anchor_at: this.#at,
      position: kept?.position ?? positionsAfter(this.#sheet.all("checklists"), 1)[0]!,
      archived_at: null,
      trashed_at: null,
    });
  }

  /**
   * Every line, also those without a point under this answer, which #closeAndReopen then closes: so no line has to be
   * added when the answer changes, and one the person threw away is not mistaken for one that was never made.
   */
  #writeLines(list: string, { lines }: Template): void {
    const positions = positionsAfter([], lines.length);
    const anchors = this.#anchors(this.#sheet.get("checklists", list)!);
    for (const [index, line] of lines.entries()) {
      const id = lineId(list, line.step);
      const kept = this.#sheet.get("items", id);
      const due_at = line.due_rule === null ? null : dueAt(line.due_rule, anchors, this.#given.zone, this.#given.daysOff);
      // Without a text it was forgotten by the server, and is made again like one that never was.
      const whole = { checklist: list, ...line, due_at, position: positions[index]! };
      this.#sheet.write("items", id, { ...(kept?.text ? {} : whole), trashed_at: null });
    }
  }

  #anchors(list: List): Anchors {
    return anchorsOf(list, { interview: this.#interview, feedback: this.#given.feedback ?? [] });
  }

  #closeAndReopen(): void {
    const begun = new Set(this.#begun.map(({ id }) => id));
    for (const list of this.#live()) {
      const isUnfit = this.#isUnfit(list);
      // Of a list that only now begins, nothing is told but that it begins.
      const tells = !begun.has(list.id);
      for (const item of this.#lines(list.id).filter((one) => !one.trashed_at)) {
        // A line the person added to such a list belongs to no answer.
        const why = isUnfit && item.step !== null ? whyUnfit : whyClosed(this.#given.outcome, item);
        if (why !== null) this.#close(item, tells ? why : null);
        else if (isClosedByPlan(item)) this.#reopen(item, tells);
      }
    }
  }

  #close(item: Item, why: string | null): void {
    if (!isOpen(item)) return;
    // Closed for this very answer, and taken out again by the person: it stays as they want it.
    if (!this.#isNew && item.snoozed_until === this.#at) return;
    this.#sheet.write("items", item.id, { skipped_at: this.#at, snoozed_until: this.#at });
    if (why !== null) this.#closed.push(told(item.id, item.text, why));
  }

  #reopen(item: Item, tells: boolean): void {
    this.#sheet.write("items", item.id, { skipped_at: null, snoozed_until: null });
    if (tells) this.#reopened.push(told(item.id, item.text, whyReopened(this.#given.outcome)));
  }

  /** New dates for what follows its rule, told only for lines that were there and open before. */
  #redate(): Redated[] {
    const redated: Redated[] = [];
    const before = new Map(this.#given.items.map((item) => [item.id, item]));
    const untold = new Set([...this.#begun, ...this.#reopened].map(({ id }) => id));
    for (const list of this.#live()) {
      for (const { id, set } of replan(this.#lines(list.id), this.#anchors(list), this.#given.zone, this.#given.daysOff)) {
        this.#sheet.write("items", id, set);
        const item = before.get(id);
        if (!item || untold.has(list.id) || untold.has(id)) continue;
        redated.push({ ...told(id, item.text, whyRedated(set.due_at)), from: item.due_at, to: set.due_at });
      }
    }
    return redated;
  }
}

/**
 * Whether the person did anything to a line of a list that a plan started: then the list is theirs, and stays. A rest
 * alone is no work, and it is kept with the line in the trash.
 */
function isTouched(item: Item, textAsMade: string | undefined): boolean {
  if (item.text !== textAsMade || item.trashed_at !== null || item.note) return true;
  if (isClosedByPlan(item)) return false;
  const isDatedByHand = item.due_rule === null && item.due_at !== null;
  return !isOpen(item) || isDatedByHand;
}

function told(id: string, text: string | null, why: string): Told {
  return { id, text: text ?? "", why };
}

function wordsFor(done: Pick<Plan, "closed" | "putAway" | "begun" | "reopened" | "redated">): string {
  const parts = [
    [done.closed.length, `${done.closed.length} closed`],
    [done.putAway.length, `${counted(done.putAway.length, "list")} put away`],
    [done.begun.length, `${counted(done.begun.length, "list")} begun`],
    [done.reopened.length, `${done.reopened.length} open again`],
    [done.redated.length, `${done.redated.length} with a new date`],
  ] as const;
  return parts.flatMap(([count, words]) => (count > 0 ? [words] : [])).join(", ");
}
