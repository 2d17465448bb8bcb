// How far a list has come, counted and in words; never a percentage. Pure.
import { isClosedByPlan, isOpen } from "../../model/due.ts";
import { countWord } from "../../model/words.ts";
import type { Entry } from "../../store/store.ts";
import type { Step } from "../components/steps.tsx";

export interface Progress {
  /** One a line, in order; "now" is the first open one. */
  readonly states: readonly Step[];
  /** "3 of 6" */
  readonly count: string;
  /** "5 of 6 settled. Two closed by the answer. One skipped, which is fine." */
  readonly words: string;
}

type Line = Pick<Entry<"items">, "done_at" | "skipped_at" | "snoozed_until">;

export function progressOf(items: readonly Line[]): Progress {
  const next = items.findIndex(isOpen);
  const states = items.map((item, at) => stateOf(item, at === next));
  const settled = items.filter((item) => !isOpen(item)).length;
  const count = `${settled} of ${items.length}`;
  const closed = items.filter(isClosedByPlan).length;
  const skipped = states.filter((state) => state === "skip").length - closed;
  return { states, count, words: sentence({ settled, skipped, closed, total: items.length }) };
}

function stateOf(item: Line, isNext: boolean): Step {
  if (item.done_at !== null) return "done";
  if (item.skipped_at !== null) return "skip";
  return isNext ? "now" : "open";
}

interface Counts {
  readonly settled: number;
  readonly skipped: number;
  /** By a plan: neither done nor let go by the person. */
  readonly closed: number;
  readonly total: number;
}

function sentence({ settled, skipped, closed, total }: Counts): string {
  if (total === 0) return "Nothing on it yet.";
  const far = settled === total ? "All settled." : `${settled} of ${total} settled.`;
  const before = closed > 0 ? `${far} ${countWord(closed)} closed by the answer.` : far;
  if (skipped === 0) return before;
  if (skipped === settled) return `${far} ${skipped === 1 ? "It was" : "They were"} skipped, which is fine.`;
  return `${before} ${countWord(skipped)} of them skipped, which is fine.`;
}
