// Passkeys, the account's name and the other devices: what is asked of the server, and told to the password managers.

import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { after, beforeEach, test } from "node:test";
import { listDevices, signOutDevice, signOutEverywhere, signOutOthers } from "../../client/actions/devices.ts";
import { addPasskey, listPasskeys, removePasskey, renameAccount, renamePasskey } from "../../client/actions/passkeys.ts";
import { account, switchTo } from "../../client/store/current.ts";
import { storage } from "../../client/store/local-storage.ts";

const NADIA = { id: "0b0b0b0b-0000-4000-8000-000000000001", name: "Nadia" };
const passkey = { id: "1", name: "Nadia’s phone", provider: null, created_at: "2026-11-23T09:00:00Z", last_used_at: null, is_here: false };
const owner = { rp_id: "localhost", user_id: "AAAA", name: "Nadia", credential_ids: ["BBBB"] };
const device = { id: "7", name: "Firefox on Linux", created_at: "2026-11-23T09:00:00Z", last_seen_at: "2026-11-23T09:00:00Z", is_here: true };
const options = { options: { challenge: "AAAA", rpId: "localhost", rp: { id: "localhost", name: "R" }, user: { id: "AAAA", name: "N", displayName: "N" }, pubKeyCredParams: [] } };
const notRecent = { status: 403, error: { code: "reauthenticate", message: "Show your passkey once more." } };

let asked: string[];
let signals: unknown[];
let answers: Record<string, { status?: number } & Record<string, unknown>>;
let isRecent: boolean;
let opened: string[];
let slowly: () => Promise<void>;

const bytes = () => new ArrayBuffer(1);
const credential = {
  id: "BBBB",
  rawId: bytes(),
  type: "public-key",
  response: { authenticatorData: bytes(), clientDataJSON: bytes(), signature: bytes(), attestationObject: bytes() },
  getClientExtensionResults: () => ({}),
};

function define(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, configurable: true, writable: true });
}

beforeEach(async () => {
  asked = [];
  signals = [];
  opened = [];
  isRecent = true;
  slowly = async () => undefined;
  answers = {
    "GET /api/passkeys": { passkeys: [passkey], owner },
    "POST /api/passkeys/options": options,
    "POST /api/passkeys": { status: 201, passkey },
    "PATCH /api/passkeys/1": { passkey },
    "DELETE /api/passkeys/1": { passkeys: [], owner: { ...owner, credential_ids: [] } },
    "PATCH /api/account": { account: { ...NADIA, name: "Nadia K." }, owner: { ...owner, name: "Nadia K." } },
    "GET /api/sessions": { devices: [device] },
    "DELETE /api/sessions": { devices: [device] },
    "DELETE /api/sessions/8": { devices: [device] },
    "DELETE /api/session": { status: 204 },
    "POST /api/session/reauthentication/options": options,
    "POST /api/session/reauthentication": { status: 204 },
  };
  define(globalThis, "fetch", async (path: string, { method = "GET" }: RequestInit = {}) => {
    const name = `${method} ${path}`;
    asked.push(name);
    if (name === "POST /api/session/reauthentication") isRecent = true;
    if (name === "GET /api/passkeys") await slowly();
    const wantsRecent = method === "DELETE" && path !== "/api/session";
    const { status = 200, ...body } = wantsRecent && !isRecent ? notRecent : answers[name] ?? { status: 503 };
    return status === 204 ? new Response(null, { status }) : Response.json(body, { status });
  });
  define(globalThis, "isSecureContext", true);
  define(globalThis, "location", { hostname: "localhost", replace: (to: string) => opened.push(to) });
  define(globalThis, "window", new EventTarget());
  define(globalThis, "document", Object.assign(new EventTarget(), { visibilityState: "visible", querySelectorAll: () => [] }));
  define(globalThis, "BroadcastChannel", class { postMessage() {} close() {} });
  define(globalThis.navigator, "onLine", false);
  define(globalThis.navigator, "credentials", { get: async () => credential, create: async () => credential });
  const note = (name: string) => async (about: object) => void signals.push({ signal: name, ...about });
  define(globalThis, "PublicKeyCredential", Object.assign(class {}, {
    signalAllAcceptedCredentials: note("accepted"),
    signalCurrentUserDetails: note("details"),
  }));
  await switchTo(NADIA, { adopt: false });
});

