// What the person sorted by hand, over what the list says. Only that is kept, a row a sentence (`sortings`): the rest
// follows from the answer itself, on every device, and gets better when the list does.
//
// Earlier versions kept all of it in one field of the request (`feedback.parts`), of which two devices lost each other's.
// It is read where a sentence has no row, and no longer written.

import { oneLine } from "../clean.ts";
import { namedId } from "../planner/named-id.ts";
import { schema, type Sortings, type Structured } from "../schema.ts";
import type { Kind, Sentence } from "./sort.ts";

export interface Part {
  /** The sentence, so that it is found again when the answer was edited above it. */
  readonly text: string;
  readonly kind: Kind;
}

const kinds: readonly string[] = ["fact", "reading", "empty"] satisfies Kind[];

/** Of its own id: two devices that sort the same sentence without a network write one row. */
export function sortingId(feedback: string, sentence: string): string {
  return namedId(feedback, `sorting/${sortingKey(sentence)}`);
}

/** By which a row finds its sentence: long "sentences" are pasted tables, and their beginning tells them apart. */
export function sortingKey(sentence: string): string {
  return oneLine(sentence, schema.sortings.sentence.max!) ?? "";
}

type SortedByHand = Pick<Sortings, "sentence" | "kind"> & Partial<Pick<Sortings, "trashed_at">>;

/** The rows of a request over what an earlier version kept in it. */
export function partsOf(kept: Structured | null, sortings: readonly SortedByHand[]): Part[] {
  const rows = sortings.filter(({ trashed_at }) => !trashed_at);
  return [
    ...partsIn(kept),
    ...rows.flatMap(({ sentence, kind }): Part[] => (sentence !== null && kind !== null ? [{ text: sentence, kind }] : [])),
  ];
}

/** The parts in a row, whatever an older or newer version wrote there. */
function partsIn(kept: Structured | null): Part[] {
  if (!Array.isArray(kept)) return [];
  return kept.filter(
    (part): part is Part =>
      typeof part === "object" && part !== null && typeof part.text === "string" && kinds.includes(part.kind as string),
  );
}

/** The sentences as the person sees them. A kind given by hand has no lean: the person said what it is, not why. */
export function withParts(sentences: readonly Sentence[], parts: readonly Part[]): Sentence[] {
  if (parts.length === 0) return [...sentences];
  // The later of two counts: a row over what was kept before there were rows.
  const kindByKey = new Map(parts.map(({ text, kind }) => [sortingKey(text), kind]));
  return sentences.map((sentence) => {
    const kind = kindByKey.get(sortingKey(sentence.text));
    return kind === undefined || kind === sentence.kind ? sentence : { ...sentence, kind, leaning: "plain" };
  });
}
