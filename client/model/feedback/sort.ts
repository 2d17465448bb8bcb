// Sorting an answer: each sentence is a fact, somebody's reading, or no information. Offline, and the same every time.
//
// The most usable thing in a sentence decides: a fact before a reading before nothing. What the list gets wrong the
// person puts right with a tap (parts.ts); so it leans to what costs least when wrong, a reading.

import { factSigns, type Leaning } from "./facts.ts";
import { Phrases, tokens, type Match, type Token } from "./match.ts";
import { degreeWords, phraseGroups, type PhraseGroup, type Theme } from "./phrases.ts";
import { splitSentences, type Piece } from "./sentences.ts";

export type Kind = "fact" | "reading" | "empty";

/** Vague wording inside a sentence, for the dotted line underneath. */
export interface Span {
  /** UTF-16 offsets in the sentence's text. */
  readonly start: number;
  readonly end: number;
  readonly group: string;
  readonly reason: string;
}

export interface Sentence extends Piece {
  readonly kind: Kind;
  /** Only a fact leans; the others are plain. */
  readonly leaning: Leaning;
  readonly vague: readonly Span[];
  readonly themes: readonly Theme[];
}

/** The sentences of a pasted answer, in order, without greeting, signature and quoted mail. */
export function sortAnswer(answer: string): Sentence[] {
  return splitSentences(answer).map((piece) => ({ ...piece, ...sortSentence(piece.text) }));
}

const phrases = new Phrases<PhraseGroup>(phraseGroups.map((group) => ({ value: group, phrases: group.phrases })));

/** From how many points a sentence is a fact; with vague words in it, it takes more. */
const enough = { alone: 1.5, besideReading: 2.5 };

export function sortSentence(text: string): Pick<Sentence, "kind" | "leaning" | "vague" | "themes"> {
  const words = tokens(text);
  const matches = phrases.find(words);
  const clauses = clauseOfEach(text, words);
  const empties = matches.filter((match) => match.value.kind === "empty");
  const maskedClauses = new Set(empties.map((match) => clauses[match.from]));
  const readings = matches.filter(
    (match) => match.value.kind === "reading" && (!maskedClauses.has(clauses[match.from]) || standsAlone(match)),
  );
  const facts = factSigns(text, words, (token) => maskedClauses.has(clauses[token]));
  const kind = kindOf(facts.points, readings.length, empties.length, words);
  const shown = kind === "fact" ? [] : kind === "reading" ? readings : empties;
  return {
    kind,
    leaning: kind === "fact" ? facts.leaning : "plain",
    vague: spans(shown, words),
    themes: [...new Set(readings.flatMap((match) => match.value.theme ?? []))],
  };
}

/**
 * Whether a reading counts beside kind words in the same clause. "It could have been any of you" and "we valued your
 * enthusiasm" hold frames and single words that judge nothing there; "a better fit" judges anywhere.
 */
function standsAlone({ value, from, to }: Match<PhraseGroup>): boolean {
  return value.theme !== undefined && to - from > 1;
}

function kindOf(points: number, readings: number, empties: number, words: readonly Token[]): Kind {
  if (points >= (readings > 0 ? enough.besideReading : enough.alone)) return "fact";
  if (readings > 0) return "reading";
  if (empties > 0) return "empty";
  // Nothing known in it: about the reader, it is somebody's opinion; about anything else, talk.
  return words.some(({ word }) => /^(you|your|yours|you'(re|d|ve|ll))$/.test(word)) ? "reading" : "empty";
}

const joints = new Set(["but", "though", "although", "however", "while", "whereas", "because", "since"]);
const subjects = new Set([
  "you",
  "your",
  "we",
  "they",
  "he",
  "she",
  "it",
  "there",
  "the",
  "that",
  "you're",
  "it's",
  "for",
]);

/** Which clause each word is in: they part at commas, colons, dashes, and at "but", "though" and their like. */
function clauseOfEach(text: string, words: readonly Token[]): number[] {
  const clauses: number[] = [];
  let clause = 0;
  for (const [index, { word, start }] of words.entries()) {
    const before = index > 0 ? text.slice(words[index - 1]!.end, start) : "";
    const begins = /[,;:–—()]|\s-\s/.test(before) || joints.has(word);
    if (begins || (word === "and" && subjects.has(words[index + 1]?.word ?? ""))) clause += 1;
    clauses.push(clause);
  }
  return clauses;
}

/** Frames such as "we felt" are underlined only where the sentence holds nothing else that is vague. */
function spans(matches: readonly Match<PhraseGroup>[], words: readonly Token[]): Span[] {
  const named = matches.filter((match) => match.value.theme !== undefined || match.value.kind === "empty");
  const found: Span[] = [];
  for (const match of [...(named.length > 0 ? named : matches)].sort((a, b) => a.from - b.from || b.to - a.to)) {
    const from = withDegree(words, match.from);
    const span = {
      start: words[from]!.start,
      end: words[withoutTail(words, from, match.to) - 1]!.end,
      group: match.value.id,
      reason: match.value.reason,
    };
    const last = found.at(-1);
    if (!last || span.start >= last.end) found.push(span);
    else if (span.end > last.end) found[found.length - 1] = { ...last, end: span.end };
  }
  return found;
}

/** "better fit" in "a better fit for the team": an article at the end belongs to what follows, and its preposition with it. */
function withoutTail(words: readonly Token[], from: number, to: number): number {
  if (to - 1 <= from || !/^(the|an?|our|your|this|that)$/.test(words[to - 1]!.word)) return to;
  return to - 2 > from && /^(for|with|in|into|to|of|on)$/.test(words[to - 2]!.word) ? to - 2 : to - 1;
}

/** "better fit" in "a much better fit": the words of degree before it belong to it, its article does not. */
function withDegree(words: readonly Token[], from: number): number {
  let at = from;
  while (at > 0 && degreeWords.has(words[at - 1]!.word)) at -= 1;
  while (at < from && /^an?$/.test(words[at]!.word)) at += 1;
  return at;
}
