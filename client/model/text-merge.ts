// Three-way merge of texts: what two people (or one person on two devices) typed on the same text, both kept.
//
// Lines first, then words inside the lines both sides changed. A piece is a line with its line end, or a word with the
// space after it; pieces are compared without that tail, so "end" and "end ", or LF and CRLF, are the same piece, and
// no surrogate pair and no CRLF is ever cut. Nothing here is random: the same three texts always merge the same way.

import { differences, type Difference, type Span } from "./alignment.ts";

interface Piece {
  readonly key: string;
  readonly tail: string;
}

interface Grain {
  readonly cut: (text: string) => Piece[];
  /** What goes after a piece that ended its text and so has no tail, once another piece comes behind it. */
  readonly glue: (pieces: readonly Piece[]) => string;
  readonly finer: Grain | null;
}

const words: Grain = {
  cut: (text) => cut(text, /(\S+)(\s*)|(\s+)/g),
  glue: () => " ",
  finer: null,
};
const lines: Grain = {
  cut: (text) => cut(text, /([^\r\n]+)(\r\n|\r|\n|$)|(\r\n|\r|\n)/g),
  glue: (pieces) => pieces.find(({ tail }) => tail !== "")?.tail ?? "\n",
  finer: words,
};

/** `base` is what both started from. Equal edits count once; a deletion gives way to an edit of the same place. */
export function mergeTexts(base: string | null, mine: string | null, theirs: string | null): string | null {
  if (mine === theirs || theirs === base) return mine;
  if (mine === base) return theirs;
  return join(lines, mergePieces(lines, lines.cut(base ?? ""), lines.cut(mine ?? ""), lines.cut(theirs ?? "")));
}

/**
 * Both texts in one when nobody knows what they started from (a server restored from a backup): what they share once,
 * and everything else of both. A word somebody deleted may come back; none is lost.
 */
export function uniteTexts(mine: string | null, theirs: string | null): string | null {
  if (mine === theirs || !theirs) return mine;
  return mine ? join(lines, unite(lines, lines.cut(mine), lines.cut(theirs))) : theirs;
}

/** Where a caret at `offset` of `before` belongs in `after`: beside the same words. */
export function moveCaret(before: string, after: string, offset: number): number {
  const [ahead, behind] = [sharedPrefix(before, after), sharedSuffix(before, after)];
  if (offset <= ahead) return offset;
  if (before.length - offset <= behind) return after.length - (before.length - offset);
  const [old, renewed] = [words.cut(before), words.cut(after)];
  let [oldAt, newAt, place] = [0, 0, 0];
  for (const { left, right } of differences(texts(old), texts(renewed))) {
    const unchanged = lengthOf(old, [place, left[0]]);
    const [removed, added] = [lengthOf(old, left), lengthOf(renewed, right)];
    if (offset < oldAt + unchanged) break;
    if (offset < oldAt + unchanged + removed) return newAt + unchanged + Math.min(offset - oldAt - unchanged, added);
    oldAt += unchanged + removed;
    newAt += unchanged + added;
    place = left[1];
  }
  return Math.min(newAt + offset - oldAt, after.length);
}

