/**
 * What all verbs of an account share: the options of a passkey question, and an outcome in words for whatever can go
 * wrong outside. Which question is put when is the business of the verbs.
 */

import { signalUnknown } from "../platform/passkey-signals.ts";
import { askForPasskey, PasskeyProblem } from "../platform/passkeys.ts";
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

/**
 * Has a passkey shown and does `take` with it. One that the server does not know is named to the device's password
 * managers, so that they stop offering it. Throws PasskeyProblem, ServerProblem.
 */
export async function showPasskey<T>(
  options: PublicKeyCredentialRequestOptionsJSON,
  take: (credential: AuthenticationResponseJSON) => Promise<T>,
  how: Parameters<typeof askForPasskey>[1] = {},
): Promise<T> {
  const credential = await askForPasskey(options, how);
  try {
    return await take(credential);
  } catch (error) {
    const isUnknown = error instanceof ServerProblem && error.code === "unknown_passkey";
    if (isUnknown && options.rpId) signalUnknown(options.rpId, credential.id);
    throw error;
  }
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
