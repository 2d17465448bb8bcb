// Arcs: a ball's way over the ground, drawn from data. A hop's width is time, or its height is readiness; what was is
// thin, what comes next is solid, what is not certain is dotted. Every drawing carries its own sentence. Pure.

import { dayOf, daysBetween, type Day, type TimeZone } from "./days.ts";
import { hops, markAt, spotAt, width, type Drawing, type Point } from "./hops.ts";
import { isAside, readinessOf, readinessWords, type PlanFacts, type Readiness } from "./plan-b-readiness.ts";
import type { Interviews, Plans, Rounds } from "./schema.ts";
import { capital, dateWords, listed, roundWords, shortDateWords, spokenDateWords, tickWords } from "./words.ts";

export type { Drawing } from "./hops.ts";

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

type Option = PlanFacts & Pick<Plans, "title">;

/** Of a hop, by readiness. What is under way is as high as what is ready. */
const heightOf: { readonly [readiness in Readiness]: number } = { 1: 26, 2: 56, 3: 86 };
/** Short, for the ground. */
const groundWords: { readonly [readiness in Readiness]: string } = { 1: "An idea", 2: "One step away", 3: "Ready" };

/** Plan B's options, the readier the higher: a brass hop for what is ready, dots for what is not. */
export function plansArc(plans: readonly Option[]): Drawing {
  const height = 116;
  const shown = plans.filter((plan) => !isAside(plan)).sort((a, b) => standing(a) - standing(b)).slice(-3);
  const ends = { 0: [], 1: [150], 2: [120, 300], 3: [98, 198, 332] }[shown.length] ?? [];
  const points = shown.map((plan, index): Point => {
    const readiness = standing(plan);
    return { x: ends[index]!, kind: readiness === 3 ? "next" : "maybe", height: heightOf[readiness] };
  });
  const marks = shown.map((plan, index) => {
    if (plan.status === "active") return markAt(ends[index]!, "Under way", "");
    const readiness = standing(plan);
    return readiness === 3 ? markAt(ends[index]!, groundWords[3], "") : markAt(ends[index]!, "", groundWords[readiness]);
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

function standing(plan: Option): Readiness {
  return plan.status === "active" ? 3 : readinessOf(plan);
}

function plansSentence(shown: readonly Option[]): string {
  if (shown.length === 0) return "No options yet.";
  const stateOf = (plan: Option) => (plan.status === "active" ? "under way" : readinessWords[readinessOf(plan)].toLowerCase());
  const parts = shown.map((plan) => `${plan.title ?? "An option"}: ${stateOf(plan)}`);
  return `Your options, the readier the higher. ${parts.reverse().join("; ")}.`;
}
