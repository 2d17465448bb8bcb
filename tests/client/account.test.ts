// Making an account, signing in and leaving, against a server and an authenticator made of a few lines.

import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import {
  createAccount,
  refreshAccount,
  signIn,
  signInWithAutofill,
  signOut,
  startAccount,
} from "../../client/actions/account.ts";
import { snack, dismissSnack } from "../../client/actions/undo.ts";
import { account, store, switchTo } from "../../client/store/current.ts";
import { storage } from "../../client/store/local-storage.ts";

const NADIA = { id: "0b0b0b0b-0000-4000-8000-000000000001", name: "Nadia", created_at: "2026-11-23T09:00:00Z" };
const INTERVIEW = "01890000-0000-7000-8000-000000000001";
const NOTE = "rebound.sign-out";

type Answer = { status?: number; body?: unknown; type?: string } | "no network";
let answers: Record<string, Answer | (() => Answer)>;
let asked: string[];
let opened: string[];
let show: () => Promise<unknown>;

const options = { body: { options: { challenge: "AAAA", rpId: "localhost", rp: { id: "localhost", name: "Rebound" }, user: { id: "AAAA", name: "N", displayName: "N" }, pubKeyCredParams: [] } } };
const refusal = (status: number, code: string, message: string) => ({ status, body: { error: { code, message, path: null } } });
const signedOut = refusal(401, "signed_out", "You are not signed in here.");

async function fakeFetch(path: string, { method = "GET" }: RequestInit = {}): Promise<Response> {
  const name = `${method} ${path}`;
  asked.push(name);
  await new Promise((resolve) => setTimeout(resolve, 1));
  const found = answers[name] ?? refusal(404, "not_found", `nothing at ${name}`);
  const answer = typeof found === "function" ? found() : found;
  if (answer === "no network") throw new TypeError("fetch failed");
  const { status = 200, body, type = "application/json" }: Exclude<Answer, string> = answer;
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return new Response(status === 204 ? null : text, { status, headers: { "Content-Type": type } });
}

const bytes = () => new ArrayBuffer(1);
const credential = {
  id: "AAAA",
  rawId: bytes(),
  type: "public-key",
  response: { authenticatorData: bytes(), clientDataJSON: bytes(), signature: bytes(), userHandle: bytes(), attestationObject: bytes() },
  getClientExtensionResults: () => ({}),
};

function define(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
}

beforeEach(async () => {
  asked = [];
  opened = [];
  show = async () => credential;
  answers = {
    "POST /api/account/options": options,
    "POST /api/account": { status: 201, body: { account: NADIA } },
    "POST /api/session/options": options,
    "POST /api/session": { body: { account: NADIA } },
    "GET /api/session": { body: { account: NADIA } },
    "DELETE /api/session": { status: 204 },
    "DELETE /api/session?keep=storage": { status: 204 },
  };
  define(globalThis, "fetch", fakeFetch);
  define(globalThis, "isSecureContext", true);
  define(globalThis, "location", { hostname: "localhost", replace: (to: string) => opened.push(to) });
  define(globalThis, "PublicKeyCredential", class { static isConditionalMediationAvailable = async () => true; });
  define(globalThis, "window", new EventTarget());
  define(globalThis, "document", Object.assign(new EventTarget(), { visibilityState: "visible", querySelectorAll: () => [] }));
  define(globalThis, "BroadcastChannel", class { postMessage() {} close() {} });
  // The sync engine waits; what it does with a network is tested elsewhere.
  define(globalThis.navigator, "onLine", false);
  const run = (asking: { signal: AbortSignal }) =>
    Promise.race([
      show(),
      new Promise((_, reject) => asking.signal.addEventListener("abort", () => reject(asking.signal.reason as Error))),
    ]);
  define(globalThis.navigator, "credentials", { get: run, create: run });
  await switchTo(null, { adopt: false });
  for (const key of storage.keys()) storage.remove(key);
  for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name!);
  dismissSnack();
});

after(() => switchTo(null, { adopt: false }));

async function logInterview(): Promise<void> {
  await store.value.write([{ collection: "interviews", id: INTERVIEW, set: { company: "Ostara Rail" } }]);
}

test("what was kept before the account becomes the account's", async () => {
  await logInterview();
  const outcome = await createAccount("Nadia");
  assert.deepEqual(outcome, { kind: "signed-in", account: { id: NADIA.id, name: "Nadia" } });
  assert.equal(account.value?.id, NADIA.id);
  assert.equal((await store.value.get("interviews", INTERVIEW))?.company, "Ostara Rail");
  assert.deepEqual(asked, ["POST /api/account/options", "POST /api/account"]);
});

test("signing in adopts it too", async () => {
  await logInterview();
  assert.equal((await signIn()).kind, "signed-in");
  assert.equal((await store.value.get("interviews", INTERVIEW))?.company, "Ostara Rail");
});

