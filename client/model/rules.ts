// The rules by which lines are due: read, written, and said in words. Pure text; due.ts reckons with them.
//
// A rule is `anchor+amount unit`: "interview+20h", "outcome+0d", "interview+5bd". Alternatives are parted by "|" and the
// first whose anchor is known counts: "promise+1bd|interview+5bd". A repeating rule is "weekly:fri", "monthly" or
// "quarterly".

import type { Weekday } from "./days.ts";
import { weekdayNames } from "./words.ts";

export const anchorNames = ["interview", "outcome", "promise", "reply", "win", "start"] as const;
export type Anchor = (typeof anchorNames)[number];
export type Unit = "h" | "d" | "bd";

export interface After {
  readonly anchor: Anchor;
  readonly amount: number;
  readonly unit: Unit;
}

export type Rule =
  | { readonly kind: "after"; readonly choices: readonly After[] }
  | { readonly kind: "weekly"; readonly weekday: Weekday }
  | { readonly kind: "monthly" }
  | { readonly kind: "quarterly" };

const weekdayKeys = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** Null for what is no rule; such a line simply has no date. */
export function parseRule(text: string): Rule | null {
  if (text === "monthly" || text === "quarterly") return { kind: text };
  if (text.startsWith("weekly:")) {
    const index = (weekdayKeys as readonly string[]).indexOf(text.slice("weekly:".length));
    return index < 0 ? null : { kind: "weekly", weekday: (index + 1) as Weekday };
  }
  const choices = text.split("|").map(parseAfter);
  return choices.every((choice) => choice !== null) ? { kind: "after", choices } : null;
}

function parseAfter(text: string): After | null {
  const found = /^([a-z]+)\+(0|[1-9]\d{0,3})(h|d|bd)$/.exec(text);
  if (!found || !isAnchor(found[1]!)) return null;
  return { anchor: found[1], amount: Number(found[2]), unit: found[3] as Unit };
}

function isAnchor(name: string): name is Anchor {
  return (anchorNames as readonly string[]).includes(name);
}

export function formatRule(rule: Rule): string {
  if (rule.kind === "weekly") return `weekly:${weekdayKeys[rule.weekday - 1]}`;
  if (rule.kind !== "after") return rule.kind;
  return rule.choices.map(({ anchor, amount, unit }) => `${anchor}+${amount}${unit}`).join("|");
}

export function isRepeating(rule: string | null): boolean {
  const parsed = rule === null ? null : parseRule(rule);
  return parsed !== null && parsed.kind !== "after";
}

/** "2 business days after the outcome": the rule as one says it. */
export function ruleWords(text: string): string {
  const rule = parseRule(text);
  if (!rule) return "";
  if (rule.kind === "weekly") return `every ${weekdayNames[rule.weekday - 1]}`;
  if (rule.kind === "monthly") return "at the end of every month";
  if (rule.kind === "quarterly") return "at the end of every quarter";
  return rule.choices.map(afterWords).join(", or ");
}

const anchorWords: { readonly [anchor in Anchor]: string } = {
  interview: "the interview",
  outcome: "the outcome",
  promise: "the promised date",
  reply: "their reply",
  win: "the win",
  start: "the start",
};

const unitWords: { readonly [unit in Unit]: string } = { h: "hour", d: "day", bd: "business day" };

function afterWords({ anchor, amount, unit }: After): string {
  const from = anchorWords[anchor];
  if (amount === 0) return unit === "h" ? `right after ${from}` : `the day of ${from}`;
  return `${amount} ${unitWords[unit]}${amount === 1 ? "" : "s"} after ${from}`;
}
