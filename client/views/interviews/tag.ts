// The one word about where an interview stands. Pure.
import type { Entry } from "../../store/store.ts";
import { dayOf, msOf, type TimeZone } from "../../model/days.ts";
import { answerWords, dateWords } from "../../model/words.ts";
import type { IconName } from "../components/icon.tsx";

export interface InterviewTag {
  readonly words: string;
  readonly icon: IconName;
  readonly tone?: "waiting";
  /** When what the tag says will happen; null for what has. */
  readonly atMs: number | null;
}

type Talk = Pick<Entry<"rounds">, "held_at" | "kind">;
type Process = Pick<Entry<"interviews">, "outcome" | "promised_at" | "held_at">;

/** The answer once there is one, else the promised date, else the talk to come, else the last that was. */
export function tagOf(interview: Process, rounds: readonly Talk[], nowMs: number, zone: TimeZone): InterviewTag | null {
  const { outcome, promised_at: promised } = interview;
  if (outcome !== null && outcome !== "waiting")
    return { words: answerWords[outcome], icon: answerIcons[outcome], atMs: null };
  const coming = nextTalk(rounds, nowMs);
  if (coming !== null && (promised === null || msOf(coming.held_at) < msOf(promised))) {
    const which = coming.kind === "final" ? "Last talk" : "Next talk";
    return talk(`${which} ${dateWords(coming.held_at, zone)}`, msOf(coming.held_at));
  }
  if (promised !== null) return promise(promised, nowMs, zone);
  const last = lastTalk(interview, rounds);
  return last === null ? null : talk(`Talked ${dateWords(last, zone)}`, null);
}

/** One sign each, and all in the same quiet tag: a no weighs what an offer weighs. */
export const answerIcons = {
  offer: "handshake",
  no: "door-closed",
  silence: "message-circle-dashed",
  withdrawn: "footprints",
} as const satisfies Record<string, IconName>;

const talk = (words: string, atMs: number | null): InterviewTag => ({ words, atMs, icon: "calendar-days" });

function promise(promised: string, nowMs: number, zone: TimeZone): InterviewTag {
  const atMs = msOf(promised);
  const today = dayOf(nowMs, zone);
  // A promised day is kept until it is over, whatever hour is stored with it.
  const isOver = dayOf(promised, zone) < today;
  const words = `${isOver ? "Answer was due" : "Answer by"} ${dateWords(promised, zone, today)}`;
  return { words, atMs, icon: "hourglass", tone: "waiting" };
}

function nextTalk(
  rounds: readonly Talk[],
  nowMs: number,
): { readonly held_at: string; readonly kind: Talk["kind"] } | null {
  const coming = rounds.flatMap(({ held_at, kind }) =>
    held_at !== null && msOf(held_at) > nowMs ? [{ held_at, kind }] : [],
  );
  return coming.sort((a, b) => msOf(a.held_at) - msOf(b.held_at))[0] ?? null;
}

function lastTalk(interview: Process, rounds: readonly Talk[]): string | null {
  const talks = [interview.held_at, ...rounds.map((round) => round.held_at)].filter((at) => at !== null);
  return talks.sort((a, b) => msOf(b) - msOf(a))[0] ?? null;
}
