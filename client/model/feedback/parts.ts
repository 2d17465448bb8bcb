// What the person sorted by hand, over what the list says. Only that is kept in `feedback.parts`: the rest follows from
// the answer itself, on every device, and gets better when the list does.

import type { Structured } from "../schema.ts";
import type { Kind, Sentence } from "./sort.ts";

export interface Part {
  /** The sentence, so that it is found again when the answer was edited above it. */
  readonly text: string;
  readonly kind: Kind;
}

const kinds: readonly string[] = ["fact", "reading", "empty"] satisfies Kind[];

/** The field holds 64 KiB of JSON; half of it in UTF-16 units is always within, but for text that is all escapes. */
const mostUnits = 8_000;

/** The parts in a row, whatever an older or newer version wrote there. */
export function partsIn(kept: Structured | null): Part[] {
  if (!Array.isArray(kept)) return [];
  return kept.filter(
    (part): part is Part =>
      typeof part === "object" && part !== null && typeof part.text === "string" && kinds.includes(part.kind as string),
  );
}

/** The sentences as the person sees them. A kind given by hand has no lean: the person said what it is, not why. */
export function withParts(sentences: readonly Sentence[], parts: readonly Part[]): Sentence[] {
  const kindByText = new Map(parts.map(({ text, kind }) => [text, kind]));
  return sentences.map((sentence) => {
    const kind = kindByText.get(keyOf(sentence.text));
    return kind === undefined || kind === sentence.kind ? sentence : { ...sentence, kind, leaning: "plain" };
  });
}

/** The parts after a tap on a label. The oldest go when the field would overflow. */
export function resorted(parts: readonly Part[], text: string, kind: Kind): Part[] {
  const key = keyOf(text);
  const kept = [...parts.filter((part) => part.text !== key), { text: key, kind }];
  while (kept.length > 1 && JSON.stringify(kept).length > mostUnits) kept.shift();
  return kept;
}

/** Long "sentences" are pasted tables; their beginning tells them apart. */
function keyOf(text: string): string {
  return text.slice(0, 300).toWellFormed();
}
