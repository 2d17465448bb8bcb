// Three-way merge of texts: what two people (or one person on two devices) typed on the same text, both kept.
//
// Word by word. A piece is a word with the space after it, whatever that is; pieces are compared without it, so "end"
// and "end ", or LF and CRLF, are the same piece, and no surrogate pair and no CRLF is ever cut. Lines first, as diff3
// does it, was tried and doubled words: a line one side deleted and the other touched came back whole, although parts
// of it lived on elsewhere. Nothing here is random: the same three texts always merge the same way.

import { differences, type Difference, type Span } from "./alignment.ts";

interface Piece {
  readonly word: string;
  readonly tail: string;
  /** The space before it in its own text: it goes between, when this piece comes behind another text's last one. */
  readonly lead: string;
}

/** `base` is what both started from. Equal edits count once; a deletion gives way to an edit of the same place. */
export function mergeTexts(base: string | null, mine: string | null, theirs: string | null): string | null {
  if (mine === theirs || theirs === base) return mine;
  if (mine === base) return theirs;
  // Who emptied the text did not see what the other side has written since.
  if (!mine?.trim()) return theirs;
  if (!theirs?.trim()) return mine;
  return join(mergePieces(cut(base ?? ""), cut(mine ?? ""), cut(theirs ?? "")));
}

/**
 * Both texts in one when nobody knows what they started from (a server restored from a backup): what they share once,
 * and everything else of both. A word somebody deleted may come back; none is lost.
 */
export function uniteTexts(mine: string | null, theirs: string | null): string | null {
  if (mine === theirs || !theirs) return mine;
  return mine ? join(unite(cut(mine), cut(theirs))) : theirs;
}

/** Where a caret at `offset` of `before` belongs in `after`: beside the same words. */
export function moveCaret(before: string, after: string, offset: number): number {
  if (offset <= sharedPrefix(before, after)) return offset;
  const fromEnd = before.length - offset;
  if (fromEnd <= sharedSuffix(before, after)) return after.length - fromEnd;
  const [old, renewed] = [cut(before), cut(after)];
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

/** Space at the very start is a piece with an empty word. */
function cut(text: string): Piece[] {
  let lead = "";
  return Array.from(text.matchAll(/(\S*)(\s*)/g), ([, word, tail]) => {
    const piece = { word: word!, tail: tail!, lead };
    lead = tail!;
    return piece;
  }).filter(({ word, tail }) => word !== "" || tail !== "");
}

function join(pieces: readonly Piece[]): string {
  return pieces.map(({ word, tail }, at) => word + (tail || glueBefore(pieces[at + 1]))).join("");
}

/** Only a text's last word has no space after it. */
function glueBefore(next: Piece | undefined): string {
  return next && next.word !== "" ? next.lead || " " : "";
}

function mergePieces(base: Piece[], mine: Piece[], theirs: Piece[]): Piece[] {
  return regions(base, mine, theirs).flatMap((region) => {
    const [was, ours, others] = [cutOut(base, region.base), cutOut(mine, region.mine), cutOut(theirs, region.theirs)];
    if (region.changed === "neither") return was.map((piece, at) => unchanged(piece, ours[at]!, others[at]!));
    if (region.changed === "mine") return ours;
    return region.changed === "theirs" ? others : overlap(ours, others);
  });
}

/** Both sides changed the same place: a deletion gives way, else both are kept. */
function overlap(mine: Piece[], theirs: Piece[]): Piece[] {
  if (mine.length === 0) return theirs;
  return theirs.length === 0 ? mine : unite(mine, theirs);
}

/** What both have once, in order; where they part, first what the server already has, then what this device has. */
function unite(mine: Piece[], theirs: Piece[]): Piece[] {
  const united: Piece[] = [];
  let at = 0;
  for (const { left, right } of differences(words(mine), words(theirs))) {
    united.push(...mine.slice(at, left[0]), ...cutOut(theirs, right), ...cutOut(mine, left));
    at = left[1];
  }
  return [...united, ...mine.slice(at)];
}

/** The same word in all three; the space after it as whoever changed it wants it. */
function unchanged(base: Piece, mine: Piece, theirs: Piece): Piece {
  if (mine.tail === base.tail) return theirs;
  // Both wrote on behind it, and theirs comes first.
  return theirs.tail === base.tail || theirs.tail === "" ? mine : theirs;
}

interface Region {
  readonly changed: "neither" | "mine" | "theirs" | "both";
  readonly base: Span;
  readonly mine: Span;
  readonly theirs: Span;
}

/** The three texts side by side, cut into stretches that neither, one or both changed (Khanna, Kunal, Pierce 2007). */
function regions(base: Piece[], mine: Piece[], theirs: Piece[]): Region[] {
  const ours = differences(words(base), words(mine));
  const others = differences(words(base), words(theirs));
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

function words(pieces: readonly Piece[]): string[] {
  return pieces.map(({ word }) => word);
}

function texts(pieces: readonly Piece[]): string[] {
  return pieces.map(({ word, tail }) => word + tail);
}

function lengthOf(pieces: readonly Piece[], [from, to]: Span): number {
  let length = 0;
  for (let at = from; at < to; at += 1) length += pieces[at]!.word.length + pieces[at]!.tail.length;
  return length;
}
