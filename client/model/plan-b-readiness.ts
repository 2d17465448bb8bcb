// How ready an option of Plan B is. Nobody says it by hand: it is read off what the option has, a next step, somebody
// to ask, and a day. Pure.

import type { Plans } from "./schema.ts";
import { listed } from "./words.ts";

/** What readiness is read from. */
export type PlanFacts = Pick<Plans, "status" | "next_step" | "contact" | "next_step_on">;

/** The row shows as many filled beads. */
export type Readiness = 1 | 2 | 3;

export const readinessWords: { readonly [readiness in Readiness]: string } = {
  1: "An idea",
  2: "Ready after one step",
  3: "Ready",
};

const parts: readonly { readonly name: string; readonly isThere: (plan: PlanFacts) => boolean }[] = [
  { name: "a next step", isThere: ({ next_step }) => Boolean(next_step?.trim()) },
  { name: "somebody to ask", isThere: ({ contact }) => contact !== null },
  { name: "a day", isThere: ({ next_step_on }) => next_step_on !== null },
];

/** An idea until two of the three are there; with all three it could be started tomorrow. */
export function readinessOf(plan: PlanFacts): Readiness {
  const missing = parts.filter(({ isThere }) => !isThere(plan)).length;
  return missing === 0 ? 3 : missing === 1 ? 2 : 1;
}

/** "A day makes it ready.": what is missing, in a sentence; null for an option that has everything. */
export function missingSentence(plan: PlanFacts): string | null {
  const missing = parts.filter(({ isThere }) => !isThere(plan)).map(({ name }) => name);
  if (missing.length === 0) return null;
  const words = listed(missing);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} ${missing.length === 1 ? "makes" : "make"} it ready.`;
}

/** Parked or done: out of the ranking, and out of every count. */
export function isAside({ status }: Pick<Plans, "status">): boolean {
  return status === "parked" || status === "done";
}

/** Could be started tomorrow: at most one step is missing. Not what is under way already. */
export function isReady(plan: PlanFacts): boolean {
  return !isAside(plan) && plan.status !== "active" && readinessOf(plan) >= 2;
}
