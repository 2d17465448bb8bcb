// What a worksheet says of itself: its headline and the line under it, from what the scores are. Pure.

import { dayOf, daysBetween, type Day, type TimeZone } from "./days.ts";
import { secondDay, type Stage, type Standing } from "./decision.ts";
import type { Decisions } from "./schema.ts";
import { capital, listed, nearDayWords, numberWord, shortDateWords } from "./words.ts";

/** Less than this is the hand, not the mind. */
const leastMove = 0.3;

type Facts = Pick<
  Decisions,
  "scored_at" | "blind_scored_at" | "chosen" | "review_at" | "first_step" | "commitment" | "commitment_on" | "came_true"
>;

export interface Said {
  readonly headline: string;
  readonly note: string;
}

export function wordsFor(stage: Stage, decision: Facts, standings: readonly Standing[], today: Day, zone: TimeZone): Said {
  const on = (moment: string | null) => (moment === null ? "" : shortDateWords(dayOf(moment, zone), zone));
  switch (stage) {
    case "scoring":
      return { headline: "What would each of them pay you?", note: "Write what you feel, score what you see. Decide nothing today." };
    case "waiting":
      return {
        headline: `Let it rest. Score it again ${nearDayWords(secondDay(decision, zone)!, today)}.`,
        note: `First scored on ${on(decision.scored_at)}. The scores are put away, so that the second time is honest.`,
      };
    case "blind":
      return { headline: "Once more, as you see it today.", note: "The first scores stay away until you are through." };
    case "compared":
      return { headline: comparedHeadline(standings, daysApart(decision, zone)), note: comparedNote(decision, zone) };
    case "chosen":
      return { headline: `You chose ${doing(decision.chosen!)}.`, note: reviewNote(decision, today, zone) };
    case "review":
      return {
        headline: decision.commitment ? "Did the commitment come true?" : "Did it pay what you hoped?",
        note: decision.commitment
          ? `“${decision.commitment}”${decision.commitment_on ? `, by ${shortDateWords(decision.commitment_on, zone)}` : ""}.`
          : `You chose ${doing(decision.chosen!)}.`,
      };
    case "reviewed":
      return reviewedWords(decision);
  }
}

/** "A week changed your mind about staying.": what the two scorings say together. */
export function comparedHeadline(standings: readonly Standing[], days: number): string {
  const both = standings.filter((standing): standing is Both => standing.first !== null && standing.second !== null);
  if (both.length === 0) return "Scored twice.";
  const moved = both.filter((standing) => Math.abs(moveOf(standing)) >= leastMove);
  const [before, now] = [bestOf(both, "first"), bestOf(both, "second")];
  const after = timeWords(days);
  if (moved.length === 0) return `${after} later, you see it the same way.`;
  if (now.length > 1) return `${after} later, ${listed(now.map(({ name }) => doing(name)))} are level.`;
  const isNewBest = !before.includes(now[0]!) || before.length > 1;
  if (!isNewBest) return `${after} later, ${doing(now[0]!.name)} still pays most.`;
  if (moved.length === both.length && both.length > 2) return `${after} moved everything. Now ${doing(now[0]!.name)} pays most.`;
  const most = moved.toSorted((a, b) => Math.abs(moveOf(b)) - Math.abs(moveOf(a)))[0]!;
  return `${after} changed your mind about ${doing(most.name)}.`;
}

/** "A week later": when the second scores were given. */
export function laterWords(decision: Facts, zone: TimeZone): string {
  return `${timeWords(daysApart(decision, zone))} later`;
}

/** "Weighted score out of 5. Stay fell from 3.5 to 2.8. …": the chart for those who hear it. */
export function chartSentence(standings: readonly Standing[]): string {
  const parts = standings.map(({ name, first, second }) => {
    if (second === null) return `${name} has no score.`;
    if (first === null) return `${name} has ${second.toFixed(1)}, for the first time.`;
    if (first === second) return `${name} stayed at ${second.toFixed(1)}.`;
    return `${name} ${second < first ? "fell" : "rose"} from ${first.toFixed(1)} to ${second.toFixed(1)}.`;
  });
  return ["Weighted score out of 5.", ...parts].join(" ");
}

