// How well the vagueness finder does on the labelled corpus: per kind, and for the question that matters, whether a
// sentence can be used. Read by the benchmark and by the test that guards its floor.

import { readFileSync } from "node:fs";
import { sortSentence, type Kind } from "../../client/model/feedback/sort.ts";

export interface Labelled {
  readonly kind: Kind;
  readonly voice: string;
  readonly text: string;
}

export type Half = "tuning" | "held-out";

/** The corpus's halves, by the rule written at its top. */
export function half(which: Half): Labelled[] {
  const file = new URL("./feedback.json", import.meta.url);
  const { sentences } = JSON.parse(readFileSync(file, "utf8")) as { sentences: Labelled[] };
  return sentences.filter(({ text }) => isHeldOut(text) === (which === "held-out"));
}

function isHeldOut(text: string): boolean {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return ((hash >>> 16) & 1) === 1;
}

export interface Score {
  readonly name: string;
  readonly count: number;
  readonly precision: number;
  readonly recall: number;
}

/** Fact, reading and empty each against the rest; then usable (a fact) and vague (either of the others). */
export function scores(corpus: readonly Labelled[]): Score[] {
  const pairs = corpus.map(({ kind, text }) => ({ said: kind, found: sortSentence(text).kind }));
  const of = (name: string, belongs: (kind: Kind) => boolean): Score => {
    const said = pairs.filter((pair) => belongs(pair.said));
    const found = pairs.filter((pair) => belongs(pair.found));
    const both = said.filter((pair) => belongs(pair.found)).length;
    return { name, count: said.length, precision: both / found.length, recall: both / said.length };
  };
  const kinds = (["fact", "reading", "empty"] as const).map((kind) => of(kind, (other) => other === kind));
  return [...kinds, of("usable", (kind) => kind === "fact"), of("vague", (kind) => kind !== "fact")];
}
