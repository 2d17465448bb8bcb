// What the worksheets' list and a worksheet's page show, read from the store in one go. While the first scores are to be
// hidden they do not leave this file.

import type { Worksheet } from "../../actions/decisions.ts";
import { dayOf, deviceZone, msOf } from "../../model/days.ts";
import {
  defaultQuestion,
  hidesFirst,
  scoresOf,
  stageOf,
  standings,
  worksheetId,
  type Criterion,
  type Option,
  type Scores,
  type Stage,
  type Standing,
} from "../../model/decision.ts";
import { criteriaOf, optionsOf } from "../../model/decision-parts.ts";
import { wordsFor, type Said } from "../../model/decision-words.ts";
import { schema, type Decisions } from "../../model/schema.ts";
import type { Entry, Store } from "../../store/store.ts";

export type Decision = Readonly<Omit<Decisions, "options" | "criteria" | "scores" | "blind_scores">>;

export interface DecisionView {
  readonly sheet: Worksheet;
  readonly isTrashed: boolean;
  readonly decision: Decision;
  readonly stage: Stage;
  readonly said: Said;
  readonly options: readonly Option[];
  readonly criteria: readonly Criterion[];
  /** Empty while it is hidden. */
  readonly first: Scores;
  readonly second: Scores;
  readonly standings: readonly Standing[];
}

export const shownOfDecision = ["decisions", "decision_parts", "decision_scores", "items", "checklists", "interviews"] as const;

/** `id` names a worksheet, or a line that asks for one. Null: there is neither here (yet). */
export async function loadDecision(store: Store, id: string): Promise<DecisionView | null> {
  const sheet = await find(store, id);
  if (!sheet) return null;
  const [row, parts, cells] = await Promise.all([
    store.get("decisions", sheet.id),
    store.by("decision_parts", "decision", sheet.id),
    store.by("decision_scores", "decision", sheet.id),
  ]);
  const { options: begunOptions, criteria: begunCriteria, scores, blind_scores, ...decision } = row ?? { ...blank, ...sheet.seed };
  const zone = deviceZone();
  const today = dayOf(Date.now(), zone);
  const stage = stageOf(decision, today, zone);
  const begunWith = { options: begunOptions, criteria: begunCriteria };
  const options = optionsOf(begunWith, parts);
  const criteria = criteriaOf(begunWith, parts);
  const first = hidesFirst(stage) ? {} : scoresOf("first", scores, cells);
  const second = scoresOf("second", blind_scores, cells);
  const both = standings(options, criteria, first, second);
  return {
    sheet,
    isTrashed: Boolean(row?.trashed_at),
    decision,
    stage,
    said: wordsFor(stage, decision, both, today, zone),
    options,
    criteria,
    first,
    second,
    standings: both,
  };
}

const blank = Object.fromEntries(Object.keys(schema.decisions).map((field) => [field, null])) as unknown as Decisions;

async function find(store: Store, id: string): Promise<Worksheet | null> {
  if (await store.get("decisions", id)) return { id, seed: {}, item: null };
  const item = await store.get("items", id);
  const list = item?.checklist ? await store.get("checklists", item.checklist) : undefined;
  if (!item || !list) return null;
  // A line that a worksheet put on a list says which.
  if (item.tool_ref !== null && (await store.get("decisions", item.tool_ref))) return { id: item.tool_ref, seed: {}, item };
  const interview = list.subject_kind === "interview" ? list.subject_id : null;
  const about = interview ? await store.get("interviews", interview) : undefined;
  const question = about?.company ? `${about.company}: stay, move or negotiate?` : defaultQuestion;
  return { id: worksheetId(list.subject_id ?? list.id), seed: { interview, question }, item };
}

export interface DecisionRow {
  readonly decision: Entry<"decisions">;
  readonly stage: Stage;
}

/** Those that wait for something first, then by when they were scored last. */
export async function loadDecisions(store: Store): Promise<readonly DecisionRow[]> {
  const zone = deviceZone();
  const today = dayOf(Date.now(), zone);
  const rows = (await store.all("decisions")).map((decision) => ({ decision, stage: stageOf(decision, today, zone) }));
  return rows.sort((a, b) => order[a.stage] - order[b.stage] || scoredMs(b.decision) - scoredMs(a.decision));
}

const order: { readonly [stage in Stage]: number } = { review: 0, blind: 1, compared: 2, scoring: 3, waiting: 4, chosen: 5, reviewed: 6 };

const scoredMs = ({ scored_at }: Entry<"decisions">): number => (scored_at === null ? 0 : msOf(scored_at));
