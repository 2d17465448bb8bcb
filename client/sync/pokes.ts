// Listens for the server's "there is something". One visible tab listens for all (the others hear it from the
// store); losing the stream costs time, never data.

import type { Surroundings } from "./surroundings.ts";

const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 60_000;

export interface PokesOptions {
  readonly around: Surroundings;
  readonly lock: string;
  /** Where to listen: with the cursor of now, so that what came before is a poke as well. */
  readonly url: () => Promise<string>;
  readonly onPoke: () => void;
  /** The server is there (again). */
  readonly onOpen: () => void;
}

export class Pokes {
  readonly #options: PokesOptions;
  #listening: AbortController | null = null;

  constructor(options: PokesOptions) {
    this.#options = options;
  }

  /** Listens while no other tab does, until `stop`. */
  start(): void {
    const { around, lock } = this.#options;
    if (this.#listening || !around.openStream) return;
    const listening = new AbortController();
    this.#listening = listening;
    void around.whenFree(lock, listening.signal, () => this.#listenUntil(listening.signal));
  }

  stop(): void {
    this.#listening?.abort();
    this.#listening = null;
  }

  /** Opened again by us and not by EventSource: with today's cursor, and with patience. */
  async #listenUntil(stopped: AbortSignal): Promise<void> {
    for (let failures = 0; !stopped.aborted; failures += 1) {
      const wasOpen = await this.#listenOnce(stopped);
      if (wasOpen) failures = 0;
      if (!stopped.aborted) await this.#pause(stopped, failures);
    }
  }

  /** Resolves when the stream has ended: whether it had been open. */
  async #listenOnce(stopped: AbortSignal): Promise<boolean> {
    const { around, url, onPoke, onOpen } = this.#options;
    const address = await url().catch(() => null);
    if (address === null || stopped.aborted) return false;
    return new Promise((resolve) => {
      let wasOpen = false;
      const end = (): void => {
        close();
        stopped.removeEventListener("abort", end);
        resolve(wasOpen);
      };
      const close = around.openStream!(address, {
        opened: () => {
          wasOpen = true;
          onOpen();
        },
        message: onPoke,
        failed: end,
      });
      stopped.addEventListener("abort", end);
    });
  }

  #pause(stopped: AbortSignal, failures: number): Promise<void> {
    const { around } = this.#options;
    const millis = Math.min(FIRST_RETRY_MS * 2 ** failures, LAST_RETRY_MS) * (0.5 + around.random() / 2);
    return new Promise((resolve) => {
      const timer = around.setTimeout(resolve, millis);
      stopped.addEventListener("abort", () => {
        around.clearTimeout(timer);
        resolve();
      });
    });
  }
}