/** For the row of a worksheet in a list. */
export function stageLine(stage: Stage, decision: Facts, today: Day, zone: TimeZone): string {
  switch (stage) {
    case "scoring":
      return "Not scored yet.";
    case "waiting":
      return `Rests. Score it again ${nearDayWords(secondDay(decision, zone)!, today)}.`;
    case "blind":
      return "Ready to be scored again, without the first.";
    case "compared":
      return "Scored twice. Ready to choose.";
    case "chosen":
      return `You chose ${doing(decision.chosen!)}. ${reviewNote(decision, today, zone)}`;
    case "review":
      return "Time to look back at it.";
    case "reviewed":
      return `You chose ${doing(decision.chosen ?? "")}. ${reviewedWords(decision).headline}`;
  }
}

/** "staying", "moving to storage"; what is no verb we know stands in quotes. */
export function doing(name: string): string {
  const [first = "", ...rest] = name.trim().split(/\s+/u);
  const verb = verbs[first.toLowerCase()];
  return verb === undefined ? `“${name.trim()}”` : [verb, ...rest].join(" ");
}

const verbs: Readonly<Record<string, string>> = {
  accept: "accepting",
  apply: "applying",
  ask: "asking",
  change: "changing",
  decline: "declining",
  go: "going",
  join: "joining",
  keep: "keeping",
  learn: "learning",
  leave: "leaving",
  move: "moving",
  negotiate: "negotiating",
  quit: "quitting",
  remain: "remaining",
  start: "starting",
  stay: "staying",
  study: "studying",
  switch: "switching",
  take: "taking",
  teach: "teaching",
  try: "trying",
  wait: "waiting",
};

type Both = Standing & { readonly first: number; readonly second: number };

function moveOf({ first, second }: Both): number {
  // Tenths as whole numbers: 3.4 - 3.1 is not quite 0.3.
  return Math.round(10 * (second - first)) / 10;
}

function bestOf(standings: readonly Both[], time: "first" | "second"): readonly Both[] {
  const highest = Math.max(...standings.map((standing) => standing[time]));
  return standings.filter((standing) => standing[time] === highest);
}

function daysApart({ scored_at, blind_scored_at }: Facts, zone: TimeZone): number {
  if (scored_at === null || blind_scored_at === null) return 7;
  return daysBetween(dayOf(scored_at, zone), dayOf(blind_scored_at, zone));
}

/** "A week", "Nine days", "Three weeks", "Two months". */
function timeWords(days: number): string {
  if (days < 7) return days === 1 ? "A day" : `${capital(numberWord(Math.max(0, days)))} days`;
  if (days === 7) return "A week";
  if (days < 14) return `${capital(numberWord(days))} days`;
  if (days < 60) return `${capital(numberWord(Math.round(days / 7)))} weeks`;
  return `${capital(numberWord(Math.round(days / 30)))} months`;
}

function comparedNote({ scored_at, blind_scored_at }: Facts, zone: TimeZone): string {
  if (scored_at === null || blind_scored_at === null) return "";
  const [first, then] = [scored_at, blind_scored_at].map((moment) => shortDateWords(dayOf(moment, zone), zone));
  return `First scored on ${first}, then on ${then} without seeing the first.`;
}

function reviewNote({ review_at }: Facts, today: Day, zone: TimeZone): string {
  if (review_at === null) return "";
  return `You look at it again on ${shortDateWords(dayOf(review_at, zone), zone, today)}.`;
}

function reviewedWords({ came_true, commitment }: Facts): Said {
  if (came_true === "yes") return { headline: "It came true.", note: "What was promised was kept. That speaks for where you are." };
  if (came_true === "partly") return { headline: "It came true in part.", note: "You know now what to ask for next, with a date." };
  const note = commitment ? "Now you have your answer in writing." : "Now you know, and need not wonder.";
  return { headline: "It did not come true.", note };
}
