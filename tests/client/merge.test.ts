import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { successor, type Stamp } from "../../client/model/clock.ts";
import { acknowledge, blank, conflict, edit, freeze, park, receive, recover, remember, type FieldState, type NextStamp } from "../../client/model/merge.ts";

interface Case {
  readonly name: string;
  readonly current: Stamp | null;
  readonly stamp: Stamp;
  readonly seen: Stamp | null;
  readonly is: "applied" | "already" | "lost" | "conflict";
  readonly kept: readonly Stamp[];
}

const vectors = JSON.parse(readFileSync(new URL("../vectors/merge.json", import.meta.url), "utf8")) as { scalar: Case[]; text: Case[] };

const at = (count: number): Stamp => `01a207ab5a7b-${count.toString(16).padStart(4, "0")}-aaaaaaaaaaaaaaaa`;
const next: NextStamp = (...above) => successor([at(100), ...above].filter((stamp) => stamp !== null).sort().at(-1)!, "bbbbbbbbbbbbbbbb");
const known = (value: unknown, stamp: Stamp): FieldState => ({ value, stamp, lost: [] });

for (const { name, current, stamp, seen, is, kept } of vectors.scalar) {
  // A repeat of something replaced long ago is the server's to recognise; here such a mark does not exist.
  if (current === null || kept.includes(stamp)) continue;
  test(`scalar, as on the server: ${name}`, () => {
    const local: FieldState = { value: "mine", stamp, mark: { stamp, seen }, lost: [] };
    const state = receive("scalar", local, { value: stamp === current ? "mine" : "theirs", stamp: current }, next);
    assert.equal(state.value, is === "lost" ? "theirs" : "mine");
    assert.equal(state.mark === undefined, is !== "applied");
    assert.equal(state.lost.length, is === "lost" ? 1 : 0);
  });
}

for (const { name, current, stamp, seen, is, kept } of vectors.text) {
  if (kept.includes(stamp) || stamp === current) continue;
  test(`text, as on the server: ${name}`, () => {
    const base = seen === null ? null : "base";
    const local: FieldState = { value: "mine", stamp, mark: { stamp, seen, base }, lost: [] };
    const state = receive("text", local, { value: current === seen ? base : current && "theirs", stamp: current }, next);
    assert.equal(state.value === "mine", is === "applied" || current === null);
    assert.equal(state.mark?.seen, current);
  });
}

test("a thousand edits are one mark, on what the first of them saw", () => {
  let state = known("zero", at(1));
  for (let count = 2; count < 50; count += 1) state = edit("text", state, { value: `text ${count}`, stamp: at(count) });
  assert.deepEqual(state.mark, { stamp: at(49), seen: at(1), base: "zero" });
});

test("a frozen text stays as it was while the person types on", () => {
  const sent = freeze(edit("text", known("one", at(1)), { value: "one two", stamp: at(2) }));
  const typedOn = freeze(edit("text", sent, { value: "one two three", stamp: at(3) }));
  assert.deepEqual(typedOn.mark?.frozen, { stamp: at(2), value: "one two" });
  assert.deepEqual(acknowledge("text", typedOn, at(2), next).mark, { stamp: at(3), seen: at(2), base: "one two" });
});

test("what came in while a text was under way waits for the answer, which says what it was made on", () => {
  const sent = freeze(edit("text", known("one", at(1)), { value: "one tw", stamp: at(2) }));
  const typedOn = edit("text", sent, { value: "one two", stamp: at(3) });
  const waiting = receive("text", typedOn, { value: "zero one tw", stamp: at(4) }, next);
  assert.equal(waiting.value, "one two");
  assert.equal(acknowledge("text", waiting, at(2), next).value, "zero one two");
  assert.equal(conflict(waiting, at(2), { value: "zero one", stamp: at(4) }, next).value, "zero one two");
});

test("a merge that ends at the server's text leaves nothing to send", () => {
  const sent = freeze(edit("text", known("one", at(1)), { value: "one two", stamp: at(2) }));
  const state = conflict(sent, at(2), { value: "one two", stamp: at(5) }, next);
  assert.deepEqual(state, known("one two", at(5)));
});

