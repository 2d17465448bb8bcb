// Arcs: a ball's way over the ground, drawn from data. A hop's width is time, or its height is readiness; what was is
// thin, what comes next is solid, what is not certain is dotted. Every drawing carries its own sentence. Pure.

import { dayOf, daysBetween, type Day, type TimeZone } from "./days.ts";
import type { Interviews, Plans, Rounds } from "./schema.ts";
import { capital, dateWords, listed, readinessWords, roundWords, shortDateWords, spokenDateWords, tickWords } from "./words.ts";

export type HopKind = "past" | "next" | "maybe";

export interface Hop {
  readonly kind: HopKind;
  /** SVG path data. */
  readonly d: string;
}

/** A place where the ball touches the ground. */
export interface Point {
  readonly x: number;
  /** Of the hop that ends here; the first point's is ignored. */
  readonly kind: HopKind;
  /** Apex over the ground, where it is data too; else it follows from the width. */
  readonly height?: number;
}

export interface Spot {
  readonly kind: "ball" | "spot" | "fix";
  readonly x: number;
  readonly y: number;
}

/** A label on the ground under the arc. */
export interface Mark {
  /** Along the line, from 0 to 1. */
  readonly at: number;
  readonly strong: string;
  readonly text: string;
  readonly align: "start" | "center";
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly hops: readonly Hop[];
  readonly spots: readonly Spot[];
  readonly marks: readonly Mark[];
  /** Whether the ground shows a mark a day. */
  readonly days: boolean;
  /** The text equivalent. */
  readonly words: string;
}

/** The drawing's width; it is scaled to the screen's. */
const width = 364;
/** How far hops begin and end beyond the drawing's edges. */
const overhang = { left: 44, right: 26 } as const;
/** The ground lies this far above the lower edge, so that the ball's round is not cut. */
const groundInset = 8;
/** Of a hop's width: the ball comes up again, higher. */
const rise: { readonly [kind in HopKind]: number } = { past: 0.31, next: 0.39, maybe: 0.43 };

/** One path from point to point; `enter` and `leave` are the apexes of the half hops at the edges, null for none. */
export function hops(
  points: readonly Point[],
  height: number,
  { enter, leave }: { readonly enter: number | null; readonly leave: number | null },
): Hop[] {
  const ground = height - groundInset;
  const made: Hop[] = [];
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return made;
  if (enter !== null) made.push({ kind: "past", d: halfHop(-overhang.left, ground - enter, first.x, ground) });
  points.slice(1).forEach((point, index) => {
    const from = points[index]!.x;
    const apex = Math.min(point.height ?? (point.x - from) * rise[point.kind], ground * 0.8);
    made.push({ kind: point.kind, d: hop(from, point.x, ground, apex) });
  });
  if (leave !== null) {
    const end = width + overhang.right;
    const apex = Math.min(leave, (end - last.x) * 0.53);
    made.push({ kind: "maybe", d: halfHop(end, ground - apex, last.x, ground, true) });
  }
  return made;
}

/** A parabola's control point lies twice as high as its apex. */
function hop(from: number, to: number, ground: number, apex: number): string {
  return `M${px(from)} ${px(ground)}Q${px((from + to) / 2)} ${px(ground - 2 * apex)} ${px(to)} ${px(ground)}`;
}

/** From an apex beyond the edge down to the ground, or the other way. */
function halfHop(apexX: number, apexY: number, groundX: number, groundY: number, up = false): string {
  const middle = px((apexX + groundX) / 2);
  if (up) return `M${px(groundX)} ${px(groundY)}Q${middle} ${px(apexY)} ${px(apexX)} ${px(apexY)}`;
  return `M${px(apexX)} ${px(apexY)}Q${middle} ${px(apexY)} ${px(groundX)} ${px(groundY)}`;
}

function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}

function spotAt(kind: Spot["kind"], x: number, height: number): Spot {
  // The ball sits a little higher than the holes it falls into.
  return { kind, x: Math.round(x * 10) / 10, y: height - groundInset + (kind === "ball" ? -1 : 1) };
}

function markAt(x: number, strong: string, text: string): Mark {
  return { at: Math.round((x / width) * 1000) / 1000, strong, text, align: "center" };
}

/** Something on a day of the next two weeks. */
export interface Ahead {
  readonly day: Day;
  readonly kind: "promise" | "talk" | "due";
  /** Short, for the ground: "Ostara answers". */
  readonly label: string;
  /** Whole, for the sentence: "Ostara Rail answers". */
  readonly words: string;
}

