import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compose, type MessageContext } from "../../client/model/messages/compose.ts";
import { keptText, type Tone } from "../../client/model/messages/draft.ts";
import { addresseesIn, messageId, purposeOf, signatureIn, stateOf, stateWords } from "../../client/model/messages/kept.ts";
import { marksIn, stretches } from "../../client/model/messages/marked.ts";
import { messagePurposes } from "../../client/model/messages/purposes.ts";
import { reworded } from "../../client/model/messages/rewording.ts";
import type { Messages } from "../../client/model/schema.ts";
import { toolLink } from "../../client/model/tools.ts";
import { readRecipient } from "../../client/views/composer/recipient-input.ts";
import { countOf, countWords } from "../../client/views/messages/count.ts";

const ruth = { id: "r", name: "Ruth Abelson", email: "ruth@ostara.example" };
const context: MessageContext = {
  me: "Nadia Kessler",
  zone: "Europe/Berlin",
  to: [ruth],
  values: { role: "Planning manager", company: "Ostara Rail" },
  heldAt: "2026-11-19T09:00:00Z",
};

function drafts(purpose: (typeof messagePurposes)[number], given: MessageContext = context) {
  const body = (tone: Tone) => compose(purpose, tone, given).body;
  return { warm: body("warm"), formal: body("formal") };
}

function message(given: Partial<Messages>): Messages {
  const blank = { purpose: null, tone: null, to: null, cc: null, subject: null, body: null, hold_until: null };
  const rest = { sent_at: null, channel: null, about_kind: null, about_id: null, item: null, trashed_at: null };
  return { ...blank, ...rest, ...given };
}

test("an untouched letter in the other tone is the other tone's letter, for every purpose", () => {
  for (const purpose of messagePurposes) {
    const { warm, formal } = drafts(purpose);
    assert.equal(reworded(keptText(warm), warm, formal), keptText(formal), purpose);
    assert.equal(reworded(keptText(formal), formal, warm), keptText(warm), purpose);
  }
});

test("words typed into a gap go along, and come back", () => {
  const { warm, formal } = drafts("thank-you");
  const typed = keptText(warm).replace("⟨one thing from your talk⟩", "weekend closures");
  const there = reworded(typed, warm, formal);
  assert.match(there, /Your remarks on weekend closures gave me/);
  assert.equal(reworded(there, formal, warm), typed);
});

test("a paragraph of the person's own stays as it was typed", () => {
  const { warm, formal } = drafts("thank-you");
  const typed = `${keptText(warm).replace("I would like to do this work with you.", "I want this job!")}\n\nP.S. Call me.`;
  const there = reworded(typed, warm, formal);
  assert.match(there, /^Dear Ruth Abelson,/);
  assert.match(there, /I want this job! If anything is still open from my side, just ask\./);
  assert.match(there, /P\.S\. Call me\.$/);
});

test("no typed word is lost by going to the other tone and back, whatever was typed and where", () => {
  const { warm, formal } = drafts("status");
  const text = keptText(warm);
  fc.assert(
    fc.property(fc.nat(text.length), fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }), (at, words) => {
      const typed = text.slice(0, at) + words + text.slice(at);
      for (const word of words.split(/\s+/)) assert.ok(reworded(typed, warm, formal).includes(word));
    }),
  );
});

test("a pasted novel is not searched for paragraphs", () => {
  const { warm, formal } = drafts("thank-you");
  const novel = "a ".repeat(100_000);
  assert.equal(reworded(novel, warm, formal), novel);
});

test("the facts are marked where they stand, after the letter was edited around them", () => {
  const { body } = compose("thank-you", "warm", context);
  const text = `Good morning.\n\n${keptText(body)}`.replace("I would like", "I should like");
  const found = marksIn(text, body).map(({ kind, start, end }) => [kind, text.slice(start, end)]);
  assert.deepEqual(found, [
    ["fact", "Ruth"],
    ["fact", "Planning manager"],
    ["fact", "19 November"],
    ["gap", "⟨one thing from your talk⟩"],
    ["fact", "Nadia Kessler"],
  ]);
});

test("a fact the person changed is theirs, and not marked", () => {
  const { body } = compose("thank-you", "warm", context);
  const text = keptText(body).replace("19 November", "20 November");
  assert.ok(!marksIn(text, body).some(({ start, end }) => text.slice(start, end).includes("November")));
});

test("the stretches of a letter are the letter, whatever is in it", () => {
  const { body } = compose("status", "warm", context);
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), fc.nat(200), (words, at) => {
      const text = keptText(body).slice(0, at) + words + keptText(body).slice(at);
      assert.equal(stretches(text, marksIn(text, body)).map((one) => one.text).join(""), text);
    }),
  );
});

