// The difference a week made, as geometry: for each option a line, on it the first score, the second, and the hop
// between them. Knows neither colours nor the page. Pure.

import { highestScore, type Standing } from "./decision.ts";
import { width } from "./hops.ts";

export interface ChartRow {
  readonly id: string;
  readonly name: string;
  /** "3.5 then 2.8" */
  readonly words: string;
  /** Along the line; null where it was not scored. */
  readonly first: number | null;
  readonly second: number | null;
  /** SVG path data of the hop; null where nothing moved. */
  readonly hop: string | null;
  /** Highest of the second scores. */
  readonly isHighest: boolean;
}

export interface DecisionChart {
  readonly width: number;
  readonly rowHeight: number;
  /** Where the line lies in a row. */
  readonly baseline: number;
  readonly rows: readonly ChartRow[];
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
}

/** The outermost balls keep their round. */
const inset = 4;
const rowHeight = 32;
const baseline = 22;
/** A parabola's control point lies twice as high as its apex. */
const highestControl = 24;

/** The scale begins at the whole number under the lowest score, so that a small move is still seen. */
export function decisionChart(standings: readonly Standing[]): DecisionChart {
  const all = standings.flatMap(({ first, second }) => [first, second]).filter((score) => score !== null);
  const lowest = Math.min(highestScore - 1, Math.floor(Math.min(highestScore, ...all)));
  const x = (score: number): number => tenths(inset + ((score - lowest) / (highestScore - lowest)) * (width - 2 * inset));
  const highest = Math.max(...standings.map(({ second }) => second ?? 0));
  const ticks = Array.from({ length: highestScore - lowest + 1 }, (_, index) => lowest + index);
  return {
    width,
    rowHeight,
    baseline,
    rows: standings.map((standing) => {
      const [first, second] = [standing.first, standing.second].map((score) => (score === null ? null : x(score)));
      return {
        id: standing.id,
        name: standing.name,
        words: wordsOf(standing),
        first: first ?? null,
        second: second ?? null,
        hop: hopBetween(first ?? null, second ?? null),
        isHighest: standing.second !== null && standing.second === highest,
      };
    }),
    ticks: ticks.map((score) => ({ x: x(score), label: String(score) })),
  };
}

function wordsOf({ first, second }: Standing): string {
  if (second === null) return first === null ? "not scored" : `${first.toFixed(1)}, then not scored`;
  return first === null ? `${second.toFixed(1)}, new` : `${first.toFixed(1)} then ${second.toFixed(1)}`;
}

function hopBetween(from: number | null, to: number | null): string | null {
  if (from === null || to === null || from === to) return null;
  const control = baseline - Math.min(highestControl, Math.abs(to - from) / 2);
  return `M${from} ${baseline}Q${tenths((from + to) / 2)} ${tenths(control)} ${to} ${baseline}`;
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
