// How long answers took, and how long the open ones have waited. From the last talk before the answer; an offer and a no
// are answers, silence is not. Pure.

import { dayOf, daysBetween, msOf, type TimeZone } from "../days.ts";
import { groupBy } from "../group-by.ts";
import type { Interviews, Rounds } from "../schema.ts";
import { capital, isWaiting, listed, numberWord } from "../words.ts";

export interface Wait {
  readonly id: string;
  readonly name: string;
  readonly days: number;
}

export interface Waits {
  /** In the order in which the answers came. */
  readonly answered: readonly Wait[];
  /** The shortest first. */
  readonly open: readonly Wait[];
  /** Put down without an answer. */
  readonly silent: number;
}

type Interview = Pick<Interviews, "company" | "role" | "held_at" | "outcome" | "outcome_at"> & { readonly id: string };
type Round = Pick<Rounds, "interview" | "held_at">;

export function waitsOf(interviews: readonly Interview[], rounds: readonly Round[], nowMs: number, zone: TimeZone): Waits {
  const roundsOf = groupBy(rounds, (round) => round.interview);
  const waitUntil = (interview: Interview, untilMs: number): Wait[] => {
    const talks = [interview, ...(roundsOf.get(interview.id) ?? [])].flatMap(({ held_at }) => (held_at ? msOf(held_at) : []));
    const until = dayOf(untilMs, zone);
    const days = talks.map((ms) => daysBetween(dayOf(ms, zone), until)).filter((count) => count >= 0);
    const name = interview.company ?? interview.role ?? "One";
    return days.length > 0 ? [{ id: interview.id, name, days: Math.min(...days) }] : [];
  };
  const answered = interviews
    .flatMap((interview) => {
      const isAnswer = interview.outcome === "offer" || interview.outcome === "no";
      return isAnswer && interview.outcome_at ? [{ interview, atMs: msOf(interview.outcome_at) }] : [];
    })
    .sort((a, b) => a.atMs - b.atMs)
    .flatMap(({ interview, atMs }) => waitUntil(interview, atMs));
  const open = interviews.filter(isWaiting).flatMap((interview) => waitUntil(interview, nowMs));
  return {
    answered,
    open: open.sort((a, b) => a.days - b.days),
    silent: interviews.filter(({ outcome }) => outcome === "silence").length,
  };
}

/** So few can be told one by one. */
const mostTold = 3;

/** "9 and 12 days. Ostara Rail has had 4, which is early." */
export function waitsSentence({ answered, open, silent }: Waits): string {
  const days = answered.map((wait) => wait.days);
  // Words and figures in one sentence would look like two kinds of number.
  const told = [...days, ...open.slice(-1).map((wait) => wait.days)];
  const say = told.every((count) => count > 0 && count < 10) ? numberWord : String;
  return [answeredWords(days, say), openWords(days, open, say), silentWords(silent)].filter(Boolean).join(" ");
}

type Say = (count: number) => string;

function answeredWords(days: readonly number[], say: Say): string {
  if (days.length === 0) return "";
  if (days.length === 1) return `${capital(dayCount(days[0]!, say))}, the only answer so far.`;
  if (days.length <= mostTold) return `${capital(listed(days.map(say)))} days.`;
  const sorted = days.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)]!;
  return `Half of ${days.length} answers came ${middle === 0 ? "" : "within "}${dayCount(middle, say)}, the slowest took ${dayCount(sorted.at(-1)!, say)}.`;
}

/** The open one that has waited longest: the one somebody wonders about. */
function openWords(days: readonly number[], open: readonly Wait[], say: Say): string {
  const longest = open.at(-1);
  if (!longest || longest.days === 0) return "";
  if (days.length === 0) return `${longest.name} has had ${dayCount(longest.days, say)}.`;
  const had = `${longest.name} has had ${say(longest.days)}`;
  if (longest.days < Math.min(...days)) return `${had}, which is early.`;
  if (longest.days <= Math.max(...days)) return `${had}, which is nothing unusual.`;
  return `${had}, longer than the others took.`;
}

function silentWords(silent: number): string {
  if (silent === 0) return "";
  return `${capital(numberWord(silent))} never answered, and ${silent === 1 ? "is" : "are"} not counted.`;
}

const dayCount = (days: number, say: Say): string =>
  days === 0 ? "the same day" : `${say(days)} ${days === 1 ? "day" : "days"}`;
