// What a person does with a worksheet: score it, put it away for a week, score it again, choose, and look back. Each is
// one write with one undo, and settles the line of a list that asked for it.

import { filledIn, oneLine } from "../model/clean.ts";
import { addDays, dayOf, deviceZone, momentAt, momentNow, type Day } from "../model/days.ts";
import {
  defaultQuestion,
  scoreId,
  secondDay,
  type Criterion,
  type Option,
  type Round,
  type Score,
} from "../model/decision.ts";
import { isOpen } from "../model/due.ts";
import { newId } from "../model/id.ts";
import { positionAtEnd } from "../model/order.ts";
import { namedId } from "../model/planner/named-id.ts";
import type { Decisions } from "../model/schema.ts";
import { shortDateWords } from "../model/words.ts";
import { store } from "../store/current.ts";
import type { Change, Entry } from "../store/store.ts";
import { readParts } from "./decision-parts.ts";
import { trash } from "./trash.ts";
import { perform } from "./undo.ts";
import { keep, rowChange, type Worksheet } from "./worksheet.ts";

export type { Worksheet } from "./worksheet.ts";

/** Gives its id. */
export async function startDecision(given: string): Promise<string> {
  const question = oneLine(given, 500) ?? defaultQuestion;
  const id = newId();
  await perform(`Started: ${question}`, [{ collection: "decisions", id, set: { question } }]);
  return id;
}

/** The same options and criteria, with nothing scored. Gives its id. */
export async function decideAgain({ id: before }: Worksheet): Promise<string> {
  const { question, interview } = (await store.value.get("decisions", before))!;
  const options = (await readParts(before, "option")).map(({ id, name }) => ({ id, name }));
  const criteria = (await readParts(before, "criterion")).map(({ id, name, weight }) => ({ id, name, weight }));
  const id = newId();
  await perform("Started again", [
    { collection: "decisions", id, set: filledIn("decisions", { question, interview, options, criteria }) },
  ]);
  return id;
}

export async function editDecision(sheet: Worksheet, set: Partial<Decisions>): Promise<void> {
  await keep(sheet, set, "Saved");
}

export async function trashDecision(id: string): Promise<void> {
  await trash("decisions", id);
}

// ---- scoring

/** Null takes a score out again. A row a cell: two devices may each score some. */
export async function setScore(sheet: Worksheet, round: Round, option: Option, criterion: Criterion, score: Score | null): Promise<void> {
  const id = scoreId(sheet.id, round, option.id, criterion.id);
  const before = await store.value.get("decision_scores", id);
  const set = { decision: sheet.id, round, option: option.id, criterion: criterion.id, score, trashed_at: null };
  const change = rowChange("decision_scores", id, before, set);
  if (change.length > 0) await keep(sheet, {}, `${option.name}, ${criterion.name}: ${score ?? "no score"}`, change);
}

/** The scores go out of sight for a week. */
export async function putScoresAway(sheet: Worksheet): Promise<void> {
  const scored_at = momentNow();
  const again = secondDay({ scored_at }, deviceZone())!;
  const settled = await settling(sheet, ["score"]);
  await keep(sheet, { scored_at }, `Put away until ${shortDateWords(again, deviceZone())}`, settled);
}

/** Back to the first scores. The week begins anew when they are put away again. */
export async function reopenFirst(sheet: Worksheet): Promise<void> {
  await keep(sheet, { scored_at: null }, "The first scores are open again");
}

export async function finishSecond(sheet: Worksheet): Promise<void> {
  await keep(sheet, { blind_scored_at: momentNow() }, "Scored twice", await settling(sheet, ["score-again"]));
}

export async function reopenSecond(sheet: Worksheet): Promise<void> {
  await keep(sheet, { blind_scored_at: null }, "The second scores are open again");
}

// ---- choosing and looking back

export interface Choice {
  /** The option's name. */
  readonly chosen: string;
  readonly firstStep: string;
  /** Where the first step goes. */
  readonly goesTo: "list" | "plan";
  readonly reviewOn: Day;
}

/** The choice, its first step as a line of a list or an option of Plan B, and a line for the day one looks back. */
export async function choose(sheet: Worksheet, choice: Choice): Promise<void> {
  const zone = deviceZone();
  const chosen = oneLine(choice.chosen, 200);
  const first_step = oneLine(choice.firstStep, 500);
  const review_at = momentAt(choice.reviewOn, 9, 0, zone);
  const row = await store.value.get("decisions", sheet.id);
  const list = await listFor(sheet, row);
  const steps = first_step === null ? [] : await firstStep(sheet, { ...choice, chosen: chosen!, firstStep: first_step }, list.id);
  const review = await reviewLine(sheet, row, list.id, review_at!);
  const settled = await settling(sheet, ["choose"]);
  const set = { chosen, first_step, review_at, came_true: null, reviewed_at: null };
  await keep(sheet, set, `Chosen: ${chosen}`, [...list.begun, ...steps, ...review, ...settled]);
}