test("the people of a letter are read from whatever a row holds", () => {
  assert.deepEqual(addresseesIn(null), []);
  assert.deepEqual(addresseesIn({ name: "Ruth" }), []);
  assert.deepEqual(addresseesIn([null, 7, "x", {}, { name: " " }, { id: 5, name: "Ida" }, ruth]), [
    { name: "Ida", email: null },
    ruth,
  ]);
});

test("how far a letter is follows from its row", () => {
  const now = Date.parse("2026-11-23T09:00:00Z");
  assert.equal(stateOf(message({ purpose: "status", item: "i" }), now), "untouched");
  assert.equal(stateOf(message({ body: "Dear" }), now), "draft");
  assert.equal(stateOf(message({ body: "Dear", hold_until: "2026-11-24T07:30:00Z" }), now), "held");
  assert.equal(stateOf(message({ body: "Dear", hold_until: "2026-11-22T07:30:00Z" }), now), "draft");
  assert.equal(stateOf(message({ body: "Dear", channel: "mail" }), now), "handed");
  assert.equal(stateOf(message({ channel: "mail", sent_at: "2026-11-20T09:00:00Z" }), now), "sent");
  const words = (given: Partial<Messages>) => stateWords(message(given), now, "Europe/Berlin").replaceAll("\u00a0", " ");
  assert.equal(words({ channel: "mail", sent_at: "2026-11-20T09:00:00Z" }), "Sent from your mail, Fri 20 Nov");
  assert.equal(words({ hold_until: "2026-11-24T07:30:00Z" }), "Held until tomorrow, 08:30");
});

test("the letters of an interview are counted in words", () => {
  const rows = [{ sent_at: "x" }, { sent_at: "x" }, { body: "a" }, { purpose: "status" }].map((row, index) => ({
    id: String(index),
    ...message(row),
  }));
  assert.equal(countWords(countOf(rows, 0)), "2 sent, 1 draft");
  assert.equal(countWords(countOf([], 0)), "none yet");
});

test("a signature is read from any letter the composer says, and from none that has a gap there", () => {
  for (const tone of ["warm", "formal"] as const) {
    for (const internal of [true, false]) {
      const body = keptText(compose("status", tone, { ...context, internal }).body);
      assert.equal(signatureIn(body), "Nadia Kessler");
      assert.equal(signatureIn(keptText(compose("status", tone, { ...context, internal, me: null }).body)), null);
    }
  }
  assert.equal(signatureIn("Kind regards, and see you"), null);
});

test("two devices give the letter of a line the same id, and its second another", () => {
  const item = "0190a0b0-0000-7000-8000-000000000001";
  assert.equal(messageId(item, "status", 0), messageId(item, "status", 0));
  assert.notEqual(messageId(item, "status", 0), messageId(item, "status", 1));
  assert.notEqual(messageId(item, "status", 0), messageId(item, "check-in", 0));
});

test("a line that asks for a letter has its button, and knows its purpose", () => {
  const nowhere = { subject_kind: null, subject_id: null };
  assert.deepEqual(toolLink({ id: "i", tool: "composer" }, nowhere), { label: "Write", href: "/compose/i" });
  assert.equal(toolLink({ tool: "composer" }, nowhere), null);
  assert.equal(purposeOf({ tool: "composer", tool_ref: "status" }), "status");
  assert.equal(purposeOf({ tool: "digest", tool_ref: null }), "digest");
  assert.equal(purposeOf({ tool: "composer", tool_ref: "nonsense" }), null);
  assert.equal(purposeOf({ tool: "wins", tool_ref: "status" }), null);
});

test("who is meant is read from a name, an address, or both; nobody is added twice", () => {
  const people = [{ ...ruth, name: "Ruth Abelson" }] as unknown as Parameters<typeof readRecipient>[1];
  assert.deepEqual(readRecipient("ruth abelson", people), { known: ruth, name: "ruth abelson", email: null });
  assert.deepEqual(readRecipient("RUTH@ostara.example", people), {
    known: ruth,
    name: "Ruth Abelson",
    email: "RUTH@ostara.example",
  });
  assert.deepEqual(readRecipient('"Ida Berg" <ida@ostara.example>', people), {
    known: null,
    name: "Ida Berg",
    email: "ida@ostara.example",
  });
  assert.deepEqual(readRecipient("ida@ostara.example", people), { known: null, name: null, email: "ida@ostara.example" });
  assert.ok("problem" in readRecipient("ida@ostara.example\r\nBcc: all@ostara.example", people));
  assert.ok("problem" in readRecipient("ida@ostara", people));
});
