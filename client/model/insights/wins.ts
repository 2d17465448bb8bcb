// Which of this year's wins went upward, and which only the person knows of. Pure.

import { dayOf, type TimeZone } from "../days.ts";
import type { Forwards, Wins } from "../schema.ts";
import { countWord, numberWord } from "../words.ts";

export interface WinCounts {
  readonly passedOn: number;
  readonly silent: number;
}

type Win = Pick<Wins, "happened_on"> & { readonly id: string };

/** A win without a day is counted: it was written down lately, or somebody would have dated it. */
export function winCounts(wins: readonly Win[], forwards: readonly Pick<Forwards, "win" | "at">[], nowMs: number, zone: TimeZone): WinCounts {
  const year = dayOf(nowMs, zone).slice(0, 4);
  const told = new Set(forwards.flatMap(({ win, at }) => (at === null ? [] : (win ?? []))));
  const ofThisYear = wins.filter(({ happened_on }) => happened_on === null || happened_on.startsWith(year));
  const passedOn = ofThisYear.filter(({ id }) => told.has(id)).length;
  return { passedOn, silent: ofThisYear.length - passedOn };
}

/** "Four went upward. Seven only you know." */
export function winsSentence({ passedOn, silent }: WinCounts): string {
  if (silent === 0) return passedOn === 1 ? "The only one went upward." : `All ${numberWord(passedOn)} went upward.`;
  const kept = `${countWord(silent)} only you know of.`;
  const worth = `${silent === 1 ? "It" : "One of them"} is worth a line to your boss.`;
  return passedOn === 0 ? `${kept} ${worth}` : `${countWord(passedOn)} went upward. ${kept}`;
}