after(() => switchTo(null, { adopt: false }));

test("passkeys are listed, and what opens the account is told to the managers", async () => {
  assert.deepEqual(await listPasskeys(), [passkey]);
  assert.deepEqual(signals, [{ signal: "accepted", rpId: "localhost", userId: "AAAA", allAcceptedCredentialIds: ["BBBB"] }]);
});

test("another passkey is added and listed", async () => {
  assert.deepEqual(await addPasskey(), { kind: "done", passkeys: [passkey] });
  assert.deepEqual(asked, ["POST /api/passkeys/options", "POST /api/passkeys", "GET /api/passkeys"]);
});

test("a list of before the new passkey does not have the managers hide it", async () => {
  let arrive = () => {};
  slowly = () => new Promise((resolve) => (arrive = resolve));
  const early = listPasskeys();
  slowly = async () => undefined;
  await addPasskey();
  signals = [];
  arrive();
  await early;
  assert.deepEqual(signals, []);
});

test("a passkey is renamed without being shown", async () => {
  assert.deepEqual(await renamePasskey("1", "Nadia’s phone"), { kind: "done", passkeys: [passkey] });
  assert.deepEqual(asked, ["PATCH /api/passkeys/1", "GET /api/passkeys"]);
});

test("a removed one is shown no more by the managers", async () => {
  isRecent = false;
  assert.deepEqual(await removePasskey("1"), { kind: "done", passkeys: [] });
  assert.deepEqual(asked, [
    "DELETE /api/passkeys/1",
    "POST /api/session/reauthentication/options",
    "POST /api/session/reauthentication",
    "DELETE /api/passkeys/1",
  ]);
  assert.deepEqual(signals, [{ signal: "accepted", rpId: "localhost", userId: "AAAA", allAcceptedCredentialIds: [] }]);
});

test("the last one stays, in the server's words", async () => {
  answers["DELETE /api/passkeys/1"] = { status: 409, error: { code: "last_way_in", message: "This is the only way in." } };
  assert.deepEqual(await removePasskey("1"), { kind: "failed", message: "This is the only way in." });
});

test("the account's new name is kept here, in the other tabs, and by the managers", async () => {
  assert.deepEqual(await renameAccount("Nadia K."), { kind: "done" });
  assert.equal(account.value?.name, "Nadia K.");
  assert.match(storage.get("rebound.account") ?? "", /Nadia K\./);
  assert.deepEqual(signals, [{ signal: "details", rpId: "localhost", userId: "AAAA", name: "Nadia K.", displayName: "Nadia K." }]);
});

test("devices are listed, one is signed out, and all the others", async () => {
  assert.deepEqual(await listDevices(), [device]);
  assert.deepEqual(await signOutDevice("8"), { kind: "done", devices: [device] });
  assert.deepEqual(await signOutOthers(), { kind: "done", devices: [device] });
  assert.deepEqual(asked, ["GET /api/sessions", "DELETE /api/sessions/8", "DELETE /api/sessions"]);
});

test("everywhere: the others first, then this one, cleared", async () => {
  assert.deepEqual(await signOutEverywhere({ sendFirst: true }), { kind: "signed-out", serverKnows: true });
  assert.deepEqual(asked.filter((name) => name.startsWith("DELETE")), ["DELETE /api/sessions", "DELETE /api/session"]);
  assert.equal(account.value, null);
  assert.deepEqual(opened, ["/"]);
});

test("everywhere, refused: nothing is cleared here", async () => {
  isRecent = false;
  define(globalThis.navigator, "credentials", { get: () => Promise.reject(new DOMException("no", "NotAllowedError")) });
  assert.equal((await signOutEverywhere({ sendFirst: true })).kind, "failed");
  assert.equal(account.value?.id, NADIA.id);
  assert.ok(!asked.includes("DELETE /api/session"));
});
