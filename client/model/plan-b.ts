// Plan B in words: the headline of its page, and the one line Today has for it. Pure.

import type { Entry } from "../store/store.ts";
import { byPosition } from "./order.ts";
import { isAside, isReady, type PlanFacts } from "./plan-b-readiness.ts";
import { stopWaitingHref, type StopWaiting } from "./plan-b-waiting.ts";
import { counted, countWord } from "./words.ts";

export interface PlanBLine {
  /** Options that could be started tomorrow, or are under way. */
  readonly count: number;
  /** "Plan B ready: 2 options" */
  readonly words: string;
  readonly note: string;
  readonly href: string;
}

/** The day one stops waiting, when it has come; else what is under way, else what is ready, else where to begin. */
export function planBLine(plans: readonly Entry<"plans">[], waiting: StopWaiting): PlanBLine {
  const line = lineOfOptions(plans);
  return waiting.hasCome ? { ...line, words: waiting.title, note: waiting.note, href: stopWaitingHref } : line;
}

function lineOfOptions(plans: readonly Entry<"plans">[]): PlanBLine {
  const href = "/plan-b";
  const active = plans.filter((plan) => plan.status === "active");
  if (active.length > 0) {
    const words = `Plan B under way: ${counted(active.length, "option")}`;
    const step = active.toSorted(byPosition).find((plan) => plan.next_step)?.next_step;
    return { count: active.length, words, note: step ? `Next: ${step}` : "One small step is enough.", href };
  }
  const ready = plans.filter(isReady).length;
  if (ready > 0) return { count: ready, words: `Plan B ready: ${counted(ready, "option")}`, note: "Nothing to decide today.", href };
  const ideas = plans.filter((plan) => !isAside(plan)).length;
  if (ideas > 0) return { count: 0, words: `Plan B: ${counted(ideas, "idea")}`, note: "One step makes it ready.", href };
  return { count: 0, words: "Plan B: nothing yet", note: "One option beside this one is enough to begin.", href };
}

/** "Two options are ready.": the headline of Plan B. */
export function plansHeadline(plans: readonly PlanFacts[]): string {
  const active = plans.filter((plan) => plan.status === "active").length;
  const ready = plans.filter(isReady).length;
  if (active > 0) return `${countWord(active)} ${active === 1 ? "option is" : "options are"} under way.`;
  if (ready > 0) return `${countWord(ready)} ${ready === 1 ? "option is" : "options are"} ready.`;
  const open = plans.filter((plan) => !isAside(plan)).length;
  if (open > 0) return `${countWord(open)} ${open === 1 ? "idea" : "ideas"} to start from.`;
  return "Something of your own.";
}
