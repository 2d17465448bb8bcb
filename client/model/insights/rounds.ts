// How far each process went, and whether the latest season went further than the one before it. Pure.

import { msOf, type TimeZone } from "../days.ts";
import { groupBy } from "../group-by.ts";
import type { Interviews, Rounds } from "../schema.ts";
import { capital, countWord, counted, isWaiting, numberWord } from "../words.ts";
import { inSeason, seasonOf, seasonWords, type Season } from "./seasons.ts";

/** Heights of the hops. A first talk is on the phone or in person; a panel is any talk after it. */
export const levels = { first: 1, panel: 2, final: 3, offer: 4 } as const;
export type Level = (typeof levels)[keyof typeof levels];

export const levelNames: { readonly [level in Level]: string } = { 1: "First talk", 2: "Panel", 3: "Final", 4: "Offer" };
const levelPhrases: { readonly [level in Level]: string } = { 1: "a first talk", 2: "a panel", 3: "a final", 4: "an offer" };

export interface Process {
  readonly id: string;
  /** Inside one's own company the role tells processes apart, elsewhere the company does. */
  readonly name: string;
  /** Its last talk so far. */
  readonly atMs: number;
  readonly level: Level;
  readonly isOpen: boolean;
}

type Interview = Pick<Interviews, "company" | "role" | "internal" | "held_at" | "outcome"> & { readonly id: string };
type Round = Pick<Rounds, "interview" | "kind" | "held_at">;

/** Those that have begun, by their last talk; a talk to come is not counted. */
export function processesOf(interviews: readonly Interview[], rounds: readonly Round[], nowMs: number): Process[] {
  const roundsOf = groupBy(rounds, (round) => round.interview);
  return interviews
    .flatMap((interview) => {
      const past = (roundsOf.get(interview.id) ?? []).filter(({ held_at }) => held_at === null || msOf(held_at) <= nowMs);
      const begun = [interview, ...past]
        .flatMap(({ held_at }) => (held_at === null ? [] : msOf(held_at)))
        .filter((ms) => ms <= nowMs);
      if (begun.length === 0) return [];
      const { id, company, role, internal } = interview;
      const name = (internal ? role : company) ?? company ?? role ?? "An interview";
      return [{ id, name, atMs: Math.max(...begun), level: levelOf(interview, past), isOpen: isWaiting(interview) }];
    })
    .sort((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1));
}

function levelOf({ outcome }: Pick<Interview, "outcome">, past: readonly Round[]): Level {
  const has = (...kinds: readonly Round["kind"][]) => past.some(({ kind }) => kinds.includes(kind));
  if (outcome === "offer") return levels.offer;
  if (has("final")) return levels.final;
  return has("panel", "technical") || past.length > 1 ? levels.panel : levels.first;
}

/** The latest season with a talk in it, beside the one with a talk before that. */
export interface Progress {
  readonly count: number;
  readonly open: number;
  readonly now: Season;
  readonly latest: Best | null;
  readonly before: Best | null;
}

interface Best {
  readonly season: Season;
  readonly level: Level;
}

export function progressOf(processes: readonly Process[], nowMs: number, zone: TimeZone): Progress {
  const best = new Map<Season, Level>();
  for (const { atMs, level } of processes) {
    const season = seasonOf(atMs, zone);
    if (level > (best.get(season) ?? 0)) best.set(season, level);
  }
  const [latest = null, before = null] = [...best]
    .map(([season, level]) => ({ season, level }))
    .sort((a, b) => b.season - a.season);
  const open = processes.filter(({ isOpen }) => isOpen).length;
  return { count: processes.length, open, now: seasonOf(nowMs, zone), latest, before };
}

/** "You are getting further than in spring.": the headline of Insights. */
export function progressHeadline({ count, open, now, latest, before }: Progress, zone: TimeZone): string {
  if (latest === null) return "Nothing to compare yet.";
  if (before === null) return `${countWord(count)} ${count === 1 ? "interview" : "interviews"} so far.`;
  const then = inSeason(before.season, now, zone);
  if (latest.level < before.level) {
    const still = open > 0 ? `; ${numberWord(open)} ${open === 1 ? "is" : "are"} still open` : "";
    return `${capital(then)} you got further${still}.`;
  }
  const isRecent = now - latest.season <= 1;
  const far = latest.level > before.level ? "further than" : "as far as";
  return `${isRecent ? "You are getting" : "You got"} ${far} ${then}.`;
}

/** "In spring it came to a first talk. This autumn you reached a final." */
export function roundsSentence({ now, latest, before, count }: Progress, zone: TimeZone): string {
  if (latest === null) return "";
  const reached = levelPhrases[latest.level];
  if (before === null) return count === 1 ? `It has come to ${reached}.` : `The furthest so far is ${reached}.`;
  const then = inSeason(before.season, now, zone);
  const lately = latest.season === now ? `this ${seasonWords(now, now, zone)}` : inSeason(latest.season, now, zone);
  if (latest.level > before.level) return `${capital(then)} it came to ${levelPhrases[before.level]}. ${capital(lately)} you reached ${reached}.`;
  if (latest.level === before.level) return `It came to ${reached} ${then}, and again ${lately}.`;
  return `${capital(then)} it came to ${levelPhrases[before.level]}, ${lately} to ${reached}.`;
}

/** How many are drawn: more would be needles. */
const mostDrawn = 5;

export const drawnProcesses = (processes: readonly Process[]): readonly Process[] => processes.slice(-mostDrawn);

/** "Drawn are the last five of 500 interviews."; null where all are. */
export function drawnWords(count: number): string | null {
  return count > mostDrawn ? `Drawn are the last ${numberWord(mostDrawn)} of ${counted(count, "interview")}.` : null;
}
