// What an earlier text has that the present one has not, and the other way round, word by word. Pure.

import { differences } from "./alignment.ts";

export interface Stretch {
  /** "back": would come back with the earlier text; "gone": is there now and would go. */
  readonly kind: "same" | "back" | "gone";
  readonly text: string;
}

export interface Comparison {
  readonly stretches: readonly Stretch[];
  /** Words. */
  readonly back: number;
  readonly gone: number;
}

/** The earlier text, with what putting it back would change. The stretches that are not "gone" spell it exactly. */
export function compare(now: string, earlier: string): Comparison {
  const [here, there] = [cut(now), cut(earlier)];
  const stretches: Stretch[] = [];
  const add = (kind: Stretch["kind"], pieces: readonly string[]) => {
    if (pieces.length > 0) stretches.push({ kind, text: pieces.join("") });
  };
  let [at, back, gone] = [0, 0, 0];
  for (const { left, right } of differences(here.map(bare), there.map(bare))) {
    add("same", there.slice(at, right[0]));
    add("gone", here.slice(...left));
    add("back", there.slice(...right));
    gone += left[1] - left[0];
    back += right[1] - right[0];
    at = right[1];
  }
  add("same", there.slice(at));
  return { stretches, back, gone };
}

/** A word with the space after it. */
function cut(text: string): string[] {
  return text.match(/\S+\s*|^\s+/g) ?? [];
}

const bare = (piece: string): string => piece.trimEnd();

/** Words of an unchanged stretch that are shown on each side of a change. */
const aroundWords = 8;

/** The stretches, the long unchanged ones cut down to what stands beside a change. */
export function shortened(stretches: readonly Stretch[]): Stretch[] {
  return stretches.map((stretch, index) => {
    const pieces = cut(stretch.text);
    if (stretch.kind !== "same" || pieces.length <= 2 * aroundWords + 4) return stretch;
    const start = index === 0 ? "" : pieces.slice(0, aroundWords).join("");
    const end = index === stretches.length - 1 ? "" : pieces.slice(-aroundWords).join("");
    return { kind: "same", text: `${start}… ${end}` };
  });
}