function sharedPrefix(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

function sharedSuffix(one: string, other: string): number {
  let at = 0;
  while (at < one.length && at < other.length && one[one.length - 1 - at] === other[other.length - 1 - at]) at += 1;
  return at;
}

function cut(text: string, pattern: RegExp): Piece[] {
  const pieces: Piece[] = [];
  for (const [, key, tail, bare] of text.matchAll(pattern)) {
    pieces.push(bare === undefined ? { key: key!, tail: tail! } : { key: "", tail: bare });
  }
  return pieces;
}

function join(grain: Grain, pieces: readonly Piece[]): string {
  const last = pieces.length - 1;
  return pieces.map(({ key, tail }, at) => key + (tail || at === last ? tail : grain.glue(pieces))).join("");
}

function mergePieces(grain: Grain, base: Piece[], mine: Piece[], theirs: Piece[]): Piece[] {
  const merged: Piece[] = [];
  for (const region of regions(base, mine, theirs)) {
    const [was, ours, others] = [cutOut(base, region.base), cutOut(mine, region.mine), cutOut(theirs, region.theirs)];
    if (region.changed === "neither") was.forEach((piece, at) => merged.push(withTail(piece, ours[at]!, others[at]!)));
    else if (region.changed === "mine") merged.push(...ours);
    else if (region.changed === "theirs") merged.push(...others);
    else merged.push(...overlap(grain, was, ours, others));
  }
  return merged;
}

/** Both sides changed the same place: a deletion gives way, then the finer grain looks, then both are kept. */
function overlap(grain: Grain, base: Piece[], mine: Piece[], theirs: Piece[]): Piece[] {
  if (mine.length === 0) return theirs;
  if (theirs.length === 0) return mine;
  if (!grain.finer) return unite(grain, mine, theirs);
  const { cut: cutFiner } = grain.finer;
  const [was, ours, others] = [base, mine, theirs].map((pieces) => cutFiner(join(grain, pieces)));
  return grain.cut(join(grain.finer, mergePieces(grain.finer, was!, ours!, others!)));
}

/** What both have once, in order; where they part, first what the server already has, then what this device has. */
function unite(grain: Grain, mine: Piece[], theirs: Piece[]): Piece[] {
  const united: Piece[] = [];
  let at = 0;
  for (const { left, right } of differences(keys(mine), keys(theirs))) {
    united.push(...mine.slice(at, left[0]), ...uniteDifference(grain, cutOut(mine, left), cutOut(theirs, right)));
    at = left[1];
  }
  return [...united, ...mine.slice(at)];
}

function uniteDifference(grain: Grain, mine: Piece[], theirs: Piece[]): Piece[] {
  if (!grain.finer || mine.length === 0 || theirs.length === 0) return [...theirs, ...mine];
  const { cut: cutFiner } = grain.finer;
  const united = unite(grain.finer, cutFiner(join(grain, mine)), cutFiner(join(grain, theirs)));
  return grain.cut(join(grain.finer, united));
}

/** An unchanged piece keeps its tail, unless one side changed just that. */
function withTail(base: Piece, mine: Piece, theirs: Piece): Piece {
  return mine.tail === base.tail ? theirs : mine;
}

interface Region {
  readonly changed: "neither" | "mine" | "theirs" | "both";
  readonly base: Span;
  readonly mine: Span;
  readonly theirs: Span;
}

/** The three texts side by side, cut into stretches that neither, one or both changed (Khanna, Kunal, Pierce 2007). */
function regions(base: Piece[], mine: Piece[], theirs: Piece[]): Region[] {
  const ours = differences(keys(base), keys(mine));
  const others = differences(keys(base), keys(theirs));
  const found: Region[] = [];
  let [atBase, atMine, atTheirs] = [0, 0, 0];
  const reach = (changed: Region["changed"], base: number, mine: number, theirs: number): void => {
    if (base > atBase || mine > atMine || theirs > atTheirs) {
      found.push({ changed, base: [atBase, base], mine: [atMine, mine], theirs: [atTheirs, theirs] });
    }
    [atBase, atMine, atTheirs] = [base, mine, theirs];
  };
  while (ours.length > 0 || others.length > 0) {
    const { changed, start, end, byMine, byTheirs } = takeChange(ours, others);
    const same = start - atBase;
    reach("neither", start, atMine + same, atTheirs + same);
    reach(changed, end, atMine + (end - start) + growth(byMine), atTheirs + (end - start) + growth(byTheirs));
  }
  const rest = base.length - atBase;
  reach("neither", base.length, atMine + rest, atTheirs + rest);
  return found;
}

/** Takes the next change off the two lists, and with it every change of either side that overlaps. */
function takeChange(ours: Difference[], others: Difference[]) {
  const isNext = (one: Difference | undefined, other: Difference | undefined): boolean =>
    one !== undefined && (other === undefined || startsBefore(one, other));
  const first = (isNext(ours[0], others[0]) ? ours[0] : others[0])!;
  const start = first.left[0];
  let end = start;
  const [byMine, byTheirs]: [Difference[], Difference[]] = [[], []];
  for (let grew = true; grew; ) {
    grew = false;
    for (const [waiting, taken] of [[ours, byMine], [others, byTheirs]] as const) {
      while (waiting[0] && (waiting[0] === first || overlaps(waiting[0], start, end, taken))) {
        taken.push(waiting.shift()!);
        end = Math.max(end, taken.at(-1)!.left[1]);
        grew = true;
      }
    }
  }
  const changed = byTheirs.length === 0 ? "mine" : byMine.length === 0 ? "theirs" : "both";
  return { changed, start, end, byMine, byTheirs } as const;
}

/** An insertion comes before a replacement that starts at the same place. */
function startsBefore(one: Difference, other: Difference): boolean {
  return one.left[0] < other.left[0] || (one.left[0] === other.left[0] && one.left[1] <= other.left[1]);
}

/**
 * Changes that only touch do not overlap: one side's new third word and the other's new fourth are two edits. Two
 * insertions at one place do.
 */
function overlaps(change: Difference, start: number, end: number, taken: readonly Difference[]): boolean {
  const isInsertion = change.left[0] === change.left[1];
  if (start === end) return taken.length === 0 && isInsertion && change.left[0] === start;
  return change.left[0] < end;
}

function growth(changes: readonly Difference[]): number {
  return changes.reduce((sum, { left, right }) => sum + (right[1] - right[0]) - (left[1] - left[0]), 0);
}

function cutOut(pieces: Piece[], [from, to]: Span): Piece[] {
  return pieces.slice(from, to);
}

function keys(pieces: readonly Piece[]): string[] {
  return pieces.map(({ key }) => key);
}

function texts(pieces: readonly Piece[]): string[] {
  return pieces.map(({ key, tail }) => key + tail);
}

function lengthOf(pieces: readonly Piece[], [from, to]: Span): number {
  let length = 0;
  for (let at = from; at < to; at += 1) length += pieces[at]!.key.length + pieces[at]!.tail.length;
  return length;
}
