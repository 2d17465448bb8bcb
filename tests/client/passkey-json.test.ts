// Bytes in the browser's objects, base64url in the server's JSON, and nothing lost between the two.

import assert from "node:assert/strict";
import { test } from "node:test";
import { authenticate, register } from "../../client/platform/passkey-json.ts";

// "-_-_" is every bit pattern that base64 and base64url write differently.
const bytes = Uint8Array.of(0xfb, 0xff, 0xbf, 0x00);
const text = "-_-_AA";
const { signal } = new AbortController();

function browser(credential: object | null) {
  const asked: Record<string, any>[] = [];
  const answer = async (options: object) => (asked.push(options), credential);
  Object.defineProperty(globalThis.navigator, "credentials", { value: { get: answer, create: answer }, configurable: true });
  return asked;
}

const credential = {
  id: text,
  rawId: bytes.buffer,
  type: "public-key",
  authenticatorAttachment: null,
  getClientExtensionResults: () => ({}),
};

test("a new passkey: what the server offers arrives as bytes, what the device made leaves as text", async () => {
  const response = { clientDataJSON: bytes.buffer, attestationObject: bytes.buffer, getTransports: () => ["internal"] };
  const asked = browser({ ...credential, response });
  const made = await register(
    {
      challenge: text,
      rp: { id: "localhost", name: "Rebound" },
      user: { id: text, name: "Nadia", displayName: "Nadia" },
      pubKeyCredParams: [{ type: "public-key", alg: -7 }],
      excludeCredentials: [{ id: text, type: "public-key" }],
      timeout: 300_000,
    },
    signal,
  );
  const { publicKey } = asked[0]!;
  assert.deepEqual([publicKey.challenge, publicKey.user.id, publicKey.excludeCredentials[0].id], [bytes, bytes, bytes]);
  assert.deepEqual([publicKey.user.name, publicKey.timeout, asked[0]!.signal], ["Nadia", 300_000, signal]);
  assert.deepEqual(JSON.parse(JSON.stringify(made)), {
    id: text,
    rawId: text,
    type: "public-key",
    clientExtensionResults: {},
    response: { clientDataJSON: text, attestationObject: text, transports: ["internal"] },
  });
});

test("a shown passkey: the same both ways, with the account it belongs to", async () => {
  const response = { clientDataJSON: bytes.buffer, authenticatorData: bytes.buffer, signature: bytes.buffer, userHandle: bytes.buffer };
  const asked = browser({ ...credential, authenticatorAttachment: "platform", response });
  const shown = await authenticate({ challenge: text, allowCredentials: [{ id: text, type: "public-key" }] }, signal);
  assert.deepEqual(asked[0]!.publicKey.allowCredentials, [{ id: bytes, type: "public-key" }]);
  assert.equal("mediation" in asked[0]!, false);
  assert.deepEqual(shown, {
    id: text,
    rawId: text,
    type: "public-key",
    authenticatorAttachment: "platform",
    clientExtensionResults: {},
    response: { clientDataJSON: text, authenticatorData: text, signature: text, userHandle: text },
  });
});

test("the browser's own list is asked for any passkey of this site", async () => {
  const asked = browser({ ...credential, response: { clientDataJSON: bytes.buffer, authenticatorData: bytes.buffer, signature: bytes.buffer, userHandle: null } });
  const shown = await authenticate({ challenge: text, allowCredentials: [{ id: text, type: "public-key" }] }, signal, "conditional");
  assert.equal(asked[0]!.mediation, "conditional");
  assert.deepEqual(asked[0]!.publicKey.allowCredentials, []);
  assert.equal("userHandle" in shown.response, false);
});

test("a browser that answers nothing is an error, not a passkey", async () => {
  browser(null);
  await assert.rejects(authenticate({ challenge: text }, signal));
});