/** The window of Today's arc, in days. */
export const daysAhead = 14;
const dayWidth = width / daysAhead;
/** Three days are what the label of today needs, four what two labels need side by side. */
const firstGapDays = 3;
const gapDays = 4;
const mostAhead = 3;

/** Today and what lies ahead: the ball at the left edge, a hop to each thing that has a date. */
export function todayArc(ahead: readonly Ahead[], today: Day): Drawing {
  const height = 100;
  const x = (day: Day): number => (daysBetween(today, day) + 0.5) * dayWidth;
  const chosen = chooseAhead(ahead, today);
  const points: Point[] = chosen.map((thing, index) => ({ x: x(thing.day), kind: index === 0 ? "next" : "maybe" }));
  return {
    width,
    height,
    days: true,
    hops: hops([{ x: x(today), kind: "past" }, ...points], height, { enter: 48, leave: 62 }),
    spots: [
      ...chosen.map((thing) => spotAt(thing.kind === "promise" ? "spot" : "fix", x(thing.day), height)),
      spotAt("ball", x(today), height),
    ],
    marks: [
      { at: 0, strong: "Today", text: tickWords(today).slice(0, 3), align: "start" },
      ...chosen.map((thing) => markAt(x(thing.day), tickWords(thing.day), thing.label)),
    ],
    words: todaySentence(chosen),
  };
}

/** What is promised or agreed first, then what is due; never so many that their labels would touch. */
function chooseAhead(ahead: readonly Ahead[], today: Day): Ahead[] {
  const within = ahead.filter(({ day }) => {
    const away = daysBetween(today, day);
    return away >= firstGapDays && away < daysAhead;
  });
  const chosen: Ahead[] = [];
  for (const thing of [...within].sort((a, b) => rank(a) - rank(b) || (a.day < b.day ? -1 : 1))) {
    const fits = chosen.every((other) => Math.abs(daysBetween(other.day, thing.day)) >= gapDays);
    if (fits && chosen.length < mostAhead) chosen.push(thing);
  }
  return chosen.sort((a, b) => (a.day < b.day ? -1 : 1));
}

function rank(thing: Ahead): number {
  return thing.kind === "due" ? 1 : 0;
}

function todaySentence(chosen: readonly Ahead[]): string {
  if (chosen.length === 0) return "The next two weeks: today, and nothing with a date after it.";
  const parts = chosen.map((thing) => `${spokenDateWords(thing.day)}, ${thing.words}`);
  return `The next two weeks: ${["today", ...parts].join("; ")}.`;
}

type InterviewFacts = Pick<Interviews, "held_at" | "promised_at" | "outcome" | "outcome_at">;
type RoundFacts = Pick<Rounds, "held_at" | "kind">;

interface Station {
  readonly day: Day;
  readonly label: string;
  readonly words: string;
  readonly sure: boolean;
}

/** An interview's way: the last talks, the ball where it stands now, and what is expected next. */
export function interviewArc(
  interview: InterviewFacts,
  rounds: readonly RoundFacts[],
  now: number,
  zone: TimeZone,
): Drawing {
  const height = 96;
  const today = dayOf(now, zone);
  const { past, ahead } = stations(interview, rounds, today, zone);
  const coming = ahead.slice(0, past.length > 1 ? 1 : 2);
  const here = { day: today, label: "Today", words: "today", sure: true };
  const gone = past.length > 0 ? past.slice(coming.length - 3) : [here];
  const shown = [...gone, ...coming];
  const ballIndex = gone.length - 1;
  const places = placesOf(shown.map((station) => station.day));
  const points = shown.map((station, index): Point => {
    if (index <= ballIndex) return { x: places[index]!, kind: "past" };
    const kind = station.sure && index === ballIndex + 1 ? "next" : "maybe";
    return { x: places[index]!, kind, height: (places[index]! - places[index - 1]!) * 0.53 };
  });
  const leave = ahead.length > 0 || interview.outcome_at ? null : 62;
  return {
    width,
    height,
    days: false,
    hops: hops(points, height, { enter: 26, leave }),
    spots: [
      ...shown.flatMap((station, index) =>
        index === ballIndex ? [] : [spotAt(index < ballIndex || station.sure ? "fix" : "spot", places[index]!, height)],
      ),
      spotAt("ball", places[ballIndex]!, height),
    ],
    marks: shown.map((station, index) => {
      const soon = station.day >= today && daysBetween(today, station.day) < daysAhead;
      const date = soon ? tickWords(station.day) : shortDateWords(station.day, zone, today);
      return markAt(places[index]!, date, station.label);
    }),
    words: `${capital(listed(shown.map((station) => station.words)))}.`,
  };
}

