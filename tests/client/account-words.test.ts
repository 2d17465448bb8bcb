// Passkeys and devices in words.

import assert from "node:assert/strict";
import { test } from "node:test";
import { deviceKind, deviceWords, hereWords, noticeWords, passkeyWords, whenWords } from "../../client/model/account-words.ts";

const now = { at: "2026-11-25T20:00:00Z", zone: "Europe/Berlin" };
const hard = (words: string) => words.replaceAll("_", "\u00a0");

test("a passkey says who keeps it, and when it was last used", () => {
  const made = { created_at: "2026-10-02T09:00:00Z", provider: null, is_here: false };
  assert.equal(passkeyWords({ ...made, provider: "iCloud Keychain", last_used_at: "2026-11-25T06:00:00Z" }, now), "iCloud Keychain. Used today.");
  assert.equal(passkeyWords({ ...made, last_used_at: "2026-11-21T06:00:00Z" }, now), hard("Passkey. Used on Sat_21_Nov."));
  assert.equal(passkeyWords({ ...made, last_used_at: null }, now), hard("Passkey. Made on Fri_2_Oct."));
  assert.equal(passkeyWords({ ...made, last_used_at: null, is_here: true }, now), hard("Passkey. Made on Fri_2_Oct. Opened this device."));
});

test("today is the person's day, not the server's, and another year is named", () => {
  assert.equal(whenWords("2026-11-24T23:30:00Z", now), "today");
  assert.equal(whenWords("2026-11-25T23:30:00Z", now), hard("on Thu_26_Nov"));
  assert.equal(whenWords("2025-11-25T10:00:00Z", now), hard("on Tue_25_Nov_2025"));
});

test("a device is in use now, or was last seen some day", () => {
  assert.equal(deviceWords({ is_here: true, last_seen_at: "2026-11-21T06:00:00Z" }, now), "In use now");
  assert.equal(deviceWords({ is_here: false, last_seen_at: "2026-11-21T06:00:00Z" }, now), hard("Last seen on Sat_21_Nov"));
  assert.equal(deviceWords({ is_here: false, last_seen_at: "2026-11-25T06:00:00Z" }, now), "Last seen today");
});

test("what is held in the hand is told from what stands on a table", () => {
  assert.deepEqual(["Chrome on Android", "Safari on iPhone", "Safari on iPad", "Firefox on Linux", "Another device"].map(deviceKind), [
    "phone",
    "phone",
    "phone",
    "computer",
    "computer",
  ]);
  assert.deepEqual(["Chrome on Android", "Safari on iPad", "Edge on Windows"].map(hereWords), ["This phone", "This tablet", "This computer"]);
});

test("what happened elsewhere is said in one calm sentence", () => {
  const said = (["recovery-code-used", "operator-code-used", "passkey-added", "device-linked"] as const).map((kind) =>
    noticeWords({ kind, device: "Firefox on Linux" }, "Wed 25 Nov"),
  );
  assert.deepEqual(said, [
    "A recovery code opened this account on Wed 25 Nov, on Firefox on Linux.",
    "A code from whoever runs this server opened this account on Wed 25 Nov, on Firefox on Linux.",
    "Firefox on Linux added a passkey to this account on Wed 25 Nov.",
    "Another device of yours let Firefox on Linux into this account on Wed 25 Nov.",
  ]);
});