test("a cancelled passkey is told in words, and everything stays as it was", async () => {
  await logInterview();
  show = () => Promise.reject(new DOMException("no", "NotAllowedError"));
  const outcome = await createAccount("Nadia");
  assert.ok(outcome.kind === "failed");
  assert.match(outcome.message, /not confirmed/);
  assert.equal(account.value, null);
  assert.equal((await store.value.get("interviews", INTERVIEW))?.company, "Ostara Rail");
});

test("no network is told in words", async () => {
  answers["POST /api/session/options"] = "no network";
  const outcome = await signIn();
  assert.ok(outcome.kind === "failed");
  assert.match(outcome.message, /cannot be reached.*safe on this device/);
});

test("a hotel's sign-in page is no answer", async () => {
  answers["POST /api/session/options"] = { body: "<html>Welcome to the lobby</html>", type: "text/html" };
  const outcome = await signIn();
  assert.ok(outcome.kind === "failed");
  assert.match(outcome.message, /cannot be reached/);
});

test("what the server refuses is told in its words", async () => {
  answers["POST /api/session"] = refusal(404, "unknown_passkey", "No account here knows this passkey.");
  assert.deepEqual(await signIn(), { kind: "failed", message: "No account here knows this passkey." });
});

test("an answer lost behind its cookie still signs in", async () => {
  answers["POST /api/account"] = "no network";
  assert.equal((await createAccount("Nadia")).kind, "signed-in");
  assert.equal(account.value?.id, NADIA.id);
});

test("an answer lost altogether is told with what may have happened", async () => {
  answers["POST /api/account"] = "no network";
  answers["GET /api/session"] = "no network";
  const outcome = await createAccount("Nadia");
  assert.ok(outcome.kind === "failed");
  assert.match(outcome.message, /lost at the last step/);
});

test("two offers at once are asked for one after the other, because the first one brings the cookie", async () => {
  let underWay = 0;
  answers["POST /api/session/options"] = () => {
    underWay -= 1;
    return options;
  };
  const plain = globalThis.fetch;
  define(globalThis, "fetch", (path: string, init: RequestInit) => {
    if (path === "/api/session/options") underWay += 1;
    assert.ok(underWay <= 1);
    return plain(path, init);
  });
  const leaving = new AbortController();
  const listed = signInWithAutofill(leaving.signal);
  const dialog = signIn();
  leaving.abort();
  assert.equal((await dialog).kind, "signed-in");
  await listed;
  assert.equal(asked.filter((name) => name === "POST /api/session/options").length, 2);
});

test("the list comes back when the dialog was cancelled", async () => {
  const shown: string[] = [];
  define(globalThis.navigator, "credentials", {
    get: ({ signal, mediation }: { signal: AbortSignal; mediation?: string }) => {
      shown.push(mediation ?? "dialog");
      if (!mediation) return Promise.reject(new DOMException("no", "NotAllowedError"));
      if (shown.length > 2) return Promise.resolve(credential);
      return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason as Error)));
    },
  });
  const listed = signInWithAutofill(new AbortController().signal);
  await new Promise((resolve) => setTimeout(resolve, 10));
  assert.equal((await signIn()).kind, "failed");
  assert.equal((await listed).kind, "signed-in");
  assert.deepEqual(shown, ["conditional", "dialog", "conditional"]);
});

test("the button pressed just after one was picked from the list asks for nothing and signs in once", async () => {
  const shown: string[] = [];
  define(globalThis.navigator, "credentials", {
    get: ({ mediation }: { mediation?: string }) => {
      shown.push(mediation ?? "dialog");
      return Promise.resolve(credential);
    },
  });
  const listed = signInWithAutofill(new AbortController().signal);
  while (!asked.includes("POST /api/session")) await new Promise((resolve) => setTimeout(resolve, 0));
  let answer = () => {};
  const plain = globalThis.fetch;
  define(globalThis, "fetch", async (path: string, init: RequestInit) => {
    answer();
    return plain(path, init);
  });
  answer = () => undefined;
  assert.equal((await signIn()).kind, "signed-in");
  assert.equal((await listed).kind, "signed-in");
  assert.deepEqual(shown, ["conditional"]);
  assert.equal(asked.filter((name) => name === "POST /api/session").length, 1);
});

test("the account's name follows the server's; a visitor stays one", async () => {
  assert.deepEqual(await refreshAccount(), { id: NADIA.id, name: "Nadia" });
  answers["GET /api/session"] = { body: { account: { ...NADIA, name: "Nadia K." } } };
  await refreshAccount();
  assert.equal(account.value?.name, "Nadia K.");
  answers["GET /api/session"] = signedOut;
  assert.equal(await refreshAccount(), null);
  assert.equal(account.value?.name, "Nadia K.");
});

