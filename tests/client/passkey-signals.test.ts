// What became of passkeys is told to the device's password managers, where there is a way to, and never waited for.

import assert from "node:assert/strict";
import { test } from "node:test";
import { signalAccepted, signalName, signalUnknown } from "../../client/platform/passkey-signals.ts";

const owner = { rp_id: "rebound.example", user_id: "AAAA", name: "Nadia", credential_ids: ["BBBB", "CCCC"] };

function browser(signals: object | undefined): void {
  Object.defineProperty(globalThis, "PublicKeyCredential", { value: signals, configurable: true });
}

test("each signal has the members of the standard", () => {
  const told: unknown[] = [];
  const tell = (name: string) =>
    function (this: unknown, about: object) {
      assert.equal(this, globalThis.PublicKeyCredential);
      told.push({ signal: name, ...about });
      return Promise.resolve();
    };
  browser({
    signalUnknownCredential: tell("unknown"),
    signalAllAcceptedCredentials: tell("accepted"),
    signalCurrentUserDetails: tell("details"),
  });
  signalUnknown("rebound.example", "BBBB");
  signalAccepted(owner);
  signalName(owner);
  assert.deepEqual(told, [
    { signal: "unknown", rpId: "rebound.example", credentialId: "BBBB" },
    { signal: "accepted", rpId: "rebound.example", userId: "AAAA", allAcceptedCredentialIds: ["BBBB", "CCCC"] },
    { signal: "details", rpId: "rebound.example", userId: "AAAA", name: "Nadia", displayName: "Nadia" },
  ]);
});

test("a browser without signals, or one that refuses them, disturbs nobody", async () => {
  const refuse = () => Promise.reject(new DOMException("no", "SecurityError"));
  const fall = () => {
    throw new TypeError("no");
  };
  for (const signals of [undefined, {}, { signalUnknownCredential: refuse }, { signalUnknownCredential: fall }]) {
    browser(signals);
    signalUnknown("rebound.example", "BBBB");
    signalAccepted(owner);
  }
  // An unhandled rejection would fail this test.
  await new Promise((resolve) => setTimeout(resolve, 5));
});
