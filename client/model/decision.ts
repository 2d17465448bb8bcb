// The worksheet "decide on what it pays": options by weighted criteria, scored twice, a week apart. Pure.
//
// Scores are kept by option and criterion, never by place: an order or a name that another device changed moves none.
// Each is a row of its own (`decision_scores`), so that of two devices that score without a network both are kept.
//
// Earlier versions kept all scores of a scoring in one field of the worksheet, of which two devices lost each other's. It
// is read where a cell has no row, and no longer written. A cell that has one is never asked of that field again, also
// when it was written later: an older version knew nothing of the rows, and wrote all it had with whatever it changed.
//
// Between the first scoring and the second nobody is shown the first: not here and not by any view (hidesFirst).

import { addDays, dayOf, type Day, type TimeZone } from "./days.ts";
import { namedId } from "./planner/named-id.ts";
import type { Decisions, DecisionScores, Structured } from "./schema.ts";

export interface Option {
  readonly id: string;
  readonly name: string;
}

export type Weight = 1 | 2 | 3;

export interface Criterion extends Option {
  readonly weight: Weight;
}

export type Score = 1 | 2 | 3 | 4 | 5;

/** By option, then by criterion. */
export type Scores = { readonly [option: string]: { readonly [criterion: string]: Score } };

export type Round = NonNullable<DecisionScores["round"]>;

export const highestScore = 5;
export const highestWeight = 3;

/** A week's distance is what makes the second scoring worth having. */
export const coolingDays = 7;

export const defaultQuestion = "Stay, move or negotiate?";

export const defaultOptions: readonly Option[] = [
  { id: "stay", name: "Stay" },
  { id: "move", name: "Move" },
  { id: "negotiate", name: "Negotiate" },
];

export const defaultCriteria: readonly Criterion[] = [
  { id: "pay", name: "Pay", weight: 2 },
  { id: "learning", name: "Learning", weight: 3 },
  { id: "visibility", name: "Visibility", weight: 2 },
  { id: "time", name: "Time", weight: 1 },
  { id: "risk", name: "Risk", weight: 2 },
  { id: "sponsor", name: "Sponsor strength", weight: 3 },
];

/** The worksheet of an interview, or of a list that stands on its own: the same on every device. */
export function worksheetId(about: string): string {
  return namedId(about, "decision");
}

/** A cell's own id: two devices that score the same one without a network write one row. */
export function scoreId(decision: string, round: Round, option: string, criterion: string): string {
  return namedId(decision, `score/${round}/${option}/${criterion}`);
}

type ScoreRow = Pick<DecisionScores, "round" | "option" | "criterion" | "score">;

/** The rows of a scoring over what an earlier version kept in the worksheet. A row without a score was taken out. */
export function scoresOf(round: Round, kept: Structured | null, rows: readonly ScoreRow[]): Scores {
  const cells = rows.filter((row) => row.round === round && row.option !== null && row.criterion !== null);
  return cells.reduce(
    (scores, { option, criterion, score }) =>
      withScore(scores, option!, criterion!, inRange(score, highestScore) ? (score as Score) : null),
    scoresIn(kept),
  );
}

function scoresIn(kept: Structured | null): Scores {
  if (kept === null || Array.isArray(kept)) return {};
  const columns = Object.entries(kept).filter(([, column]) => typeof column === "object" && column !== null);
  return Object.fromEntries(
    columns.map(([option, column]) => [
      option,
      Object.fromEntries(Object.entries(column as object).filter(([, score]) => inRange(score, highestScore))) as Record<string, Score>,
    ]),
  );
}

/** The scores with one changed; null takes it out. */
function withScore(scores: Scores, option: string, criterion: string, score: Score | null): Scores {
  const { [criterion]: _, ...others } = Object.hasOwn(scores, option) ? scores[option]! : {};
  return { ...scores, [option]: score === null ? others : { ...others, [criterion]: score } };
}

/** A cell; an id another program wrote may read "constructor", which every object has and nobody scored. */
export function scoreIn(scores: Scores, option: string, criterion: string): Score | undefined {
  const column = Object.hasOwn(scores, option) ? scores[option]! : {};
  return Object.hasOwn(column, criterion) ? column[criterion] : undefined;
}

/** How many cells are still empty. */
export function missingIn(scores: Scores, options: readonly Option[], criteria: readonly Criterion[]): number {
  return options.flatMap(({ id }) => criteria.filter((criterion) => scoreIn(scores, id, criterion.id) === undefined)).length;
}

/** Out of five: each score counts as often as its criterion weighs, and what has none is left out. Null: it has none. */
export function weighted(scores: Scores, option: string, criteria: readonly Criterion[]): number | null {
  let [sum, weights] = [0, 0];
  for (const { id, weight } of criteria) {
    const score = scoreIn(scores, option, id);
    if (score === undefined) continue;
    sum += weight * score;
    weights += weight;
  }
  return weights === 0 ? null : Math.round((10 * sum) / weights) / 10;
}

/** What both scorings said of an option. */
export interface Standing extends Option {
  readonly first: number | null;
  readonly second: number | null;
}

export function standings(
  options: readonly Option[],
  criteria: readonly Criterion[],
  first: Scores,
  second: Scores,
): readonly Standing[] {
  return options.map((option) => ({
    ...option,
    first: weighted(first, option.id, criteria),
    second: weighted(second, option.id, criteria),
  }));
}

export type Stage = "scoring" | "waiting" | "blind" | "compared" | "chosen" | "review" | "reviewed";

type Dates = Pick<Decisions, "scored_at" | "blind_scored_at" | "chosen" | "review_at" | "reviewed_at">;

export function stageOf(decision: Dates, today: Day, zone: TimeZone): Stage {
  if (decision.reviewed_at !== null) return "reviewed";
  if (decision.chosen !== null) {
    return decision.review_at !== null && dayOf(decision.review_at, zone) <= today ? "review" : "chosen";
  }
  if (decision.blind_scored_at !== null) return "compared";
  const again = secondDay(decision, zone);
  if (again === null) return "scoring";
  return again <= today ? "blind" : "waiting";
}

/** From when on it is scored again; null before the first time. */
export function secondDay({ scored_at }: Pick<Decisions, "scored_at">, zone: TimeZone): Day | null {
  return scored_at === null ? null : addDays(dayOf(scored_at, zone), coolingDays);
}

/** While it rests and while it is scored again. */
export function hidesFirst(stage: Stage): boolean {
  return stage === "waiting" || stage === "blind";
}

export function inRange(value: unknown, highest: number): boolean {
  return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= highest;
}
