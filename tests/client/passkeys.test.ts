// What browsers say about passkeys, in words; and that only one ceremony runs at a time.

import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";
import { askForPasskey, createPasskey, PasskeyProblem, type PasskeyProblemKind } from "../../client/platform/passkeys.ts";

const request = { challenge: "AAAA", rpId: "localhost", timeout: 300_000, userVerification: "required" } as const;
const creation = {
  challenge: "AAAA",
  rp: { id: "localhost", name: "Rebound" },
  user: { id: "AAAA", name: "Nadia", displayName: "Nadia" },
  pubKeyCredParams: [{ type: "public-key", alg: -7 }],
  authenticatorSelection: { requireResidentKey: true, residentKey: "required", userVerification: "required" },
  timeout: 300_000,
} as const;
const creationOptions = creation as unknown as Parameters<typeof createPasskey>[0];

type Ceremony = (options: { signal: AbortSignal; mediation?: string }) => Promise<unknown>;

function browser({ get, create, isSecureContext = true, hasPasskeys = true }: Partial<{ get: Ceremony; create: Ceremony; isSecureContext: boolean; hasPasskeys: boolean }>) {
  const define = (target: object, name: string, value: unknown) => Object.defineProperty(target, name, { value, configurable: true });
  define(globalThis, "isSecureContext", isSecureContext);
  define(globalThis, "location", { hostname: "localhost" });
  define(globalThis, "PublicKeyCredential", hasPasskeys ? class { static isConditionalMediationAvailable = async () => true } : undefined);
  define(globalThis, "document", { querySelectorAll: () => [] });
  define(globalThis.navigator, "credentials", { get, create });
}

const assertion = {
  id: "AAAA",
  rawId: new ArrayBuffer(3),
  type: "public-key",
  response: {
    authenticatorData: new ArrayBuffer(1),
    clientDataJSON: new ArrayBuffer(1),
    signature: new ArrayBuffer(1),
    userHandle: new ArrayBuffer(1),
  },
  getClientExtensionResults: () => ({}),
};

/** A ceremony nobody answers; like a browser, it ends when it is aborted. */
const waiting: Ceremony = ({ signal }) =>
  new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason as Error)));

const failing = (name: string): Ceremony => () => Promise.reject(new DOMException("as browsers put it", name));

const isProblem = (kind: PasskeyProblemKind) => (error: unknown) => {
  assert.ok(error instanceof PasskeyProblem);
  assert.equal(error.kind, kind);
  assert.match(error.message, /^[A-Z].*\.$/);
  return true;
};

beforeEach(() => mock.timers.reset());
afterEach(() => mock.restoreAll());

test("a passkey that was shown comes back as the server reads it", async () => {
  browser({ get: async () => assertion });
  const answer = await askForPasskey(request);
  assert.deepEqual(Object.keys(answer.response).sort(), ["authenticatorData", "clientDataJSON", "signature", "userHandle"]);
});

for (const [name, kind, words] of [
  ["NotAllowedError", "cancelled", /not confirmed.*try again/],
  ["AbortError", "cancelled", /not confirmed.*try again/],
  ["InvalidStateError", "already-here", /has a passkey for this account already/],
  ["ConstraintError", "no-screen-lock", /screen lock/],
  ["NotSupportedError", "unsuitable", /Try another one/],
  ["SecurityError", "insecure", /https/],
  ["OperationError", "busy", /still open/],
  ["UnknownError", "provider", /may be locked/],
  ["NotReadableError", "provider", /may be locked/],
  ["SomethingNewError", "provider", /may be locked/],
] as const) {
  test(`a browser's ${name} is told as "${kind}", when one is made and when one is shown`, async () => {
    browser({ create: failing(name), get: failing(name) });
    for (const ask of [() => createPasskey(creationOptions), () => askForPasskey(request)]) {
      await assert.rejects(ask, (error) => isProblem(kind)(error) && words.test((error as Error).message));
    }
  });
}

test("a password manager that gives nothing at all is told as out of reach", async () => {
  browser({ get: async () => null });
  await assert.rejects(askForPasskey(request), isProblem("provider"));
});

test("a refusal after the time was up is told as too late, not as a no", async () => {
  browser({ get: failing("NotAllowedError") });
  await assert.rejects(askForPasskey({ ...request, timeout: 0 }), isProblem("timed-out"));
});

test("no passkeys and no https are told before anything is asked", async () => {
  browser({ hasPasskeys: false });
  await assert.rejects(askForPasskey(request), isProblem("no-support"));
  browser({ isSecureContext: false });
  await assert.rejects(createPasskey(creationOptions), isProblem("insecure"));
});

test("a second question ends the first one before it is put", async () => {
  const asked: string[] = [];
  const get: Ceremony = (options) => {
    asked.push(options.mediation ?? "dialog");
    return options.mediation === "conditional" ? waiting(options) : Promise.resolve(assertion);
  };
  browser({ get });
  const first = askForPasskey(request, { autofill: true });
  const ended = assert.rejects(first, isProblem("stopped"));
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.equal((await askForPasskey(request)).id, "AAAA");
  await ended;
  assert.deepEqual(asked, ["conditional", "dialog"]);
});

test("leaving the page ends its question, and never a later one of somebody else", async () => {
  browser({ get: waiting });
  const leaving = new AbortController();
  const first = assert.rejects(askForPasskey(request, { autofill: true, signal: leaving.signal }), isProblem("stopped"));
  await new Promise((resolve) => setTimeout(resolve, 5));
  leaving.abort();
  await first;

  let isDone = false;
  const later = new AbortController();
  const second = askForPasskey(request, { signal: later.signal }).catch(() => (isDone = true));
  await new Promise((resolve) => setTimeout(resolve, 5));
  leaving.abort();
  assert.equal(isDone, false);
  later.abort();
  await second;
});

test("a question for a page that was left already is never put", async () => {
  const get = mock.fn(waiting);
  browser({ get });
  await assert.rejects(askForPasskey(request, { signal: AbortSignal.abort() }), isProblem("stopped"));
  assert.equal(get.mock.callCount(), 0);
});
