// The world the engine lives in, as it sees it: time, chance, the page's events, the other tabs. Injected, so that the
// real engine runs in tests on a clock and a network of their own.

export interface Surroundings {
  readonly now: () => number;
  readonly random: () => number;
  readonly setTimeout: (run: () => void, millis: number) => unknown;
  readonly clearTimeout: (timer: unknown) => void;
  readonly isOnline: () => boolean;
  readonly isVisible: () => boolean;
  /** Returns what stops the listening. */
  readonly listen: (listener: (event: PageEvent) => void) => () => void;
  /** Runs `work` while no other tab holds the lock; undefined, at once, while one does. */
  readonly ifFree: <T>(lock: string, work: () => Promise<T>) => Promise<T | undefined>;
  /** Runs `work` when no other tab holds the lock any more, or never, when `signal` aborts first. */
  readonly whenFree: (lock: string, signal: AbortSignal, work: () => Promise<void>) => Promise<void>;
  /** Asks the browser to send what is unsent when it can, page or no page. Where it cannot, nothing. */
  readonly sendLater: () => void;
  /** Server-sent events; null where there are none. */
  readonly openStream: ((url: string, heard: StreamEvents) => () => void) | null;
}

/** "shown" also for focus; "hidden" is the last thing a phone lets a page hear. */
export type PageEvent = "online" | "offline" | "shown" | "hidden";

export interface StreamEvents {
  readonly opened: () => void;
  readonly message: () => void;
  readonly failed: () => void;
}
