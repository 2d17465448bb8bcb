// A due rule while a person chooses it in words: the form's fields, and the rule they make. Pure.

import type { Weekday } from "./days.ts";
import { formatRule, parseRule, type After, type Anchor, type Unit } from "./rules.ts";

export type RuleKind = "none" | "after" | "weekly" | "monthly" | "quarterly";

export interface AfterDraft {
  /** As typed. */
  readonly amount: string;
  readonly unit: Unit;
  readonly anchor: Anchor;
}

export interface RuleDraft {
  readonly kind: RuleKind;
  /** The first counts whose day is known. There is always one, whatever the kind. */
  readonly choices: readonly AfterDraft[];
  readonly weekday: Weekday;
}

/** Two years of days; in hours a month. Further ahead nobody plans a line. */
export const mostAmount = 730;

/** A third day to fall back on is more than one can follow; a rule that has one already keeps it. */
export const mostChoices = 2;

/** What the form begins with. `anchor`: what the playbook's dates hang on, for a line without a rule. */
export function ruleDraft(rule: string | null, anchor: Anchor): RuleDraft {
  const parsed = rule === null ? null : parseRule(rule);
  const usual = { choices: [{ amount: "1", unit: "bd", anchor }], weekday: 5 } as const;
  if (parsed === null) return { ...usual, kind: "none" };
  if (parsed.kind === "weekly") return { ...usual, kind: "weekly", weekday: parsed.weekday };
  if (parsed.kind !== "after") return { ...usual, kind: parsed.kind };
  return { ...usual, kind: "after", choices: parsed.choices.map((choice) => ({ ...choice, amount: String(choice.amount) })) };
}

/** The rule's text, null for no date; undefined while a number is missing or out of bounds. */
export function draftedRule({ kind, choices, weekday }: RuleDraft): string | null | undefined {
  if (kind === "none") return null;
  if (kind === "weekly") return formatRule({ kind, weekday });
  if (kind !== "after") return formatRule({ kind });
  const afters = choices.map(afterOf);
  return afters.every((after) => after !== null) ? formatRule({ kind, choices: afters }) : undefined;
}

function afterOf({ amount, unit, anchor }: AfterDraft): After | null {
  const number = /^\d{1,3}$/.test(amount.trim()) ? Number(amount) : NaN;
  return number <= mostAmount ? { amount: number, unit, anchor } : null;
}

/** Another day to count from, where the first may never be known; the first one left of those most lists hang on. */
export function withFallback(draft: RuleDraft): RuleDraft {
  const used = new Set(draft.choices.map(({ anchor }) => anchor));
  const anchor = (["interview", "outcome", "start"] as const).find((name) => !used.has(name)) ?? "start";
  return { ...draft, choices: [...draft.choices, { amount: "5", unit: "bd", anchor }] };
}
