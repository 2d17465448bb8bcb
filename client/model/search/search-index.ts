// The words of everything a person keeps, and where they stand: in memory, made when somebody searches, and changed
// with every row that changes. Holds no texts, only words and who holds them. Pure.
//
// What is found, and in which order:
// - Every word must be found: in the record itself, or in what it belongs to ("thank norrholm" finds the line "Thank
//   each interviewer" on Norrholm's list); at least one of them in the record itself.
// - As typed first: whole words and beginnings. Where fewer than five records match so, a letter may be wrong, and the
//   word may stand inside another.
// - What a thing is called counts three times what is written in it; a whole word more than a beginning, the inside
//   of a word less, a word with a wrong letter least; the more of a word is typed, the more. What a record belongs to counts
//   half. Equal ones: what is still to do before what is settled, then the newest.
// - What is in the trash, or belongs to something that is, or to something that is not here, is not found.

import { groupOrder, type Group } from "./groups.ts";
import { likeAsTyped, likeLoosely, likeness, type Likeness } from "./likeness.ts";
import { wantedWords, wordsOf } from "./words.ts";

/** One thing that can be found. */
export interface Searchable {
  /** Unique among all records, and the same after every edit. */
  readonly key: string;
  readonly group: Group;
  /** The key of what it belongs to: it is found only while that is there. */
  readonly parent: string | null;
  readonly titles: readonly string[];
  readonly texts: readonly string[];
  /** Milliseconds; the newest first among equals. */
  readonly atMs: number;
  readonly isSettled: boolean;
}

export interface Hit {
  readonly key: string;
  readonly group: Group;
  readonly score: number;
}

export interface Found {
  /** The best of each group, the group with the best hit first. */
  readonly groups: readonly { readonly group: Group; readonly hits: readonly Hit[]; readonly count: number }[];
  readonly count: number;
}

/** Fewer matches than these as typed, and a letter may have been wrong. */
const enoughAsTyped = 5;
const titleWeight = 3;
const parentShare = 0.5;
/** Of likeness none, typo, inside, beginning, whole. All but the last gain up to `coverage` more. */
const weights = [0, 2, 3, 6, 8] as const;
const coverage = 1.5;

/** A word, and where it stands: twice the record's number, plus one where it is in the title. */
interface Word {
  readonly text: string;
  readonly places: number[];
}

interface Kept {
  readonly group: Group;
  readonly atMs: number;
  readonly isSettled: boolean;
  readonly words: readonly Word[];
}

export class SearchIndex {
  readonly #numbers = new Map<string, number>();
  readonly #keys: string[] = [];
  /** By number; undefined: named by a child, but not here (yet), or gone. */
  readonly #kept: (Kept | undefined)[] = [];
  /** By number: the parent's number, -1 where there is none. */
  readonly #parents: number[] = [];
  readonly #words = new Map<string, Word>();
  /** The words again, to go through quickly; null when it has to be made anew. */
  #list: Word[] | null = [];

  /** How many records can be found. */
  get size(): number {
    return this.#kept.reduce((sum, kept) => (kept ? sum + 1 : sum), 0);
  }

  put(record: Searchable): void {
    const number = this.#numberOf(record.key);
    this.#drop(number);
    this.#parents[number] = record.parent === null ? -1 : this.#numberOf(record.parent);
    const { group, atMs, isSettled } = record;
    const words: Word[] = [];
    // Titles first: a word that stands in both counts there.
    for (const text of record.titles) this.#place(text, number * 2 + 1, words);
    for (const text of record.texts) this.#place(text, number * 2, words);
    this.#kept[number] = { group, atMs, isSettled, words };
  }

  remove(key: string): void {
    const number = this.#numbers.get(key);
    if (number !== undefined) this.#drop(number);
  }

  /** So many hits of each group as `limitOf` says; the counts are of all. */
  find(query: string, limitOf: (group: Group) => number): Found {
    const wanted = wantedWords(query);
    if (wanted.length === 0) return { groups: [], count: 0 };
    const strict = this.#findAll(wanted, likeAsTyped, limitOf);
    return strict.count >= enoughAsTyped ? strict : this.#findAll(wanted, likeLoosely, limitOf);
  }

