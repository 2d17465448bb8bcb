/**
 * Asks this device to make or to show a passkey. One ceremony at a time: a new one ends the one before, as when the
 * button is pressed while the browser's own list is on offer. What browsers throw becomes a PasskeyProblem in words.
 */

import { authenticate, register } from "./passkey-json.ts";

export type PasskeyProblemKind =
  | "cancelled"
  | "timed-out"
  | "already-here"
  | "no-support"
  | "unsuitable"
  | "busy"
  | "no-screen-lock"
  | "insecure"
  | "provider"
  /** Ended by us, for another ceremony or because the page was left. Nothing to tell anybody. */
  | "stopped";

/** Why there is no passkey. The message is for a person. */
export class PasskeyProblem extends Error {
  readonly kind: PasskeyProblemKind;

  constructor(kind: PasskeyProblemKind, cause?: unknown, message: string = words[kind]) {
    super(message, { cause });
    this.name = "PasskeyProblem";
    this.kind = kind;
  }
}

const words: Readonly<Record<PasskeyProblemKind, string>> = {
  cancelled: "The passkey was not confirmed. Nothing was changed; try again when you like.",
  "timed-out": "Nobody confirmed the passkey in time. Nothing was changed; try again when you like.",
  "already-here": "This device has a passkey for this account already, and it works as it is.",
  "no-support": "This browser has no passkeys. A current Chrome, Edge, Firefox or Safari has. What you wrote stays safe here.",
  unsuitable: "This device or key cannot make the kind of passkey that Rebound needs. Try another one.",
  busy: "Another passkey question is still open. Answer or close it, then try again.",
  "no-screen-lock": "This device cannot keep a passkey yet. Give it a screen lock (a PIN, a finger or a face), then try again.",
  insecure: "Passkeys work only at Rebound's own https address. What you wrote stays safe here.",
  provider: "The passkey could not be reached. Its app may be locked: open it once, then try again.",
  stopped: "Another passkey question took its place.",
};

interface AskOptions {
  /** Offer the passkeys in the list of an input with `autocomplete="username webauthn"`, instead of a dialog. */
  readonly autofill?: boolean;
  /** Ends the ceremony with "stopped". */
  readonly signal?: AbortSignal;
}

/** Whether this browser knows passkeys at all, at an address where it may use them. */
export function hasPasskeys(): boolean {
  return globalThis.isSecureContext && typeof globalThis.PublicKeyCredential === "function";
}

/** Makes a new passkey on this device, or where the person chooses. Throws PasskeyProblem. */
export function createPasskey(options: PublicKeyCredentialCreationOptionsJSON): Promise<RegistrationResponseJSON> {
  return ceremony(options.timeout, undefined, (stop) => register(options, stop));
}

/** Has the person show a passkey they have. Throws PasskeyProblem. */
export function askForPasskey(
  options: PublicKeyCredentialRequestOptionsJSON,
  { autofill = false, signal }: AskOptions = {},
): Promise<AuthenticationResponseJSON> {
  // The browser's own list may wait for as long as the page is open; there is no such thing as too late.
  return ceremony(autofill ? undefined : options.timeout, signal, (stop) => authenticate(options, stop, autofill ? "conditional" : undefined));
}

let latest: Promise<unknown> = Promise.resolve();
let latestStop = new AbortController();

async function ceremony<T>(
  timeoutMs: number | undefined,
  signal: AbortSignal | undefined,
  run: (stop: AbortSignal) => Promise<T>,
): Promise<T> {
  refuseHopeless();
  latestStop.abort();
  const stop = new AbortController();
  latestStop = stop;
  // Some browsers still call the first one pending until its promise has settled, and refuse the second.
  await latest.catch(() => undefined);
  if (signal?.aborted || stop.signal.aborted) throw new PasskeyProblem("stopped");
  const leave = () => stop.abort();
  signal?.addEventListener("abort", leave, { once: true });
  const begunMs = performance.now();
  const answer = run(stop.signal);
  latest = answer;
  try {
    return await answer;
  } catch (error) {
    const tookMs = performance.now() - begunMs;
    const isLate = timeoutMs !== undefined && tookMs >= timeoutMs;
    throw new PasskeyProblem(kindOf(error, { isLate, isOurs: stop.signal.aborted }), error);
  } finally {
    signal?.removeEventListener("abort", leave);
  }
}

function refuseHopeless(): void {
  if (!globalThis.isSecureContext) throw new PasskeyProblem("insecure");
  if (typeof globalThis.PublicKeyCredential !== "function") throw new PasskeyProblem("no-support");
}

/** What browsers throw (level 3, 5.1.3 and 5.1.4), and password managers in their place. Whatever else it is, is "provider". */
const kinds: Readonly<Record<string, PasskeyProblemKind>> = {
  ConstraintError: "no-screen-lock",
  InvalidStateError: "already-here",
  // Locked, out of order, or a key that was pulled out.
  NotReadableError: "provider",
  NotSupportedError: "unsuitable",
  OperationError: "busy",
  SecurityError: "insecure",
  UnknownError: "provider",
};

function kindOf(error: unknown, { isLate, isOurs }: { readonly isLate: boolean; readonly isOurs: boolean }): PasskeyProblemKind {
  const name = error instanceof Error ? error.name : "";
  if (name === "AbortError") return isOurs ? "stopped" : "cancelled";
  // One name for "no", for "not verified" and for "too late", so that a page cannot tell who is there. The clock can.
  if (name === "NotAllowedError") return isLate ? "timed-out" : "cancelled";
  return kinds[name] ?? "provider";
}