test("an answer about something else changes nothing", () => {
  const sent = freeze(edit("text", known("one", at(1)), { value: "one two", stamp: at(2) }));
  assert.deepEqual(acknowledge("text", sent, at(9), next), sent);
  assert.deepEqual(conflict(sent, at(9), { value: "x", stamp: at(8) }, next), sent);
});

test("an acknowledged short value that was changed again is what the change has seen", () => {
  const first = edit("scalar", known("a", at(1)), { value: "b", stamp: at(2) });
  const second = edit("scalar", first, { value: "c", stamp: at(3) });
  assert.deepEqual(acknowledge("scalar", second, at(2), next).mark, { stamp: at(3), seen: at(2) });
});

test("a write brought down below what had come in gives way to it", () => {
  const ahead = edit("scalar", known("a", at(1)), { value: "2099", stamp: at(90) });
  const met = receive("scalar", ahead, { value: "theirs", stamp: at(50) }, next);
  assert.equal(met.value, "2099");
  const renamed: FieldState = { ...met, stamp: at(40), mark: { ...met.mark!, stamp: at(40) } };
  assert.deepEqual(acknowledge("scalar", renamed, at(40), next), known("theirs", at(50)));
});

test("what the server will not have is parked until it is edited again", () => {
  const refused = park(edit("scalar", known("a", at(1)), { value: "bad", stamp: at(2) }), at(2), "invalid_value");
  assert.equal(refused.mark?.parked, "invalid_value");
  assert.equal(edit("scalar", refused, { value: "good", stamp: at(3) }).mark?.parked, undefined);
});

test("newer words are not parked with the ones that were refused", () => {
  const sent = freeze(edit("text", known("one", at(1)), { value: "too long", stamp: at(2) }));
  const shorter = edit("text", sent, { value: "short", stamp: at(3) });
  assert.deepEqual(park(shorter, at(2), "too_large").mark, { stamp: at(3), seen: at(1), base: "one" });
});

const recovery = { past: [] as Stamp[], isLineageWhole: false, next };

test("recovering, a text the server had before is overwritten with what came after it", () => {
  const state = recover("text", known("new", at(5)), { value: "old", stamp: at(2) }, { ...recovery, past: [at(2)] });
  assert.deepEqual([state.value, state.mark], ["new", { stamp: at(5), seen: at(2), base: "old" }]);
});

test("recovering, a text beside another is sent as it was, and united if the server does not know it", () => {
  const state = freeze(recover("text", known("one two", at(5)), { value: "one three", stamp: at(7) }, recovery));
  assert.equal(acknowledge("text", state, at(5), next).value, "one three");
  assert.equal(conflict(state, at(5), { value: "one three", stamp: at(7) }, next).value, "one three two");
});

test("recovering, a short value the server shows a later one of is still sent, for the earlier versions", () => {
  const state = recover("scalar", known("ours", at(2)), { value: "theirs", stamp: at(5) }, recovery);
  assert.deepEqual([state.value, state.lost.map(({ value }) => value)], ["theirs", ["ours"]]);
});

test("recovering from nothing worse than a long absence, the server is believed", () => {
  const state = recover("text", known("ours", at(2)), { value: "theirs", stamp: at(5) }, { ...recovery, isLineageWhole: true });
  assert.deepEqual(state, known("theirs", at(5)));
});

test("of a text's earlier stamps those at rest are remembered", () => {
  const later = "01a207ac5a7b-0000-aaaaaaaaaaaaaaaa";
  assert.deepEqual(remember([], at(1), at(2)), []);
  assert.deepEqual(remember([], at(1), later), [at(1)]);
  assert.deepEqual(remember([], null, later), []);
});

test("a field nobody wrote takes what comes", () => {
  assert.deepEqual(receive("text", blank, { value: "hello", stamp: at(1) }, next), known("hello", at(1)));
});
