// Who a letter may be for, as the person said or as levels, departments and talks let one think.

import assert from "node:assert/strict";
import { test } from "node:test";
import { nearFor, relationOf, remembering, type Network, type Person } from "../../client/model/messages/circle.ts";

const now = Date.parse("2026-11-23T11:00:00Z");

function person(id: string, more: Partial<Person> = {}): Person {
  const nothing = { role: null, email: null, phone: null, link: null, cadence_weeks: null, how_met: null, notes: null };
  const place = { organisation: "Norrholm Power", department: "Network Planning", level: null, relation: null };
  return { id, name: id, ...nothing, ...place, merged_into: null, trashed_at: null, ...more };
}

const tomas = person("Tomas", { relation: "boss", level: "manager" });
const ingrid = person("Ingrid", { relation: "bosss_boss", level: "director" });
const leila = person("Leila", { level: "director", department: "Operations" });
const ines = person("Ines", { level: "manager", department: "Operations" });
const jonas = person("Jonas", { level: "executive", department: "Rail", organisation: "Ostara Rail" });
const mikkel = person("Mikkel", { level: "peer" });
const all = [tomas, ingrid, leila, ines, jonas, mikkel];

const near = (more: Partial<Network> = {}, purpose: Parameters<typeof nearFor>[0] = "win-to-boss") =>
  nearFor(purpose, { people: all, touches: [], forwards: [], me: null, now, ...more });
const touch = (who: string, at: string) => ({ person: who, at });

test("who was said to be the boss is the boss, before who was told last", () => {
  const forwards = [{ to: "boss", person: "Leila", at: "2026-11-20T08:00:00Z" }] as const;
  assert.equal(near({ forwards }).boss, tomas);
  assert.equal(near({ forwards, people: [leila, mikkel] }).boss, leila);
  assert.equal(near({ forwards, people: [mikkel] }).boss, null);
  assert.equal(near().bosssBoss, ingrid);
});

test("a leader outside one's line is of another department of the same house", () => {
  assert.equal(near().leader, leila, "the highest of those one has not talked with");
  assert.equal(near({ touches: [touch("Ines", "2026-11-01T08:00:00Z")] }).leader, ines, "before them, whom one knows");
  assert.equal(near({ people: [ingrid, jonas, mikkel] }).leader, null, "not another house, nor one's own department");
  assert.equal(near({ people: [leila] }).leader, null, "nobody said which department is one's own");
  assert.equal(near({ people: [leila], me: { organisation: null, department: "network planning " } }).leader, leila);
});

test("the strongest contact is who one talks with, lately rather than often", () => {
  const old = [touch("Mikkel", "2026-01-05T08:00:00Z"), touch("Mikkel", "2026-01-15T08:00:00Z")];
  assert.equal(near().strongest, null);
  assert.equal(near({ touches: old }).strongest, mikkel);
  assert.equal(near({ touches: [...old, touch("Leila", "2026-11-20T08:00:00Z")] }).strongest, leila);
  assert.equal(near({ touches: [touch("Tomas", "2026-11-20T08:00:00Z")] }).strongest, null, "one's boss is asked otherwise");
  assert.equal(near({ touches: [touch("Leila", "2026-12-20T08:00:00Z")] }).strongest, null, "a talk to come is none yet");
});

test("somebody one trusts, and who helped, are who was said to", () => {
  assert.equal(near().trusted, null);
  assert.equal(near({ people: [...all, person("Nils", { relation: "trusted" })] }).trusted?.id, "Nils");
  assert.equal(near({ people: [...all, person("Nils", { relation: "referrer" })] }).referrer?.id, "Nils");
});

test("the likeliest come first in the list", () => {
  const names = (given: readonly Person[]) => given.map(({ name }) => name).join(" ");
  const me = { organisation: "Norrholm Power", department: null };
  assert.equal(names(near({ me, people: [mikkel, jonas, ines] }).likely), "Ines Mikkel Jonas");
  const touches = [touch("Mikkel", "2026-11-20T08:00:00Z")];
  assert.equal(names(near({ touches, people: [jonas, ines, mikkel] }, "plan-b-ask").likely), "Mikkel Ines Jonas");
});

test("what is asked follows from the letter", () => {
  assert.equal(relationOf("win-to-boss", "to"), "boss");
  assert.equal(relationOf("win-to-bosss-boss", "cc"), "boss");
  assert.equal(relationOf("thank-you", "to"), null);
});

test("there is one boss, and a friend who is the boss stays the boss", () => {
  assert.deepEqual(remembering("boss", "Leila", all), [
    { id: "Leila", relation: "boss" },
    { id: "Tomas", relation: null },
  ]);
  assert.deepEqual(remembering("boss", "Tomas", all), []);
  assert.deepEqual(remembering("trusted", "Tomas", all), []);
  assert.deepEqual(remembering("trusted", "Mikkel", all), [{ id: "Mikkel", relation: "trusted" }]);
  assert.deepEqual(remembering("boss", "somebody new", []), [{ id: "somebody new", relation: "boss" }]);
});
