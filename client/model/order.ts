// The order a person gave to lines, lists and options: fractional positions, compared as plain text.
//
// Two devices that insert into the same gap offline must not make the same key, so each new key takes a few random
// steps inside its gap. A gap halved thousands of times makes keys long; then the whole list is spread anew.

import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";

export interface Placed {
  readonly id: string;
  readonly position: string | null;
}

/** A position to be written. */
export interface Placement {
  readonly id: string;
  readonly position: string;
}

/** Ten steps are two characters, and two devices meet in one gap in a thousand. Then the ids decide; nothing breaks. */
const jitterSteps = 10;

/** Ordinary keys have two to eight characters; the field holds 200. */
const longestKey = 60;

/** For sorting: by position, rows without one last, equal ones by id, so every device shows the same order. */
export function byPosition(a: Placed, b: Placed): number {
  if (a.position !== b.position) {
    if (a.position === null) return 1;
    if (b.position === null) return -1;
    return a.position < b.position ? -1 : 1;
  }
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** A position after the last of some rows. */
export function positionAtEnd(rows: readonly Placed[]): string {
  const last = rows.map((row) => row.position).filter(isKey).sort().at(-1) ?? null;
  return keyBetween(last, null);
}

/**
 * What to write so that a row comes to stand after the row `above` and before the row `below` (null: the list's end).
 * Usually one position; all of them when the gap's ends are equal, missing, unreadable, or too close.
 * `rows` is the whole list; whether it holds the moved row already does not matter.
 */
export function place(rows: readonly Placed[], id: string, above: string | null, below: string | null): Placement[] {
  const others = rows.filter((row) => row.id !== id).sort(byPosition);
  const index = indexToInsert(others, above, below);
  const before = others[index - 1]?.position;
  const after = others[index]?.position;
  if (isEnd(before) && isEnd(after) && (!before || !after || before < after)) {
    const position = keyBetween(before ?? null, after ?? null);
    if (position.length <= longestKey) return [{ id, position }];
  }
  const ids = others.map((row) => row.id);
  ids.splice(index, 0, id);
  return spread(ids);
}

/** Fresh, short positions for a whole list. */
export function spread(ids: readonly string[]): Placement[] {
  const keys = generateNKeysBetween(null, null, ids.length);
  return ids.map((id, index) => ({ id, position: keys[index]! }));
}

/** The row named `above` counts first: it may have moved since the screen was painted, and then `below` is stale. */
function indexToInsert(others: readonly Placed[], above: string | null, below: string | null): number {
  const aboveIndex = others.findIndex((row) => row.id === above);
  if (aboveIndex >= 0) return aboveIndex + 1;
  const belowIndex = others.findIndex((row) => row.id === below);
  if (belowIndex >= 0) return belowIndex;
  return above === null && below !== null ? 0 : others.length;
}

function keyBetween(before: string | null, after: string | null): string {
  const middle = generateKeyBetween(before, after);
  // A gap open at an end is closed one whole step away, so that keys at the ends stay short.
  let low = before === null || after === null ? middle : before;
  let high = after === null ? generateKeyBetween(middle, null) : after;
  if (before === null && after !== null) [low, high] = [generateKeyBetween(null, middle), middle];
  for (const goHigher of randomBits(jitterSteps)) {
    const key = generateKeyBetween(low, high);
    if (goHigher) low = key;
    else high = key;
  }
  return generateKeyBetween(low, high);
}

function randomBits(count: number): boolean[] {
  return Array.from(crypto.getRandomValues(new Uint8Array(count)), (byte) => byte % 2 === 1);
}

function isEnd(position: string | null | undefined): boolean {
  return position === undefined || isKey(position);
}

/** Whether a position can be reckoned with. What came over the wire may be any short text. */
function isKey(position: string | null): position is string {
  if (position === null || !/^[A-Za-z][0-9A-Za-z]+$/.test(position)) return false;
  try {
    generateKeyBetween(null, position);
    generateKeyBetween(position, null);
    return true;
  } catch {
    // fractional-indexing has no other way to say that a key is malformed.
    return false;
  }
}
