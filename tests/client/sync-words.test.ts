// What the status element says, word for word: people with screen readers and checks from outside rely on it.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { SyncState } from "../../client/store/current.ts";
import { syncMeaning } from "../../client/views/components/sync-meaning.ts";
import { syncSign, syncStatus } from "../../client/views/components/sync-words.ts";

function state(part: Partial<SyncState>): SyncState {
  return { kind: "saved", unsent: 0, savedAt: 1, why: null, ...part };
}

test("saved is only said when everything is on the server", () => {
  assert.equal(syncStatus(state({})), "Everything is saved on the server");
  assert.equal(syncStatus(state({ kind: "unsent", savedAt: null })), "Asking the server");
});

test("unsent changes are counted, one of them in the singular", () => {
  assert.equal(syncStatus(state({ kind: "unsent", unsent: 3 })), "3 changes only on this device");
  assert.equal(syncStatus(state({ kind: "unsent", unsent: 1 })), "1 change only on this device");
});

test("offline says so, and what waits", () => {
  assert.equal(syncStatus(state({ kind: "offline" })), "Offline");
  assert.equal(syncStatus(state({ kind: "offline", unsent: 3 })), "Offline. 3 changes only on this device");
});

test("without an account nothing is claimed about a server, however much was written", () => {
  assert.equal(syncStatus(state({ kind: "local", unsent: 12, savedAt: null })), "Only on this device");
});

test("what needs the person never hides how much is unsent", () => {
  assert.equal(syncStatus(state({ kind: "look", unsent: 2, why: "signed-out" })), "2 changes only on this device");
  assert.match(syncMeaning(state({ kind: "look", unsent: 2, why: "signed-out" })), /safe here\. Sign in again/);
  assert.equal(syncStatus(state({ kind: "look", why: "too-old" })), "This app is older than the server");
});

test("every state has a sign and a short word", () => {
  for (const kind of ["local", "saved", "unsent", "offline", "look"] as const) {
    const { icon, word } = syncSign(state({ kind, unsent: 3 }));
    assert.ok(icon);
    assert.ok(word.length <= 9, word);
  }
});
