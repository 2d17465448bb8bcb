// Which records hold the words of a question, and how well: the scratch paper of the index. Pure.

/** What a thing is called counts so many times what is written in it. */
const titleWeight = 3;

/**
 * What one question finds, by the records' numbers; used again for the next. `clear`, then for each word that was typed
 * `add` what is like it, and `nextWord`.
 */
export class Matches {
  readonly size: number;
  /** Bit n: it holds the nth word. */
  readonly masks: Uint16Array;
  /** The sum over the words of the best likeness of each. */
  readonly scores: Float32Array;
  /** Those that hold any. */
  readonly numbers: number[] = [];
  readonly #ofThisWord: Float32Array;
  readonly #holdThisWord: number[] = [];
  #bit = 1;

  constructor(size: number) {
    this.size = size;
    this.masks = new Uint16Array(size);
    this.scores = new Float32Array(size);
    this.#ofThisWord = new Float32Array(size);
  }

  clear(): void {
    for (const number of this.numbers) this.masks[number] = this.scores[number] = 0;
    this.numbers.length = 0;
    this.#bit = 1;
  }

  /** Records that hold a word so much like the one that was typed. */
  add(places: readonly number[], weight: number): void {
    const best = this.#ofThisWord;
    const holders = this.#holdThisWord;
    for (let at = 0; at < places.length; at += 1) {
      const place = places[at]!;
      const number = place >> 1;
      const gain = place & 1 ? titleWeight * weight : weight;
      const known = best[number]!;
      if (known === 0) holders.push(number);
      if (gain > known) best[number] = gain;
    }
  }

  nextWord(): void {
    for (const number of this.#holdThisWord) {
      if (this.masks[number] === 0) this.numbers.push(number);
      this.masks[number]! |= this.#bit;
      this.scores[number]! += this.#ofThisWord[number]!;
      this.#ofThisWord[number] = 0;
    }
    this.#holdThisWord.length = 0;
    this.#bit *= 2;
  }
}
