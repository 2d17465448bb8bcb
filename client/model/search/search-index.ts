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

import { BestHits, type Order } from "./best-hits.ts";
import { groupOrder, type Group } from "./groups.ts";
import { likeAsTyped, likeLoosely, likeness, type Likeness } from "./likeness.ts";
import { Matches } from "./matches.ts";
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
const parentShare = 0.5;
/** Of likeness none, typo, inside, beginning, whole. All but the last gain up to `coverage` more. */
const weights = [0, 2, 3, 6, 8] as const;
const coverage = 1.5;
/** A line, its list, the message it is for, the feedback, the interview: and some more. */
const deepest = 8;

/** A word, and where it stands: twice the record's number, plus one where it is in the title. */
interface Word {
  readonly text: string;
  readonly places: number[];
}

type Like = (typed: string, word: string) => Likeness;
type LimitOf = (group: Group) => number;

/**
 * Records have numbers, and what is known of them lies in one array for each thing that is asked of all of them: a
 * letter may match 20,000 of them, and is answered within a frame also the first time, when nothing is compiled yet.
 */
export class SearchIndex {
  readonly #numbers = new Map<string, number>();
  readonly #keys: string[] = [];
  /** Undefined: named by a child, but not here (yet), or gone. */
  readonly #groups: (Group | undefined)[] = [];
  /** The parent's number, -1 where there is none. */
  readonly #parents: number[] = [];
  readonly #order: { readonly isSettled: boolean[]; readonly atMs: number[] } & Order = { keys: this.#keys, isSettled: [], atMs: [] };
  readonly #wordsOf: (readonly Word[])[] = [];
  readonly #words = new Map<string, Word>();
  /** The words again, to go through quickly; null when it has to be made anew. */
  #list: Word[] | null = [];
  #matches = new Matches(0);
  #size = 0;

  /** How many records can be found. */
  get size(): number {
    return this.#size;
  }

  put(record: Searchable): void {
    const number = this.#numberOf(record.key);
    this.#drop(number);
    this.#parents[number] = record.parent === null ? -1 : this.#numberOf(record.parent);
    const words: Word[] = [];
    // Titles first: a word that stands in both counts there.
    for (const text of record.titles) this.#place(text, number * 2 + 1, words);
    for (const text of record.texts) this.#place(text, number * 2, words);
    this.#groups[number] = record.group;
    this.#size += 1;
    this.#order.isSettled[number] = record.isSettled;
    this.#order.atMs[number] = record.atMs;
    this.#wordsOf[number] = words;
  }

  remove(key: string): void {
    const number = this.#numbers.get(key);
    if (number !== undefined) this.#drop(number);
  }

  /** So many hits of each group as `limitOf` says; the counts are of all. */
  find(query: string, limitOf: LimitOf): Found {
    const wanted = wantedWords(query);
    if (wanted.length === 0) return { groups: [], count: 0 };
    const strict = this.#findAll(wanted, likeAsTyped, limitOf);
    return strict.count >= enoughAsTyped ? strict : this.#findAll(wanted, likeLoosely, limitOf);
  }

  /**
   * Finds something, for nobody. What a browser has not run often it runs slowly: asked for a letter while it is small,
   * an index answers the first letter of a person twice as fast when it is large.
   */
  rehearse(): void {
    const latest = this.#list?.at(-1);
    if (latest) this.find(latest.text.charAt(0), () => enoughAsTyped);
  }

  #numberOf(key: string): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#keys.length;
    this.#numbers.set(key, number);
    this.#keys.push(key);
    this.#groups.push(undefined);
    this.#parents.push(-1);
    this.#order.isSettled.push(false);
    this.#order.atMs.push(0);
    this.#wordsOf.push([]);
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
    if (!this.#groups[number]) return;
    for (const { text, places } of this.#wordsOf[number]!) {
      const at = places.findIndex((place) => place >> 1 === number);
      places[at] = places.at(-1)!;
      places.pop();
      if (places.length === 0) {
        this.#words.delete(text);
        this.#list = null;
      }
    }
    this.#wordsOf[number] = [];
    this.#groups[number] = undefined;
    this.#size -= 1;
    this.#parents[number] = -1;
  }

  #findAll(wanted: readonly string[], like: Like, limitOf: LimitOf): Found {
    const matches = this.#match(wanted, like);
    const best = new Map<Group, BestHits>();
    // From the end: rows come in the order of their making, and among equals the newest are wanted.
    for (let at = matches.numbers.length - 1; at >= 0; at -= 1) {
      const number = matches.numbers[at]!;
      const group = this.#groups[number];
      const score = group ? this.#scoreOf(number, wanted.length, matches) : 0;
      if (!group || score === 0) continue;
      let hits = best.get(group);
      if (!hits) best.set(group, (hits = new BestHits(limitOf(group), this.#order)));
      hits.offer(number, score);
    }
    const groups = [...best].map(([group, { hits, count }]) => ({
      group,
      count,
      hits: hits.map(({ number, score }) => ({ key: this.#keys[number]!, group, score })),
    }));
    groups.sort((a, b) => b.hits[0]!.score - a.hits[0]!.score || groupOrder(a.group) - groupOrder(b.group));
    return { groups, count: groups.reduce((sum, { count }) => sum + count, 0) };
  }

  /** Which records hold which of the words, and how well. */
  #match(wanted: readonly string[], like: Like): Matches {
    if (this.#matches.size < this.#keys.length) this.#matches = new Matches(this.#keys.length * 2);
    this.#matches.clear();
    this.#list ??= [...this.#words.values()];
    for (const typed of wanted) {
      for (const { text, places } of this.#list) {
        const how = like(typed, text);
        if (how === likeness.none) continue;
        const typedShare = Math.min(1, typed.length / text.length);
        this.#matches.add(places, weights[how] + (how === likeness.whole ? 0 : coverage * typedShare));
      }
      this.#matches.nextWord();
    }
    return this.#matches;
  }

  /** Above 0; 0 where a word is found neither in it nor in what it belongs to, or where that is not here. */
  #scoreOf(number: number, words: number, { masks, scores }: Matches): number {
    const everyWord = 2 ** words - 1;
    let mask = masks[number]!;
    let score = scores[number]!;
    let generations = 0;
    for (let parent = this.#parents[number]!; parent !== -1; parent = this.#parents[parent]!) {
      // Rows that name each other belong nowhere.
      if (!this.#groups[parent] || (generations += 1) > deepest) return 0;
      if ((masks[parent]! & ~mask) === 0) continue;
      mask |= masks[parent]!;
      score += parentShare * scores[parent]!;
    }
    return mask === everyWord ? score : 0;
  }
}
