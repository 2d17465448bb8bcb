// Earlier versions of a text: which of them are worth showing. Pure.

import { msOf, type Moment } from "./days.ts";

export interface Version {
  readonly text: string;
  /** Until when it stood: then it was replaced, or the sheet was opened on it. */
  readonly at: Moment;
}

/**
 * Newest first, without those that hide nothing: a text is kept every few words while it is written, and one that
 * stands whole in a newer version, or in what is there now, would give nothing back.
 */
export function worthShowing(versions: readonly Version[], now: string): Version[] {
  const shown: Version[] = [];
  for (const version of versions.toSorted((a, b) => msOf(b.at) - msOf(a.at))) {
    const text = version.text.trim();
    if (text === "" || now.includes(text) || shown.some((newer) => newer.text.includes(text))) continue;
    shown.push(version);
  }
  return shown;
}
