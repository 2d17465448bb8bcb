// How a talk felt, beside what came of it. Told from five on; fewer would be a horoscope. Pure.

import type { Interviews } from "../schema.ts";
import { answers, answerWords, countWord, isWaiting, numberWord, type Outcome } from "../words.ts";

/** Recorded feelings it takes before they are set beside the answers. */
export const enoughRecorded = 5;
/** Of each answer, before their averages are compared. */
const enoughOfEach = 2;
/** On a scale of five; less is what one means on another day. */
const felt = 1;

export const feelings = [1, 2, 3, 4, 5] as const;

export interface Lane {
  readonly outcome: Outcome;
  readonly word: string;
  /** By feeling, 1 to 5: how many. */
  readonly counts: readonly number[];
}

export interface Confidence {
  readonly recorded: number;
  /** An answer each, in the order of the switch, then the open ones; only those that occur. */
  readonly lanes: readonly Lane[];
}

type Interview = Pick<Interviews, "confidence" | "outcome">;

export function confidenceOf(interviews: readonly Interview[]): Confidence {
  const recorded = interviews.filter(({ confidence }) => confidence !== null);
  const lanes = [...answers, "waiting" as const].map((outcome): Lane => {
    const some = recorded.filter((each) => (outcome === "waiting" ? isWaiting(each) : each.outcome === outcome));
    const counts = feelings.map((feeling) => some.filter(({ confidence }) => confidence === feeling).length);
    return { outcome, word: outcome === "waiting" ? "Still open" : answerWords[outcome], counts };
  });
  return { recorded: recorded.length, lanes: lanes.filter(({ counts }) => sum(counts) > 0) };
}

/** The honest sentence before there are five, and what five or more say. */
export function confidenceSentence({ recorded, lanes }: Confidence): string {
  if (recorded === 0) return "Shown after five interviews with a note of how they felt.";
  if (recorded < enoughRecorded) {
    return `Shown after five interviews. You have recorded ${numberWord(recorded)}, and fewer would only be noise.`;
  }
  const basis = `${countWord(recorded)} recorded.`;
  const of = (outcome: Outcome) => lanes.find((lane) => lane.outcome === outcome)?.counts ?? [];
  const [offers, noes] = [of("offer"), of("no")];
  if (sum(offers) < enoughOfEach || sum(noes) < enoughOfEach) return `${basis} Two offers and two noes are needed to compare.`;
  const difference = average(offers) - average(noes);
  if (difference >= felt) return `${basis} What felt better was answered better, so far.`;
  if (difference <= -felt) return `${basis} What felt worse was answered better, so far.`;
  return `${basis} How it felt told little about the answer.`;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

function average(counts: readonly number[]): number {
  return counts.reduce((total, count, index) => total + count * feelings[index]!, 0) / sum(counts);
}