  #numberOf(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#keys.length;
    this.#numbers.set(key, number);
    this.#keys.push(key);
    this.#kept.push(undefined);
    this.#parents.push(-1);
    return number;
  }

  #place(text: string, place: number, placed: Word[]): void {
    for (const each of wordsOf(text)) {
      const word = this.#words.get(each) ?? this.#newWord(each);
      // Records are put one after the other, so a word this one holds already has it as its last place.
      if (word.places.length > 0 && word.places.at(-1)! >> 1 === place >> 1) continue;
      word.places.push(place);
      placed.push(word);
    }
  }

  #newWord(text: string): Word {
    // A slice would keep the whole text it was cut from in memory (V8 makes slices of 13 letters and more).
    const word = { text: text.length < 13 ? text : ` ${text}`.slice(1), places: [] };
    this.#words.set(word.text, word);
    this.#list?.push(word);
    return word;
  }

  #drop(number: number): void {
    const kept = this.#kept[number];
    if (!kept) return;
    for (const word of kept.words) {
      const { places } = word;
      const at = places.findIndex((place) => place >> 1 === number);
      places[at] = places.at(-1)!;
      places.pop();
      if (places.length === 0) {
        this.#words.delete(word.text);
        this.#list = null;
      }
    }
    this.#kept[number] = undefined;
    this.#parents[number] = -1;
  }

  #findAll(wanted: readonly string[], like: (typed: string, word: string) => Likeness, limitOf: (group: Group) => number): Found {
    const matches = this.#match(wanted, like);
    const everyWord = 2 ** wanted.length - 1;
    const best = new Map<Group, BestHits>();
    // From the end: rows come in the order of their making, and among equals the newest are wanted.
    for (let at = matches.numbers.length - 1; at >= 0; at -= 1) {
      const number = matches.numbers[at]!;
      const kept = this.#kept[number];
      if (!kept) continue;
      const score = this.#scoreOf(number, everyWord, matches);
      if (score === null) continue;
      let hits = best.get(kept.group);
      if (!hits) best.set(kept.group, (hits = new BestHits(limitOf(kept.group))));
      if (!hits.count(score, kept)) continue;
      hits.add({ key: this.#keys[number]!, group: kept.group, score, atMs: kept.atMs, isSettled: kept.isSettled });
    }
    const groups = [...best].map(([group, { hits, counted }]) => ({ group, hits, count: counted }));
    groups.sort((a, b) => b.hits[0]!.score - a.hits[0]!.score || groupOrder(a.group) - groupOrder(b.group));
    return { groups, count: groups.reduce((sum, { count }) => sum + count, 0) };
  }

  /** Which records hold which of the words, and how well. */
  #match(wanted: readonly string[], like: (typed: string, word: string) => Likeness): Matches {
    const size = this.#keys.length;
    const matches: Matches = { masks: new Uint16Array(size), scores: new Float32Array(size), numbers: [] };
    const ofThisWord = new Float32Array(size);
    this.#list ??= [...this.#words.values()];
    wanted.forEach((typed, index) => {
      const touched: number[] = [];
      for (const word of this.#list!) {
        const how = like(typed, word.text);
        if (how === likeness.none) continue;
        const typedShare = Math.min(1, typed.length / word.text.length);
        const weight = weights[how] + (how === likeness.whole ? 0 : coverage * typedShare);
        for (const place of word.places) {
          const number = place >> 1;
          const gain = place & 1 ? titleWeight * weight : weight;
          if (ofThisWord[number] === 0) touched.push(number);
          if (gain > ofThisWord[number]!) ofThisWord[number] = gain;
        }
      }
      for (const number of touched) {
        if (matches.masks[number] === 0) matches.numbers.push(number);
        matches.masks[number]! |= 1 << index;
        matches.scores[number]! += ofThisWord[number]!;
        ofThisWord[number] = 0;
      }
    });
    return matches;
  }

  /** Null where a word is found neither in it nor in what it belongs to, or where that is not here. */
  #scoreOf(number: number, everyWord: number, { masks, scores }: Matches): number | null {
    let mask = masks[number]!;
    let score = scores[number]!;
    let generations = 0;
    for (let parent = this.#parents[number]!; parent !== -1; parent = this.#parents[parent]!) {
      // Rows that name each other belong nowhere.
      if (!this.#kept[parent] || (generations += 1) > deepest) return null;
      if ((masks[parent]! & ~mask) === 0) continue;
      mask |= masks[parent]!;
      score += parentShare * scores[parent]!;
    }
    return mask === everyWord ? score : null;
  }
}

/** A line, its list, the message it is for, the feedback, the interview: and some more. */
const deepest = 8;

interface Matches {
  readonly masks: Uint16Array;
  readonly scores: Float32Array;
  readonly numbers: number[];
}

interface Ranked extends Hit {
  readonly atMs: number;
  readonly isSettled: boolean;
}

/** The first `limit` hits in order, and how many were offered: sorting 20,000 to show five would take a frame. */
class BestHits {
  readonly hits: Ranked[] = [];
  readonly #limit: number;
  counted = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** One more; whether it may be among the first. Asked before a hit is made: thousands are only counted. */
  count(score: number, { isSettled, atMs }: Kept): boolean {
    this.counted += 1;
    if (this.hits.length < this.#limit) return true;
    const last = this.hits.at(-1)!;
    if (score !== last.score) return score > last.score;
    return isSettled === last.isSettled ? atMs >= last.atMs : last.isSettled;
  }

  add(hit: Ranked): void {
    const { hits } = this;
    if (hits.length >= this.#limit && inOrder(hits.at(-1)!, hit) < 0) return;
    let low = 0;
    let high = hits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (inOrder(hits[middle]!, hit) < 0) low = middle + 1;
      else high = middle;
    }
    hits.splice(low, 0, hit);
    if (hits.length > this.#limit) hits.pop();
  }
}

function inOrder(a: Ranked, b: Ranked): number {
  if (a.score !== b.score) return b.score - a.score;
  if (a.isSettled !== b.isSettled) return a.isSettled ? 1 : -1;
  if (a.atMs !== b.atMs) return b.atMs - a.atMs;
  return a.key < b.key ? -1 : 1;
}