function stations(
  interview: InterviewFacts,
  rounds: readonly RoundFacts[],
  today: Day,
  zone: TimeZone,
): { readonly past: Station[]; readonly ahead: Station[] } {
  const talks = rounds.flatMap((round): Station[] =>
    round.held_at ? [talk(dayOf(round.held_at, zone), roundWords[round.kind ?? "other"], zone)] : [],
  );
  const held = interview.held_at ? dayOf(interview.held_at, zone) : null;
  if (held && !talks.some((station) => station.day === held)) talks.push(talk(held, "Interview", zone));
  talks.sort((a, b) => (a.day < b.day ? -1 : 1));
  if (interview.outcome_at) {
    const day = dayOf(interview.outcome_at, zone);
    const answered = { day, label: "Answer", words: `answer ${dateWords(day, zone)}`, sure: true };
    return { past: [...talks.filter((station) => station.day <= day), answered], ahead: [] };
  }
  const ahead = talks.filter((station) => station.day > today);
  const promised = interview.promised_at ? dayOf(interview.promised_at, zone) : null;
  if (promised && promised > today) {
    ahead.push({ day: promised, label: "Answer", words: `answer promised for ${dateWords(promised, zone)}`, sure: false });
  }
  ahead.sort((a, b) => (a.day < b.day ? -1 : 1));
  return { past: talks.filter((station) => station.day <= today), ahead };
}

function talk(day: Day, label: string, zone: TimeZone): Station {
  return { day, label, words: `${label.toLowerCase()} ${dateWords(day, zone)}`, sure: true };
}

/** Across the width by time, but never so close that labels touch. */
function placesOf(days: readonly Day[]): number[] {
  if (days.length <= 1) return days.map(() => 120);
  if (days.length === 2) return [20, 300];
  const [first, last] = [20, 322];
  const span = Math.max(1, daysBetween(days[0]!, days[2]!));
  const at = first + ((last - first) * daysBetween(days[0]!, days[1]!)) / span;
  return [first, Math.min(230, Math.max(120, at)), last];
}

/** Plan B's options, the readier the higher: a brass hop for what is ready, dots for what is not. */
export function plansArc(plans: readonly Pick<Plans, "title" | "readiness" | "status">[]): Drawing {
  const height = 116;
  const open = plans.filter((plan) => plan.status !== "parked" && plan.status !== "done");
  const shown = [...open].sort((a, b) => (a.readiness ?? 0) - (b.readiness ?? 0)).slice(-3);
  const ends = { 0: [], 1: [150], 2: [120, 300], 3: [98, 198, 332] }[shown.length] ?? [];
  const points = shown.map((plan, index): Point => {
    const readiness = plan.readiness ?? 0;
    return { x: ends[index]!, kind: readiness === 3 ? "next" : "maybe", height: [16, 26, 56, 86][readiness] ?? 16 };
  });
  const marks = shown.map((plan, index) => {
    const words = readinessWords[plan.readiness ?? 0] ?? "";
    return plan.readiness === 3 ? markAt(ends[index]!, words, "") : markAt(ends[index]!, "", words);
  });
  return {
    width,
    height,
    days: false,
    hops: hops([{ x: 24, kind: "past" }, ...points], height, { enter: 20, leave: shown.length > 0 ? null : 62 }),
    spots: [
      ...points.map((point) => spotAt(point.kind === "next" ? "fix" : "spot", point.x, height)),
      spotAt("ball", 24, height),
    ],
    // The same word twice says nothing the first did not say.
    marks: marks.filter((mark, index) => {
      const next = marks[index + 1];
      return !next || next.strong + next.text !== mark.strong + mark.text;
    }),
    words: plansSentence(shown),
  };
}

function plansSentence(shown: readonly Pick<Plans, "title" | "readiness">[]): string {
  if (shown.length === 0) return "No options yet.";
  const parts = shown.map((plan) => `${plan.title ?? ""}: ${(readinessWords[plan.readiness ?? 0] ?? "").toLowerCase()}`);
  return `Your options, the readier the higher. ${parts.reverse().join("; ")}.`;
}
