/**
 * What all verbs of an account share: the options of a passkey question, and an outcome in words for whatever can go
 * wrong outside. Which question is put when is the business of the verbs.
 */

import { PasskeyProblem } from "../platform/passkeys.ts";
import { ask, ServerProblem } from "../platform/server.ts";

/** The message says what happened, that nothing is lost, and what to do next. */
export interface Failed {
  readonly kind: "failed";
  readonly message: string;
}

/** The page was left, or another passkey question took over. Nothing to say. */
export interface Stopped {
  readonly kind: "stopped";
}

let offers: Promise<unknown> = Promise.resolve();

/**
 * The options of a ceremony, one at a time: the first one gives this browser its cookie, and a second one begun
 * without it would be another browser's to the server. Throws ServerProblem.
 */
export function offer<Options>(path: string, body: object = {}): Promise<Options> {
  const offered = offers.then(() => ask<{ options: Options }>({ method: "POST", path, body }));
  offers = offered.catch(() => undefined);
  return offered.then(({ options }) => options);
}

/** What `work` came to, or why not. */
export async function outcomeOf<T>(work: () => Promise<T>): Promise<T | Stopped | Failed> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof PasskeyProblem && error.kind === "stopped") return { kind: "stopped" };
    if (error instanceof PasskeyProblem || error instanceof ServerProblem) return { kind: "failed", message: error.message };
    throw error;
  }
}
