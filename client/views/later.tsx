// What is fetched when the start is painted, before anybody can have asked for it, so that the start carries only what
// it shows. The worker has precached it: without a network it is there all the same.

import { signal } from "@preact/signals";
import type { ComponentType, VNode } from "preact";
import { useEffect, useState } from "preact/hooks";

class Part<Held> {
  /** Null until it came. */
  readonly held = signal<Held | null>(null);
  #coming: Promise<Held> | null = null;
  readonly #load: () => Promise<Held>;

  constructor(load: () => Promise<Held>) {
    this.#load = load;
  }

  /** Once, whoever asks first; a failed one is tried again by the next who asks, when there may be a network. */
  fetch(): Promise<Held> {
    this.#coming ??= this.#load().then(
      (held) => (this.held.value = held),
      (error: unknown) => {
        this.#coming = null;
        throw error;
      },
    );
    return this.#coming;
  }

  /** Ahead of whoever asks. A failure is theirs to tell. */
  fetchAhead(): void {
    this.fetch().catch(() => undefined);
  }
}

export const atHand = new Part(() => import("./at-hand.ts"));
export const screens = new Part(() => import("./screens.tsx"));

/** When the page has nothing better to do. Safari does not tell when that is. */
export function whenIdle(work: () => void): void {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(work, { timeout: 2_000 });
  else setTimeout(work, 200);
}

/** Asks for a part, and stands where what it holds will be. */
export function Awaited({ part }: { readonly part: Pick<Part<unknown>, "fetch"> }): null {
  const [failure, setFailure] = useState<{ readonly error: unknown } | null>(null);
  useEffect(() => void part.fetch().catch((error: unknown) => setFailure({ error })), []);
  // To the boundary, which says that the words are safe and offers to start again.
  if (failure) throw failure.error;
  return null;
}

/** `const JustHad = later(atHand, ({ JustHad }) => JustHad)`, outside any component. */
export function later<Held, Props extends object>(part: Part<Held>, choose: Choose<Held, Props>): Shown<Props> {
  return function Later(props: Props) {
    const Screen = part.held.value && choose(part.held.value);
    return Screen ? <Screen {...props} /> : <Awaited part={part} />;
  };
}

/** The same for what need not be there yet, as a sheet nobody has opened: it does not ask. */
export function onceThere<Held, Props extends object>(part: Part<Held>, choose: Choose<Held, Props>): Shown<Props> {
  return function OnceThere(props: Props) {
    const Screen = part.held.value && choose(part.held.value);
    return Screen && <Screen {...props} />;
  };
}

type Choose<Held, Props> = (held: Held) => ComponentType<Props>;
type Shown<Props> = (props: Props) => VNode | null;
