// Places for what a plan starts: without the random steps of order.ts, so that two devices that see the same rows give
// the same places, and the same plan twice is the same bytes.

import { generateNKeysBetween } from "fractional-indexing";
import type { Placed } from "../order.ts";

/** `count` positions after the last of some rows, in order. */
export function positionsAfter(rows: readonly Placed[], count: number): string[] {
  const last =
    rows
      .map(({ position }) => position)
      .filter((position) => position !== null)
      .sort()
      .at(-1) ?? null;
  try {
    return generateNKeysBetween(last, null, count);
  } catch {
    // A malformed key came over the wire; the library has no other way to say so. The first places do as well.
    return generateNKeysBetween(null, null, count);
  }
}
