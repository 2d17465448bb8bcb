// The same letter said anew: in the other tone, or to somebody else. What the person typed stays as they typed it.
//
// A paragraph that still reads as it was suggested, its gaps filled or not, is replaced, and the words in its gaps go
// along. Any other paragraph is the person's own, and is left alone.

import type { Part } from "./draft.ts";
import { keptText } from "./draft.ts";

/** Longer than any suggested paragraph with its gaps filled; matching one must not take long on a pasted novel. */
const longestParagraph = 4_000;

export function reworded(kept: string, from: readonly Part[], to: readonly Part[]): string {
  const [was, willBe] = [paragraphsOf(from), paragraphsOf(to)];
  const left = new Set(was.keys());
  const paragraphs = kept.split("\n\n").map((paragraph) => {
    for (const index of left) {
      const typed = wordsInGaps(paragraph, was[index]!);
      if (!typed) continue;
      left.delete(index);
      const target = willBe[counterpart(index, was.length, willBe.length)];
      return (target && filled(target, typed)) ?? paragraph;
    }
    return paragraph;
  });
  return paragraphs.join("\n\n");
}

/** Greeting to greeting, signature to signature, and the paragraphs between them in their order. */
function counterpart(index: number, was: number, willBe: number): number {
  if (index === was - 1) return willBe - 1;
  return index < willBe - 1 ? index : -1;
}

function paragraphsOf(parts: readonly Part[]): Part[][] {
  const paragraphs: Part[][] = [[]];
  for (const part of parts) {
    if (part.kind !== "text") {
      paragraphs.at(-1)!.push(part);
      continue;
    }
    const [first, ...others] = part.text.split("\n\n");
    paragraphs.at(-1)!.push({ kind: "text", text: first! });
    for (const text of others) paragraphs.push([{ kind: "text", text }]);
  }
  return paragraphs;
}

type Typed = ReadonlyMap<string, string>;

/** What stands where the gaps were, by their labels; null for a paragraph that reads otherwise. */
function wordsInGaps(paragraph: string, suggested: readonly Part[]): Typed | null {
  if (paragraph.length > longestParagraph) return null;
  const labels = suggested.flatMap((part) => (part.kind === "gap" ? [part.label] : []));
  const pattern = suggested.map((part) => (part.kind === "gap" ? "([^\\n]+?)" : escaped(part.text))).join("");
  const found = new RegExp(`^${pattern}$`, "u").exec(paragraph);
  if (!found) return null;
  const gaps = labels.map((label, index) => [label, found[index + 1]!] as const);
  return new Map(gaps.filter(([label, words]) => words !== keptText([{ kind: "gap", label }])));
}

/** Null where it has no place for something that was typed. */
function filled(suggested: readonly Part[], typed: Typed): string | null {
  const labels = new Set(suggested.flatMap((part) => (part.kind === "gap" ? [part.label] : [])));
  if ([...typed.keys()].some((label) => !labels.has(label))) return null;
  return suggested
    .map((part) => (part.kind === "gap" ? (typed.get(part.label) ?? keptText([part])) : part.text))
    .join("");
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