test("a passkey the server does not know is named to the password managers, and only that one", async () => {
  const named: unknown[] = [];
  Object.assign(globalThis.PublicKeyCredential, { signalUnknownCredential: async (about: object) => named.push(about) });
  answers["POST /api/session"] = refusal(403, "passkey_refused", "Not this one.");
  await signIn();
  assert.deepEqual(named, []);
  answers["POST /api/session"] = refusal(404, "unknown_passkey", "No account here knows this passkey.");
  await signIn();
  assert.deepEqual(named, [{ rpId: "localhost", credentialId: "AAAA" }]);
});

test("signing out leaves nothing of the account on the device, and opens a fresh page", async () => {
  await signIn();
  await logInterview();
  const left = store.value.name;
  storage.set("rebound.theme", "dark");
  storage.set("rebound.draft.just-had", "private words");
  storage.set(`rebound.typing/${left}/tab/interviews/${INTERVIEW}/notes`, "private words");
  storage.set("rebound.typing/rebound-other/tab/interviews/1/notes", "somebody else's");
  assert.deepEqual(await signOut({ sendFirst: false }), { kind: "signed-out", serverKnows: true });
  assert.equal(account.value, null);
  assert.ok(!(await indexedDB.databases()).some(({ name }) => name === left));
  assert.deepEqual(storage.keys().sort(), ["rebound.theme", "rebound.typing/rebound-other/tab/interviews/1/notes"]);
  assert.deepEqual(await store.value.all("interviews"), []);
  assert.deepEqual(opened, ["/"]);
});

test("with something unsent and no way to send it, nothing is cleared", async () => {
  await signIn();
  await logInterview();
  const outcome = await signOut({ sendFirst: true });
  assert.ok(outcome.kind === "failed");
  assert.match(outcome.message, /^1 change could not be sent.*nothing was cleared/);
  assert.equal(account.value?.id, NADIA.id);
  assert.equal((await store.value.get("interviews", INTERVIEW))?.company, "Ostara Rail");
  assert.ok(!asked.includes("DELETE /api/session"));
});

test("signing out without a network clears the device, says what is missing, and tells the server later", async () => {
  await signIn();
  answers["DELETE /api/session"] = "no network";
  answers["DELETE /api/session?keep=storage"] = "no network";
  assert.deepEqual(await signOut({ sendFirst: false }), { kind: "signed-out", serverKnows: false });
  assert.equal(account.value, null);

  let online: () => Promise<void> = async () => assert.fail("nobody waits for the network");
  define(globalThis, "addEventListener", (type: string, listener: typeof online) => type === "online" && (online = listener));
  await startAccount();
  assert.match(snack.value?.message ?? "", /cleared.*server hears of it/);
  await logInterview();
  await online();
  assert.equal(storage.get(NOTE), "untold");

  answers["DELETE /api/session?keep=storage"] = { status: 204 };
  await online();
  assert.equal(storage.get(NOTE), null);
  // Written after the sign-out, so it is not what was signed out of.
  assert.equal((await store.value.get("interviews", INTERVIEW))?.company, "Ostara Rail");
});

test("a server that knew already is told nothing more", async () => {
  await signIn();
  answers["DELETE /api/session"] = signedOut;
  assert.deepEqual(await signOut({ sendFirst: false }), { kind: "signed-out", serverKnows: true });
  assert.equal(storage.get(NOTE), null);
});

test("nobody new gets in before the server has heard of the one who left", async () => {
  storage.set(NOTE, "untold");
  answers["DELETE /api/session?keep=storage"] = "no network";
  const outcome = await createAccount("Somebody else");
  assert.ok(outcome.kind === "failed");
  assert.match(outcome.message, /still has to hear/);
  answers["DELETE /api/session?keep=storage"] = { status: 204 };
  assert.equal((await createAccount("Somebody else")).kind, "signed-in");
  assert.equal(storage.get(NOTE), null);
});

test("another account's journal on the device survives somebody's sign-out", async () => {
  await signIn();
  await logInterview();
  const other = { id: "0b0b0b0b-0000-4000-8000-000000000002", name: "Other" };
  await switchTo(other, { adopt: false });
  await store.value.unsentCount();
  assert.equal((await signOut({ sendFirst: false })).kind, "signed-out");
  assert.ok(asked.includes("DELETE /api/session?keep=storage"));
  await switchTo(NADIA, { adopt: false });
  assert.equal((await store.value.get("interviews", INTERVIEW))?.company, "Ostara Rail");
});

test("a database that could not be removed then is removed at the next start", async () => {
  await signIn();
  await logInterview();
  const left = store.value.name;
  await switchTo(null, { adopt: false });
  storage.set("rebound.doomed", left);
  await startAccount();
  assert.ok(!(await indexedDB.databases()).some(({ name }) => name === left));
  assert.equal(storage.get("rebound.doomed"), null);
});
