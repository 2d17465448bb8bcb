// What to mark in a letter: the facts that were filled in, found again in the text as it reads now, and the gaps.

import { gapsIn, type Part } from "./draft.ts";

export interface Mark {
  readonly kind: "fact" | "gap";
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
}

/** A pasted novel is not searched and painted on every key. */
const longestMarked = 20_000;

/** Enough of what stands before a fact to tell it from the same words elsewhere. */
const contextLength = 10;

/** In the order of the text, none inside another. */
export function marksIn(text: string, suggested: readonly Part[]): Mark[] {
  if (text.length > longestMarked) return [];
  const gaps = gapsIn(text).map(({ start, end }): Mark => ({ kind: "gap", start, end }));
  const found = [...factsIn(text, suggested), ...gaps].sort((a, b) => a.start - b.start);
  return found.filter((mark, index) => index === 0 || mark.start >= found[index - 1]!.end);
}

/** A fact the person changed is theirs, and no longer found. */
function factsIn(text: string, suggested: readonly Part[]): Mark[] {
  const marks: Mark[] = [];
  let from = 0;
  let before = "";
  for (const part of suggested) {
    if (part.kind === "filled" && part.text !== "") {
      const at = text.indexOf(before + part.text, Math.max(0, from - before.length));
      if (at >= 0) {
        const start = at + before.length;
        from = start + part.text.length;
        marks.push({ kind: "fact", start, end: from });
      }
    }
    before = part.kind === "gap" ? "" : part.text.slice(-contextLength);
  }
  return marks;
}

export interface Stretch {
  readonly kind: "plain" | Mark["kind"];
  readonly text: string;
}

/** The text in stretches, for painting. */
export function stretches(text: string, marks: readonly Mark[]): Stretch[] {
  const result: Stretch[] = [];
  let at = 0;
  for (const { kind, start, end } of marks) {
    if (start > at) result.push({ kind: "plain", text: text.slice(at, start) });
    result.push({ kind, text: text.slice(start, end) });
    at = end;
  }
  if (at < text.length) result.push({ kind: "plain", text: text.slice(at) });
  return result;
}
