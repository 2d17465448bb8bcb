// Where two sequences differ: node-diff3's search for the longest common subsequence, made safe for long texts.
// What they share at both ends is set aside first; what is still too long to search is split at anchors, runs of
// pieces that occur exactly once in both (the idea of Bram Cohen's patience diff).

import { diffIndices } from "node-diff3";

/** Half-open: [from, to). */
export type Span = readonly [from: number, to: number];

export interface Difference {
  readonly left: Span;
  readonly right: Span;
}

/** The search walks about left x right / 2 steps; this many take some 10 ms on a slow phone. */
const MAX_STEPS = 4_000_000;
/** Of four pieces: long enough that even "the" is unique in company; see uniqueRuns. */
const ANCHOR_LENGTH = 4;

/** Every place where `right` is not `left`, ascending, never touching each other. */
export function differences(left: readonly string[], right: readonly string[]): Difference[] {
  const head = sharedStart(left, right);
  const foot = sharedEnd(left, right, head);
  const [a, b] = [left.slice(head, left.length - foot), right.slice(head, right.length - foot)];
  return between(a, b).map(({ left: [from, to], right: [start, end] }) => ({
    left: [from + head, to + head],
    right: [start + head, end + head],
  }));
}

function between(left: string[], right: string[]): Difference[] {
  if (left.length === 0 && right.length === 0) return [];
  if (left.length === 0 || right.length === 0) return [{ left: [0, left.length], right: [0, right.length] }];
  if (left.length * right.length <= MAX_STEPS) return search(left, right);
  const anchors = commonAnchors(left, right);
  return anchors.length > 0 ? splitAt(anchors, left, right) : [{ left: [0, left.length], right: [0, right.length] }];
}

function search(left: string[], right: string[]): Difference[] {
  return diffIndices(left, right).map(({ buffer1: [from, removed], buffer2: [start, added] }) => ({
    left: [from!, from! + removed!],
    right: [start!, start! + added!],
  }));
}

function splitAt(anchors: readonly (readonly [number, number])[], left: string[], right: string[]): Difference[] {
  const found: Difference[] = [];
  let [from, start] = [0, 0];
  for (const [to, end] of [...anchors, [left.length, right.length] as const]) {
    if (to < from || end < start) continue;
    const isGap = to > from || end > start;
    const inside = isGap ? differences(left.slice(from, to), right.slice(start, end)) : [];
    for (const { left: a, right: b } of inside) {
      found.push({ left: [a[0] + from, a[1] + from], right: [b[0] + start, b[1] + start] });
    }
    [from, start] = [to + ANCHOR_LENGTH, end + ANCHOR_LENGTH];
  }
  return found;
}

/** Pairs of places where the same run stands that occurs once on each side, in an order that holds for both. */
function commonAnchors(left: readonly string[], right: readonly string[]): [number, number][] {
  const onTheRight = uniqueRuns(right);
  const pairs: [number, number][] = [];
  for (const [run, at] of uniqueRuns(left)) {
    const there = onTheRight.get(run);
    if (there !== undefined) pairs.push([at, there]);
  }
  return longestAscending(pairs.sort((one, other) => one[0] - other[0]));
}

function uniqueRuns(pieces: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  for (let at = 0; at + ANCHOR_LENGTH <= pieces.length; at += 1) {
    const run = `${pieces[at]}\n${pieces[at + 1]}\n${pieces[at + 2]}\n${pieces[at + 3]}`;
    if (places.has(run)) repeated.add(run);
    places.set(run, at);
  }
  for (const run of repeated) places.delete(run);
  return places;
}

/** The longest part of `pairs` (ascending by the first number) that also ascends by the second. */
function longestAscending(pairs: readonly [number, number][]): [number, number][] {
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  pairs.forEach(([, place], index) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[ends[middle]!]![1] < place) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? ends[low - 1] : undefined;
    ends[low] = index;
  });
  const chain: [number, number][] = [];
  for (let index = ends.at(-1); index !== undefined; index = before[index]) chain.push(pairs[index]!);
  return chain.reverse();
}

function sharedStart(left: readonly string[], right: readonly string[]): number {
  const most = Math.min(left.length, right.length);
  let shared = 0;
  while (shared < most && left[shared] === right[shared]) shared += 1;
  return shared;
}

function sharedEnd(left: readonly string[], right: readonly string[], head: number): number {
  const most = Math.min(left.length, right.length) - head;
  let shared = 0;
  while (shared < most && left[left.length - 1 - shared] === right[right.length - 1 - shared]) shared += 1;
  return shared;
}
