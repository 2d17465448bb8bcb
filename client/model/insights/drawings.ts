// The geometry of the small charts, in the units of their view box. Words stand beside them in HTML, at places given from
// 0 to 1, so that they grow with the reader's text. Pure.

import { hopPath } from "../hops.ts";
import type { Confidence } from "./confidence.ts";
import { levels, levelNames, type Level, type Process } from "./rounds.ts";
import type { Reach } from "./reach.ts";
import type { Waits } from "./waits.ts";

export interface Line {
  readonly d: string;
  /** `maybe`: not over yet. */
  readonly kind: "past" | "maybe";
}

export interface Dot {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly kind: "full" | "open" | "none";
}

export interface Label {
  /** From 0 to 1, along or down. */
  readonly at: number;
  readonly text: string;
}

const width = 364;

// ---- furthest round: a hop each, as high as it went

export interface RoundsDrawing {
  readonly height: number;
  readonly ground: number;
  readonly steps: readonly Label[];
  readonly lines: readonly Line[];
  readonly dots: readonly Dot[];
}

const stepHeight = 34;
const roundsTop = 24;
/** The rest of the width holds the names of the steps. */
const hopsWidth = 300;

export function roundsDrawing(processes: readonly Process[]): RoundsDrawing {
  // An offer has a line of its own only once there was one; the final has, so that there is something to look up to.
  const top = Math.max(levels.final, ...processes.map(({ level }) => level)) as Level;
  const ground = roundsTop + top * stepHeight;
  const height = ground + 2;
  const yOf = (level: number): number => ground - level * stepHeight;
  const steps = ([1, 2, 3, 4] as const)
    .filter((level) => level <= top)
    .map((level) => ({ at: yOf(level) / height, text: levelNames[level] }));
  const column = hopsWidth / processes.length;
  const half = Math.min(33, column / 2 - 4);
  const middles = processes.map((_, index) => (index + 0.5) * column);
  return {
    height,
    ground,
    steps,
    lines: processes.map(({ level, isOpen }, index) => {
      const x = middles[index]!;
      return { kind: isOpen ? "maybe" : "past", d: hopPath(x - half, x + half, ground, level * stepHeight) };
    }),
    dots: processes.map(({ level, isOpen }, index) => ({ x: middles[index]!, y: yOf(level), r: 7, kind: isOpen ? "open" : "full" })),
  };
}

// ---- days to an answer: a hop each along one line of days

export interface WaitsDrawing {
  readonly height: number;
  readonly ground: number;
  readonly ticks: readonly Label[];
  readonly lines: readonly Line[];
  readonly dots: readonly Dot[];
}

const waitsGround = 62;
const waitsInset = 8;
/** More hops over each other would be a tangle; the newest are drawn. */
const mostWaits = 12;

export function waitsDrawing({ answered, open }: Waits): WaitsDrawing {
  const drawn = [
    ...open.slice(-mostWaits).map(({ days }) => ({ days, kind: "maybe" as const })),
    ...answered.slice(-mostWaits).map(({ days }) => ({ days, kind: "past" as const })),
  ];
  const step = weekStep(Math.max(0, ...drawn.map(({ days }) => days)));
  const end = step * 4;
  const xOf = (days: number): number => waitsInset + (days / end) * (width - 2 * waitsInset);
  return {
    height: waitsGround + 8,
    ground: waitsGround,
    ticks: [0, 1, 2, 3, 4].map((count) => ({ at: xOf(count * step) / width, text: String(count * step) })),
    lines: drawn.map(({ days, kind }) => ({ kind, d: hopPath(xOf(0), xOf(days), waitsGround, apexOf(xOf(days) - xOf(0))) })),
    dots: drawn.map(({ days, kind }) => ({ x: xOf(days), y: waitsGround, r: kind === "past" ? 7 : 6, kind: kind === "past" ? "full" : "open" })),
  };
}

/** Four steps of whole weeks hold the longest. */
function weekStep(most: number): number {
  return Math.max(1, Math.ceil(most / 28)) * 7;
}

const apexOf = (span: number): number => Math.min(waitsGround - 10, 8 + span * 0.19);

// ---- who knows you: a column of balls a month

export interface ReachDrawing {
  readonly height: number;
  readonly ground: number;
  readonly dots: readonly Dot[];
  readonly months: readonly Label[];
  /** How many people a ball stands for. */
  readonly unit: number;
}

const mostBalls = 5;
const ballRadius = 8;
const ballGap = 5;

export function reachDrawing({ months }: Reach): ReachDrawing {
  const unit = Math.max(1, Math.ceil(Math.max(...months.map((month) => month.higher)) / mostBalls));
  const stacks = months.map(({ higher }) => Math.ceil(higher / unit));
  const tallest = Math.max(2, ...stacks);
  const ground = 6 + tallest * (2 * ballRadius + ballGap);
  const column = width / months.length;
  const dots = stacks.flatMap((balls, index): Dot[] => {
    const x = (index + 0.5) * column;
    if (balls === 0) return [{ x, y: ground - 3 - ballRadius, r: 2, kind: "none" }];
    return Array.from({ length: balls }, (_, place) => ({
      x,
      y: ground - 3 - ballRadius - place * (2 * ballRadius + ballGap),
      r: ballRadius,
      kind: "full" as const,
    }));
  });
  return {
    height: ground + 2,
    ground,
    dots,
    months: months.map(({ name }, index) => ({ at: ((index + 0.5) * column) / width, text: name.slice(0, 3) })),
    unit,
  };
}

// ---- confidence: a lane for each answer, a ball for each feeling in it, the larger the more there are

export interface ConfidenceDrawing {
  readonly lanes: readonly { readonly word: string; readonly cells: readonly { readonly count: number; readonly size: number }[] }[];
}

/** `size` from 0 to 1 by area, so that twice as many look twice as much. */
export function confidenceDrawing({ lanes }: Confidence): ConfidenceDrawing {
  const most = Math.max(1, ...lanes.flatMap(({ counts }) => counts));
  return {
    lanes: lanes.map(({ word, counts }) => ({
      word,
      cells: counts.map((count) => ({ count, size: Math.sqrt(count / most) })),
    })),
  };
}

// ---- tallies: a row of balls

const mostTallied = 10;

/** How many of ten balls are filled. All of them can be counted while there are no more than ten. */
export function tally(count: number, of: number): { readonly filled: number; readonly empty: number } {
  if (of <= mostTallied) return { filled: count, empty: of - count };
  const filled = count === 0 ? 0 : Math.max(1, Math.round((mostTallied * count) / of));
  return { filled, empty: mostTallied - filled };
}
