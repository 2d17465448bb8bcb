// Plan B in one line, as Today says it.

import type { Entry } from "../store/store.ts";
import { byPosition } from "./order.ts";
import { counted, isReady } from "./words.ts";

export interface PlanBLine {
  /** Options that could be started tomorrow, or are under way. */
  readonly count: number;
  /** "Plan B ready: 2 options" */
  readonly words: string;
  readonly note: string;
}

/** Plan B in one line: what is under way, else what is ready, else where to begin. */
export function planBLine(plans: readonly Entry<"plans">[]): PlanBLine {
  const active = plans.filter((plan) => plan.status === "active");
  if (active.length > 0) {
    const words = `Plan B under way: ${counted(active.length, "option")}`;
    const step = active.toSorted(byPosition).find((plan) => plan.next_step)?.next_step;
    return { count: active.length, words, note: step ? `Next: ${step}` : "One small step is enough." };
  }
  const ready = plans.filter(isReady).length;
  if (ready > 0) return { count: ready, words: `Plan B ready: ${counted(ready, "option")}`, note: "Nothing to decide today." };
  const ideas = plans.filter((plan) => plan.status !== "parked" && plan.status !== "done").length;
  if (ideas > 0) return { count: 0, words: `Plan B: ${counted(ideas, "idea")}`, note: "One step makes it ready." };
  return { count: 0, words: "Plan B: nothing yet", note: "One option beside this one is enough to begin." };
}
