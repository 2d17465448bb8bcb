// The month in five lines: which month it is, when it is ready, which wins it takes, and how each is said. Pure.

import { addDays, firstOfNextMonth, isDay, lastBusinessDayOfMonth, type Day, type DaysOff } from "./days.ts";
import { inSentence } from "./messages/names.ts";
import { namedId } from "./planner/named-id.ts";
import type { Wins } from "./schema.ts";
import { beyond } from "./wins-page.ts";
import { dateWords, monthWords } from "./words.ts";

/** "2026-11" */
export type Month = string;

export type DigestWin = Pick<
  Wins,
  "title" | "effect" | "quote" | "praised_by" | "who_benefited" | "proof_where" | "happened_on" | "may_leave"
> & { readonly id: string };

/** So long after its end a month may still be summed up. */
const graceDays = 7;

/** The month one would sum up today: this one, or the one that has just ended. */
export function digestMonth(today: Day): Month {
  return (Number(today.slice(8, 10)) <= graceDays ? addDays(`${today.slice(0, 7)}-01`, -1) : today).slice(0, 7);
}

/** Its last working day, of the person's own. */
export function readyOn(month: Month, off?: DaysOff): Day {
  return lastBusinessDayOfMonth(`${month}-01`, off);
}

export function isReady(month: Month, today: Day, off?: DaysOff): boolean {
  return today >= readyOn(month, off) || today >= firstOfNextMonth(`${month}-01`, 1);
}

/** Drawn once at random, and never changed. */
const digests = "2f1f7e0c-6a55-4e8b-8c1e-7a3b54d1c9e2";

/** What a month’s letters are named after: the same on every device, and another each month. */
export function digestSubject(month: Month): string {
  return namedId(digests, month);
}

/** "November" */
export function monthName(month: Month): string {
  return monthWords(`${month}-01`);
}

export const digestRule = "At most five: what somebody praised, what has a figure, what names who gained. Then the newest.";

const most = 5;

/**
 * The best of a month, in the order they happened. A point each for praise, a figure, somebody who gained, and a place
 * for the proof; of equals the newer. What may not leave yet, or not at all, is not among them.
 */
export function digestPicks<W extends DigestWin>(wins: readonly W[], month: Month): W[] {
  const inMonth = wins.filter(
    ({ happened_on: day, title, may_leave }) =>
      // The month first: whether it is a day takes long to tell of thousands.
      day !== null && day.startsWith(month) && isDay(day) && title !== null && may_leave !== "no" && may_leave !== "ask_first",
  );
  const best = inMonth.toSorted((a, b) => points(b) - points(a) || later(b, a));
  return best.slice(0, most).sort(later);
}

function points({ title, effect, quote, praised_by, who_benefited, proof_where }: DigestWin): number {
  const signs = [quote ?? praised_by, hasFigure(`${title} ${effect ?? ""}`), who_benefited, proof_where];
  return signs.filter(Boolean).length;
}

export function hasFigure(text: string): boolean {
  return /\p{N}/u.test(text);
}

function later(a: DigestWin, b: DigestWin): number {
  if (a.happened_on !== b.happened_on) return a.happened_on! < b.happened_on! ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** One win in one line; one that leaves only in the person’s own words is a gap, which they fill in. */
export function digestLine(win: DigestWin): string {
  if (win.may_leave === "own_words") return `⟨the win of ${dateWords(win.happened_on!, "UTC")}, in your words⟩`;
  const done = sentence(win.title!);
  const change = firstLine(beyond(win.title, win.effect));
  if (change) return `${done} ${sentence(change)}`;
  return win.praised_by ? `${done} Praised by ${inSentence(win.praised_by)}.` : done;
}

/** Which of the picks a letter still carries: a line the person took out was not passed on. */
export function digestedIn<W extends DigestWin>(picks: readonly W[], body: string): W[] {
  return picks.filter(({ title, may_leave }) => may_leave !== "own_words" && title !== null && body.includes(bare(title)));
}

function firstLine(text: string | null): string {
  return text?.trim().split("\n")[0]?.trim() ?? "";
}

function sentence(text: string): string {
  return `${bare(text)}.`;
}

/** Without the full stop, so that it can be put back once. */
function bare(text: string): string {
  return text.trim().replace(/[.\s]+$/, "");
}
