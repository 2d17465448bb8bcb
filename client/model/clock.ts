// Stamps: readings of a hybrid logical clock (Kulkarni et al. 2014) as text whose string order is its order,
// `mmmmmmmmmmmm-cccc-nnnnnnnnnnnnnnnn`: milliseconds since 1970, counter, node, lower-case hex.
//
// The clock never refuses to work. A device a day behind makes stamps a day behind, yet above whatever they replace;
// one that is ahead is corrected by the server, which gives such writes new stamps (`restamped`).

export type Stamp = string;

export interface Reading {
  readonly millis: number;
  readonly counter: number;
  /** Sixteen hex digits, random for every tab session: two tabs never make the same stamp. */
  readonly node: string;
}

const STAMP = /^[0-9a-f]{12}-[0-9a-f]{4}-[0-9a-f]{16}$/;
const MAX_MILLIS = 2 ** 48 - 1;
const MAX_COUNTER = 0xffff;

/** Below this the offset is the network's noise, and an honest clock stays as it is. */
const NOISE_MS = 1_000;

export function isStamp(text: unknown): text is Stamp {
  return typeof text === "string" && text.length === 34 && STAMP.test(text);
}

export function parseStamp(stamp: Stamp): Reading {
  return {
    millis: Number.parseInt(stamp.slice(0, 12), 16),
    counter: Number.parseInt(stamp.slice(13, 17), 16),
    node: stamp.slice(18),
  };
}

export function formatStamp({ millis, counter, node }: Reading): Stamp {
  return `${millis.toString(16).padStart(12, "0")}-${counter.toString(16).padStart(4, "0")}-${node}`;
}

/** Whether `left` was written after `right`; nothing is before everything. */
export function isLater(left: Stamp | null | undefined, right: Stamp | null | undefined): boolean {
  return (left ?? "") > (right ?? "");
}

/** The smallest stamp of `node` whose milliseconds and counter are above those of `stamp`. */
export function successor(stamp: Stamp, node: string): Stamp {
  const { millis, counter } = parseStamp(stamp);
  return formatStamp({ ...above(millis, counter), node });
}

/** The clock's next reading after `last`, when the wall clock says `nowMs`. */
export function tick(last: Stamp | null, nowMs: number, node: string): Stamp {
  const millis = Math.min(Math.max(0, Math.floor(nowMs)), MAX_MILLIS);
  if (last !== null) {
    const seen = parseStamp(last);
    if (seen.millis >= millis) return formatStamp({ ...above(seen.millis, seen.counter), node });
  }
  return formatStamp({ millis, counter: 0, node });
}

function above(millis: number, counter: number): { millis: number; counter: number } {
  if (counter < MAX_COUNTER) return { millis, counter: counter + 1 };
  if (millis >= MAX_MILLIS) throw new RangeError("there is no stamp above the last one");
  return { millis: millis + 1, counter: 0 };
}

export function newNode(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** One tab's clock. `now` is the device's wall clock, `offsetMs` what the server's is ahead of it. */
export class Clock {
  readonly node: string;
  readonly #now: () => number;
  #last: Stamp | null = null;
  #offsetMs = 0;

  constructor({ now = Date.now, node = newNode() }: { now?: () => number; node?: string } = {}) {
    this.#now = now;
    this.node = node;
  }

  get offsetMs(): number {
    return this.#offsetMs;
  }

  set offsetMs(offsetMs: number) {
    this.#offsetMs = Number.isFinite(offsetMs) ? offsetMs : 0;
  }

  /** The server's time as well as this device knows it. */
  nowMs(): number {
    return this.#now() + this.#offsetMs;
  }

  /**
   * A stamp above every stamp this clock made, and above those of what is being replaced. The latter do not push the
   * clock itself: one field with a stamp of the year 2099 must not carry every later write along.
   */
  stamp(...replaced: readonly (Stamp | null | undefined)[]): Stamp {
    this.#last = tick(this.#last, this.nowMs(), this.node);
    const highest = replaced.reduce<string>((high, stamp) => (isLater(stamp, high) ? stamp! : high), "");
    return isLater(highest, this.#last) ? successor(highest, this.node) : this.#last;
  }

  /** Learns the server's time from an answer: the middle of the round trip is the best guess for when it was read. */
  measure({ sentAt, receivedAt, serverMs }: { sentAt: number; receivedAt: number; serverMs: number }): void {
    const offset = Math.round(serverMs - (sentAt + receivedAt) / 2);
    this.offsetMs = Math.abs(offset) < NOISE_MS ? 0 : offset;
  }

  /** After the server brought our stamps down: forget the readings of the clock that was ahead. */
  lower(): void {
    this.#last = null;
  }
}
