// The server wants the passkey once more: it is shown, and what was asked for is done, once.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { outcomeOf } from "../../client/actions/ceremonies.ts";
import { withReauth } from "../../client/actions/reauthentication.ts";
import { ServerProblem } from "../../client/platform/server.ts";

const bytes = () => new ArrayBuffer(1);
const credential = {
  id: "AAAA",
  rawId: bytes(),
  type: "public-key",
  response: { authenticatorData: bytes(), clientDataJSON: bytes(), signature: bytes() },
  getClientExtensionResults: () => ({}),
};
const notRecent = () => new ServerProblem("refused", "Show your passkey once more, and this goes on.", { status: 403, code: "reauthenticate" });

let asked: string[];
let refusal: { status: number; body: unknown } | null;
let show: () => Promise<unknown>;

function define(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
}

beforeEach(() => {
  asked = [];
  refusal = null;
  show = async () => credential;
  define(globalThis, "isSecureContext", true);
  define(globalThis, "PublicKeyCredential", class {});
  define(globalThis.navigator, "credentials", { get: () => show() });
  define(globalThis, "fetch", async (path: string) => {
    asked.push(path);
    if (path.endsWith("/options")) return Response.json({ options: { challenge: "AAAA", rpId: "localhost" } });
    return refusal ? Response.json(refusal.body, { status: refusal.status }) : new Response(null, { status: 204 });
  });
});

/** Refused until the passkey was shown. */
function dangerous() {
  const state = { tries: 0 };
  const act = async () => {
    state.tries += 1;
    if (!asked.includes("/api/session/reauthentication")) throw notRecent();
    return "done";
  };
  return { state, act };
}

test("what the server allows at once asks nobody", async () => {
  assert.equal(await withReauth(async () => "done"), "done");
  assert.deepEqual(asked, []);
});

test("the passkey is shown and the deed repeated once", async () => {
  const { state, act } = dangerous();
  assert.equal(await withReauth(act), "done");
  assert.equal(state.tries, 2);
  assert.deepEqual(asked, ["/api/session/reauthentication/options", "/api/session/reauthentication"]);
});

test("a passkey that is not shown leaves everything as it was, and says so", async () => {
  show = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  const { state, act } = dangerous();
  const outcome = await outcomeOf(() => withReauth(act));
  assert.deepEqual(outcome, {
    kind: "failed",
    message: "It was not confirmed that this is you, so nothing was changed. Try again when you like.",
  });
  assert.equal(state.tries, 1);
});

test("a passkey the server does not take is told in the server's words", async () => {
  refusal = { status: 403, body: { error: { code: "passkey_refused", message: "Not this one.", path: null } } };
  const { state, act } = dangerous();
  assert.deepEqual(await outcomeOf(() => withReauth(act)), { kind: "failed", message: "Not this one." });
  assert.equal(state.tries, 1);
});

test("a deed refused a second time is not tried for ever", async () => {
  let tries = 0;
  const outcome = await outcomeOf(() =>
    withReauth(async () => {
      tries += 1;
      throw notRecent();
    }),
  );
  assert.ok(outcome && (outcome as { kind: string }).kind === "failed");
  assert.equal(tries, 2);
});

test("any other refusal asks for no passkey", async () => {
  const gone = new ServerProblem("refused", "Gone.", { status: 404, code: "not_found" });
  await assert.rejects(withReauth(() => Promise.reject(gone)), gone);
  assert.deepEqual(asked, []);
});