/** As if nothing had been chosen. What the choice put on a list stays there. */
export async function reopenChoice(sheet: Worksheet): Promise<void> {
  await keep(sheet, { chosen: null, review_at: null, came_true: null, reviewed_at: null }, "Open again");
}

export async function lookBack(sheet: Worksheet, came_true: NonNullable<Decisions["came_true"]>): Promise<void> {
  await keep(sheet, { came_true, reviewed_at: momentNow() }, "Kept", await settling(sheet, ["review"]));
}

interface ListFor {
  readonly id: string;
  readonly begun: readonly Change[];
}

/** The list that led here, the interview's own for deciding, or a new one, the same on every device. */
async function listFor({ id, item }: Worksheet, row: Entry<"decisions"> | undefined): Promise<ListFor> {
  if (item?.checklist) return { id: item.checklist, begun: [] };
  const beside = row?.interview ? await store.value.by("checklists", "subject_id", row.interview) : [];
  const deciding = beside.find((list) => list.playbook === "decide" && list.archived_at === null);
  if (deciding) return { id: deciding.id, begun: [] };
  const about = row?.interview ? ({ subject_kind: "interview", subject_id: row.interview } as const) : {};
  const title = row?.question ?? defaultQuestion;
  const set = { title, ...about, anchor_at: momentNow(), position: positionAtEnd(beside), archived_at: null, trashed_at: null };
  return { id: namedId(id, "list"), begun: [{ collection: "checklists", id: namedId(id, "list"), set }] };
}

async function firstStep({ id }: Worksheet, { chosen, firstStep: step, goesTo }: Choice, list: string): Promise<readonly Change[]> {
  if (goesTo === "plan") {
    const position = positionAtEnd(await store.value.all("plans"));
    const option = { title: chosen, next_step: step, status: "ready", position, trashed_at: null } as const;
    return [{ collection: "plans", id: namedId(id, "option"), set: option }];
  }
  return [await line(id, "first step", list, { text: step, due_at: tomorrowMorning() })];
}

/** The list's own line for it where there is one, moved to the day chosen; else a new one. */
async function reviewLine(
  sheet: Worksheet,
  row: Entry<"decisions"> | undefined,
  list: string,
  due_at: string,
): Promise<readonly Change[]> {
  const asks = { tool: "decision", tool_ref: sheet.id, due_rule: null, due_at, snoozed_until: null };
  const waiting = (await linesOf(sheet)).find((item) => item.step === "review" && isOpen(item));
  if (waiting) return [{ collection: "items", id: waiting.id, set: asks }];
  const text = row?.commitment ? "Check if the commitment came true" : "Look back: did it pay what you hoped?";
  return [await line(sheet.id, "review", list, { text, step: "review", ...asks })];
}

/** A line whose id follows from the worksheet: chosen again, it is the same line. */
async function line(sheet: string, name: string, checklist: string, set: Partial<Change<"items">["set"]>): Promise<Change<"items">> {
  const position = positionAtEnd(await store.value.by("items", "checklist", checklist));
  const fresh = { done_at: null, skipped_at: null, trashed_at: null };
  return { collection: "items", id: namedId(sheet, name), set: { checklist, position, ...fresh, ...set } };
}

function tomorrowMorning(): string | null {
  const zone = deviceZone();
  return momentAt(addDays(dayOf(Date.now(), zone), 1), 9, 0, zone);
}

// ---- lines that asked for it

/** The open lines whose work has just been done: of this worksheet's lists, and the one that led here. */
async function settling(sheet: Worksheet, steps: readonly string[]): Promise<Change<"items">[]> {
  const done_at = momentNow();
  const lines = await linesOf(sheet);
  const asking = lines.filter((item) => isOpen(item) && item.step !== null && steps.includes(item.step));
  return asking.map(({ id }) => ({ collection: "items", id, set: { done_at } }));
}

async function linesOf({ id, seed, item }: Worksheet): Promise<Entry<"items">[]> {
  const row = await store.value.get("decisions", id);
  const interview = row?.interview ?? seed.interview;
  const beside = interview ? await store.value.by("checklists", "subject_id", interview) : [];
  const lists = beside.filter((list) => list.archived_at === null).map((list) => list.id);
  const ids = new Set([...lists, namedId(id, "list"), ...(item?.checklist ? [item.checklist] : [])]);
  const lines = await Promise.all([...ids].map((list) => store.value.by("items", "checklist", list)));
  return lines.flat().filter(({ tool_ref }) => tool_ref === null || tool_ref === id);
}
