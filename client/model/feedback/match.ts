// Finding phrases in a sentence, word by word. No regular expression is built from the phrases: an alternation of a
// thousand of them backtracks on hostile text, while this looks up a word and walks at most a few steps from it.

export interface Token {
  /** Lower case, with plain apostrophes. */
  readonly word: string;
  /** As it was written, for capitals. */
  readonly raw: string;
  readonly start: number;
  readonly end: number;
}

// One separator between two runs of word characters: every character has one way to match, so it is linear.
const wordPattern = /[\p{L}\p{M}\p{N}$€£%]+(?:[-'’&./+#,][\p{L}\p{M}\p{N}$€£%]+)*[+#%]*/gu;

export function tokens(text: string): Token[] {
  return Array.from(text.matchAll(wordPattern), (found) => ({
    word: found[0].toLowerCase().replaceAll("’", "'"),
    raw: found[0],
    start: found.index,
    end: found.index + found[0].length,
  }));
}

interface Choice {
  readonly kind: "word";
  readonly words: ReadonlySet<string>;
  readonly beginnings: readonly string[];
  readonly optional: boolean;
}

type Element = Choice | { readonly kind: "gap" };

interface Phrase<T> {
  readonly elements: readonly Element[];
  readonly value: T;
}

export interface Match<T> {
  readonly value: T;
  /** Token positions, the end exclusive. */
  readonly from: number;
  readonly to: number;
}

/** How many words a `_` may leap over. */
const gapWords = 3;

/** By how many letters a word with any ending is looked up; a shorter one would match half the dictionary. */
const keyLetters = 4;

/** A list of phrases, ready to be found. The notation is told at the top of phrases.ts. */
export class Phrases<T> {
  readonly #byWord = new Map<string, Phrase<T>[]>();
  readonly #byBeginning = new Map<string, Phrase<T>[]>();

  constructor(lists: readonly { readonly value: T; readonly phrases: readonly string[] }[]) {
    for (const { value, phrases } of lists) for (const text of phrases) this.#add({ elements: parse(text), value });
  }

  #add(phrase: Phrase<T>): void {
    for (const element of phrase.elements) {
      if (element.kind === "gap") return;
      for (const word of element.words) push(this.#byWord, word, phrase);
      for (const beginning of element.beginnings) push(this.#byBeginning, beginning.slice(0, keyLetters), phrase);
      if (!element.optional) return;
    }
  }

  /** Every phrase found, in the order of where it begins; they may overlap. */
  find(sentence: readonly Token[]): Match<T>[] {
    const found: Match<T>[] = [];
    for (const [from, { word }] of sentence.entries()) {
      this.#findAt(this.#byWord.get(word), sentence, from, found);
      if (word.length >= keyLetters)
        this.#findAt(this.#byBeginning.get(word.slice(0, keyLetters)), sentence, from, found);
    }
    return found;
  }

  #findAt(candidates: readonly Phrase<T>[] = [], sentence: readonly Token[], from: number, found: Match<T>[]): void {
    for (const { elements, value } of candidates) {
      const to = endOf(elements, 0, sentence, from);
      if (to > from) found.push({ value, from, to });
    }
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Throws for a phrase nothing could match, so that a slip in the list fails in the first test. */
function parse(text: string): Element[] {
  const elements = text.split(" ").map(parseElement);
  const first = elements[0]!;
  if (first.kind === "gap" || elements.every((element) => element.kind === "gap" || element.optional)) {
    throw new Error(`A phrase must begin with a word and hold one that is needed: "${text}"`);
  }
  return elements;
}

function parseElement(text: string): Element {
  if (text === "_") return { kind: "gap" };
  const optional = text.startsWith("(") && text.endsWith(")");
  const choices = (optional ? text.slice(1, -1) : text).split("/");
  if (!choices.every((choice) => /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'&-]*\*?$/u.test(choice)))
    throw new Error(`No words: "${text}"`);
  const beginnings = choices.filter((choice) => choice.endsWith("*")).map((choice) => choice.slice(0, -1));
  if (beginnings.some((beginning) => beginning.length < keyLetters))
    throw new Error(`Too short for any ending: "${text}"`);
  return { kind: "word", words: new Set(choices.filter((choice) => !choice.endsWith("*"))), beginnings, optional };
}

/** Where the phrase ends when it begins here, or -1. */
function endOf(elements: readonly Element[], index: number, sentence: readonly Token[], at: number): number {
  const element = elements[index];
  if (!element) return at;
  if (element.kind === "gap") {
    for (let leap = 0; leap <= gapWords; leap += 1) {
      const end = endOf(elements, index + 1, sentence, at + leap);
      if (end >= 0) return end;
    }
    return -1;
  }
  const word = sentence[at]?.word;
  if (word !== undefined && isOneOf(element, word)) {
    const end = endOf(elements, index + 1, sentence, at + 1);
    if (end >= 0) return end;
  }
  return element.optional ? endOf(elements, index + 1, sentence, at) : -1;
}

function isOneOf({ words, beginnings }: Choice, word: string): boolean {
  return words.has(word) || beginnings.some((beginning) => word.startsWith(beginning));
}
