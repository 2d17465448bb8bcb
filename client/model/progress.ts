// How far a list is: its beads, its count, and the sentence that says so.

import { isRepeating } from "./rules.ts";
import { successorId } from "./id.ts";
import type { Items } from "./schema.ts";
import { countWord } from "./words.ts";

type Line = Pick<Items, "done_at" | "skipped_at" | "due_rule"> & { readonly id: string };

export type StepState = "done" | "skip" | "now" | "open";

export interface Progress {
  /** A bead a line; "now" is the first open one. */
  readonly states: readonly StepState[];
  readonly settled: number;
  readonly total: number;
  /** "3 of 6" */
  readonly count: string;
  /** "3 of 6 settled. One of them skipped, which is fine." */
  readonly words: string;
}

/** `lines` in their order. */
export function progressOf(lines: readonly Line[]): Progress {
  const states: StepState[] = lines.map(settledState);
  const next = states.indexOf("open");
  if (next >= 0) states[next] = "now";
  const skipped = states.filter((state) => state === "skip").length;
  const settled = skipped + states.filter((state) => state === "done").length;
  const count = `${settled} of ${lines.length}`;
  return { states, settled, total: lines.length, count, words: sentence(settled, lines.length, skipped) };
}

/**
 * The lines a list shows. A line that repeats leaves a settled one behind each time; only the last of those stays in
 * sight, or a year of Fridays would bury the list.
 */
export function shownLines<L extends Line>(lines: readonly L[]): L[] {
  const byId = new Map(lines.map((line) => [line.id, line]));
  return lines.filter((line) => {
    if (settledState(line) === "open" || !isRepeating(line.due_rule)) return true;
    const next = byId.get(successorId(line.id));
    return !next || settledState(next) === "open";
  });
}

function settledState(line: Line): StepState {
  if (line.done_at) return "done";
  return line.skipped_at ? "skip" : "open";
}

function sentence(settled: number, total: number, skipped: number): string {
  if (total === 0) return "Nothing on it yet.";
  if (settled === 0) return `${countWord(total)} ${total === 1 ? "line" : "lines"}, in your own time.`;
  const done = settled === total ? "All settled." : `${settled} of ${total} settled.`;
  if (skipped === 0) return done;
  if (skipped === settled && settled === 1) return `${done} It was skipped, which is fine.`;
  return `${done} ${countWord(skipped)} of them skipped, which is fine.`;
}
