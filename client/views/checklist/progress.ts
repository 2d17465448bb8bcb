// How far a list has come, counted and in words; never a percentage. Pure.
import { isOpen } from "../../model/due.ts";
import { countWord } from "../../model/words.ts";
import type { Entry } from "../../store/store.ts";
import type { Step } from "../components/steps.tsx";

export interface Progress {
  /** One a line, in order; "now" is the first open one. */
  readonly states: readonly Step[];
  /** "3 of 6" */
  readonly count: string;
  /** "3 of 6 settled. One of them skipped, which is fine." */
  readonly words: string;
}

type Line = Pick<Entry<"items">, "done_at" | "skipped_at">;

export function progressOf(items: readonly Line[]): Progress {
  const next = items.findIndex(isOpen);
  const states = items.map((item, at) => stateOf(item, at === next));
  const settled = items.filter((item) => !isOpen(item)).length;
  const count = `${settled} of ${items.length}`;
  const skipped = states.filter((state) => state === "skip").length;
  return { states, count, words: sentence(settled, skipped, items.length) };
}

function stateOf(item: Line, isNext: boolean): Step {
  if (item.done_at !== null) return "done";
  if (item.skipped_at !== null) return "skip";
  return isNext ? "now" : "open";
}

function sentence(settled: number, skipped: number, total: number): string {
  if (total === 0) return "Nothing on it yet.";
  const far = settled === total ? "All settled." : `${settled} of ${total} settled.`;
  if (skipped === 0) return far;
  if (skipped === settled) return `${far} ${skipped === 1 ? "It was" : "They were"} skipped, which is fine.`;
  return `${far} ${countWord(skipped)} of them skipped, which is fine.`;
}
