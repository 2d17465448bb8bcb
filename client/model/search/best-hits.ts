// The best few of the thousands that a letter finds, in order: sorting 20,000 to show five would take a frame. Pure.

/** By the records' numbers: what decides among those that match equally well. */
export interface Order {
  readonly keys: readonly string[];
  readonly isSettled: readonly boolean[];
  readonly atMs: readonly number[];
}

interface Scored {
  readonly number: number;
  readonly score: number;
}

export class BestHits {
  /** The best first. */
  readonly hits: Scored[] = [];
  /** How many were offered. */
  count = 0;
  readonly #limit: number;
  readonly #order: Order;

  constructor(limit: number, order: Order) {
    this.#limit = limit;
    this.#order = order;
  }

  offer(number: number, score: number): void {
    this.count += 1;
    const { hits } = this;
    let place = hits.length;
    while (place > 0 && this.#isBefore(number, score, hits[place - 1]!)) place -= 1;
    if (place >= this.#limit) return;
    hits.splice(place, 0, { number, score });
    if (hits.length > this.#limit) hits.pop();
  }

  #isBefore(number: number, score: number, other: Scored): boolean {
    if (score !== other.score) return score > other.score;
    const { isSettled, atMs, keys } = this.#order;
    if (isSettled[number] !== isSettled[other.number]) return !isSettled[number];
    if (atMs[number] !== atMs[other.number]) return atMs[number]! > atMs[other.number]!;
    return keys[number]! < keys[other.number]!;
  }
}
