// Which rows of a long list are in the page, and how much room the others take. Pure.

/** Rows `from` up to, not including, `to`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Rows that are not in the page: an empty space of their height. */
export interface Gap extends Stretch {
  readonly kind: "gap";
  readonly place: "before" | "between" | "after";
}

export type Segment = { readonly kind: "row"; readonly index: number } | Gap;

/** The rows near the screen, and those that stay wherever they are: one holds the focus, or is being carried. */
export function segmentsOf(count: number, near: Stretch, staying: Stretch | null): Segment[] {
  const inPage = new Set(rowsOf(within(count, near)));
  for (const index of staying ? rowsOf(staying) : []) if (index >= 0 && index < count) inPage.add(index);
  const shown = [...inPage].sort((a, b) => a - b);
  const segments: Segment[] = [];
  let next = 0;
  const leaveOut = (end: number) => {
    if (end <= next) return;
    const place = next === 0 ? "before" : end === count ? "after" : "between";
    segments.push({ kind: "gap", place, from: next, to: end });
  };
  for (const index of shown) {
    leaveOut(index);
    segments.push({ kind: "row", index });
    next = index + 1;
  }
  leaveOut(count);
  return segments;
}

const rowsOf = ({ from, to }: Stretch): number[] => Array.from({ length: to - from }, (_, step) => from + step);

/** The rows that lie between two heights, in px from the top of the list. */
export function stretchBetween(heights: readonly number[], top: number, bottom: number): Stretch {
  let below = 0;
  let from = 0;
  while (from < heights.length && below + heights[from]! < top) below += heights[from++]!;
  let to = from;
  while (to < heights.length && below < bottom) below += heights[to++]!;
  return { from, to };
}

/** A list that grew shorter under a stretch still shows its end. */
function within(count: number, { from, to }: Stretch): Stretch {
  const length = to - from;
  const end = Math.min(count, to);
  return { from: Math.max(0, Math.min(from, end - length)), to: end };
}
