// Where in a text the words somebody typed stand, and the piece of a long text worth showing. Pure.

import { likeAsTyped, likeLoosely, likeness } from "./likeness.ts";
import { fold, isSpaceless, wantedWords, writtenWords } from "./words.ts";

/** UTF-16 offsets in the text as it is written. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Piece {
  readonly text: string;
  readonly isMatch: boolean;
}

/** The text in pieces, the matches apart. */
export function marked(text: string, query: string): Piece[] {
  return piecesOf(text, spansOf(text, wantedWords(query)));
}

/** How much of a long text is shown around a match, in UTF-16 units: two lines on a phone. */
const shownBefore = 32;
const shownLength = 120;

/** The part of a text around its first match, or its best one; null where nothing in it matches. */
export function excerpt(text: string, query: string): Piece[] | null {
  const spans = spansOf(text, wantedWords(query), shownLength);
  if (spans.length === 0) return null;
  const start = spans[0]!.start <= shownBefore ? 0 : wordStart(text, spans[0]!.start - shownBefore);
  const end = start + shownLength >= text.length ? text.length : wordEnd(text, start + shownLength);
  const inside = spans.filter((span) => span.end <= end).map((span) => ({ start: span.start - start, end: span.end - start }));
  const pieces = piecesOf(text.slice(start, end), inside).map((piece) => ({ ...piece, text: piece.text.replace(/\s+/g, " ") }));
  return [
    ...(start > 0 ? [{ text: "… ", isMatch: false }] : []),
    ...pieces,
    ...(end < text.length ? [{ text: " …", isMatch: false }] : []),
  ];
}

/** What was typed as it is; only where nothing is, what is like it. */
function spansOf(text: string, wanted: readonly string[], within = Infinity): Span[] {
  const strict = spansBy(text, wanted, likeAsTyped, within);
  return strict.length > 0 ? strict : spansBy(text, wanted, likeLoosely, within);
}

/** `within`: how far after the first one they matter; a long text is not read to its end for nothing. */
function spansBy(text: string, wanted: readonly string[], like: typeof likeAsTyped, within: number): Span[] {
  const spans: Span[] = [];
  for (const { word, index } of writtenWords(text)) {
    if (spans[0] && index > spans[0].start + within) break;
    const span = spanIn(word, wanted, like);
    if (span) spans.push({ start: index + span.start, end: index + span.end });
  }
  return spans;
}

function spanIn(word: string, wanted: readonly string[], like: typeof likeAsTyped): Span | null {
  const folded = fold(word);
  if (isSpaceless(folded)) return spanInRun(word, folded, wanted);
  let best: { readonly typed: string; readonly how: number } | null = null;
  for (const typed of wanted) {
    const how = like(typed, folded);
    if (how > (best?.how ?? likeness.none)) best = { typed, how };
  }
  if (!best) return null;
  if (best.how === likeness.whole || best.how === likeness.typo) return { start: 0, end: word.length };
  const from = folded.indexOf(best.typed);
  return { start: writtenLength(word, from), end: writtenLength(word, from + best.typed.length) };
}

/** From the first pair that was looked for to the last. Accents aside, these scripts fold letter by letter. */
function spanInRun(word: string, folded: string, wanted: readonly string[]): Span | null {
  const found = wanted.flatMap((typed) => {
    const from = folded.indexOf(typed);
    return from === -1 ? [] : [{ start: from, end: from + typed.length }];
  });
  if (found.length === 0) return null;
  const start = Math.min(...found.map((span) => span.start));
  const end = Math.max(...found.map((span) => span.end));
  return { start: writtenLength(word, start), end: writtenLength(word, end) };
}

/** How much of the written word makes so many folded letters: "ß" makes two, an accent none. */
function writtenLength(word: string, letters: number): number {
  let written = 0;
  let made = 0;
  for (const letter of word) {
    const makes = fold(letter).length;
    if (made >= letters && makes > 0) break;
    made += makes;
    written += letter.length;
  }
  return letters === 0 ? 0 : written;
}

function piecesOf(text: string, spans: readonly Span[]): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { start, end } of spans) {
    if (start > from) pieces.push({ text: text.slice(from, start), isMatch: false });
    pieces.push({ text: text.slice(start, end), isMatch: true });
    from = end;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), isMatch: false });
  return pieces;
}

/** The beginning of a word near a place; of a run without spaces the place itself, never half a character. */
function wordStart(text: string, near: number): number {
  const space = text.slice(near, near + shownBefore).search(/\s\S/);
  return space === -1 ? whole(text, near) : near + space + 1;
}

function wordEnd(text: string, near: number): number {
  const before = text.slice(0, near);
  const space = /\s\S*$/.exec(before.slice(-shownBefore));
  return space ? near - Math.min(shownBefore, near) + space.index : whole(text, near);
}

function whole(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
}
