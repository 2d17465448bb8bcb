// The month in five lines: which month, when, which five, and how each is said.

import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { startPlaybook } from "../../client/actions/checklists.ts";
import { recordSent, takeSentBack } from "../../client/actions/messages.ts";
import { addWin } from "../../client/actions/wins.ts";
import {
  digestedIn,
  digestLine,
  digestMonth,
  digestPicks,
  digestSubject,
  isReady,
  monthName,
  readyOn,
  type DigestWin,
} from "../../client/model/digest.ts";
import { gapsIn } from "../../client/model/messages/draft.ts";
import { store } from "../../client/store/current.ts";
import { loadLetter, type Place } from "../../client/views/composer/load.ts";

after(() => store.value.close());

const win = (id: string, happened_on: string | null, rest: Partial<DigestWin> = {}): DigestWin => ({
  id,
  title: `Win ${id}`,
  effect: null,
  quote: null,
  praised_by: null,
  who_benefited: null,
  proof_where: null,
  happened_on,
  may_leave: null,
  ...rest,
});
const idsOf = (wins: readonly DigestWin[]): string => wins.map(({ id }) => id).join("");

describe("the month that is summed up", () => {
  const months: readonly [today: string, month: string][] = [
    ["2026-11-25", "2026-11"],
    ["2026-11-30", "2026-11"],
    ["2026-12-01", "2026-11"],
    ["2026-12-07", "2026-11"],
    ["2026-12-08", "2026-12"],
    ["2027-01-03", "2026-12"],
  ];
  for (const [today, month] of months) test(`on ${today} is ${month}`, () => assert.equal(digestMonth(today), month));

  test("is ready from its last working day on", () => {
    assert.equal(readyOn("2026-11"), "2026-11-30");
    assert.equal(readyOn("2026-10"), "2026-10-30");
    assert.equal(isReady("2026-10", "2026-10-29"), false);
    assert.equal(isReady("2026-10", "2026-10-30"), true);
    assert.equal(isReady("2026-10", "2026-11-02"), true);
  });

  test("skips the person’s days off: who is away in its last week reads it before", () => {
    const off = new Set(["2026-12-28", "2026-12-29", "2026-12-30", "2026-12-31"]);
    assert.equal(readyOn("2026-12", off), "2026-12-25");
    assert.equal(isReady("2026-12", "2026-12-25", off), true);
    assert.equal(isReady("2026-12", "2026-12-24", off), false);
  });

  test("has a name, and letters of its own", () => {
    assert.equal(monthName("2026-11"), "November");
    assert.equal(digestSubject("2026-11"), digestSubject("2026-11"));
    assert.notEqual(digestSubject("2026-11"), digestSubject("2026-12"));
  });
});

describe("the five lines", () => {
  test("are of that month, at most five, in the order they happened", () => {
    const wins = ["f", "e", "d", "c", "b", "a"].map((id, index) => win(id, `2026-11-${20 - index}`));
    assert.equal(idsOf(digestPicks([...wins, win("z", "2026-10-31"), win("y", null)], "2026-11")), "bcdef");
  });

  test("prefer praise, a figure, somebody who gained and a proof to what is merely new", () => {
    const plain = ["1", "2", "3", "4", "5"].map((id) => win(id, `2026-11-2${id}`, { title: "Done" }));
    const old = [
      win("p", "2026-11-01", { praised_by: "Ines Duarte" }),
      win("f", "2026-11-02", { effect: "14 minutes a run" }),
      win("g", "2026-11-03", { who_benefited: "Storage" }),
      win("h", "2026-11-04", { proof_where: "The wiki" }),
    ].map((one) => ({ ...one, title: "Done" }));
    assert.equal(idsOf(digestPicks([...plain, ...old], "2026-11")), "pfgh5");
  });

  test("leave out what may not leave", () => {
    const wins = [win("a", "2026-11-02", { may_leave: "no" }), win("b", "2026-11-03", { may_leave: "ask_first" }), win("c", "2026-11-04")];
    assert.equal(idsOf(digestPicks(wins, "2026-11")), "c");
  });

  const lines: readonly [win: DigestWin, line: string][] = [
    [win("a", "2026-11-06", { title: "Depot model handed over", effect: "14 minutes a run, was 90.\nMore." }), "Depot model handed over. 14 minutes a run, was 90."],
    [win("b", "2026-11-12", { title: "Outage seen early.", praised_by: "Ines Duarte" }), "Outage seen early. Praised by Ines Duarte."],
    [win("c", "2026-11-12", { title: "Outage seen early" }), "Outage seen early."],
  ];
  for (const [one, line] of lines) test(line, () => assert.equal(digestLine(one), line));

  test("hold a gap for what leaves in one’s own words only", () => {
    const line = digestLine(win("a", "2026-11-12", { title: "The Sande outage", may_leave: "own_words" }));
    assert.doesNotMatch(line, /Sande/);
    assert.equal(gapsIn(line).length, 1);
  });

  test("count as told only while they stand in the letter", () => {
    const picks = [win("a", "2026-11-02", { title: "Kept in." }), win("b", "2026-11-03", { title: "Taken out" })];
    assert.equal(idsOf(digestedIn(picks, "November:\n\nKept in. Storage uses it.")), "a");
  });
});

describe("the letter of a month", () => {
  const open = async (place: Partial<Place>) =>
    (await loadLetter(store.value, { id: null, purpose: null, about: null, to: null, ...place }, null, null))!;
  const lineOf = async (win: string) => {
    const list = await startPlaybook("forward-wins", { kind: "win", id: win });
    return (await store.value.by("items", "checklist", list)).find(({ tool }) => tool === "digest")!;
  };

  test("is one, whether one comes from Wins or from the line of any win, and settles the line that asks for it", async () => {
    const before = await open({ purpose: "digest" });
    assert.equal(before.item, null);
    const first = await lineOf((await addWin({ title: "Depot model handed over." }))!);
    const second = await lineOf((await addWin({ title: "The forecast told of the Sande outage." }))!);
    const [row, ofFirst, ofSecond] = [await open({ purpose: "digest" }), await open({ id: first.id }), await open({ id: second.id })];
    assert.deepEqual([row.id, ofFirst.id, ofSecond.id], [before.id, before.id, before.id]);
    assert.deepEqual([ofFirst.about, ofFirst.item?.id, ofSecond.item?.id], [null, first.id, second.id]);
    // Begun before there was a line.
    await store.value.write([{ collection: "messages", id: before.id, set: { purpose: "digest", body: "November." } }]);
    await recordSent(ofFirst.id, ofFirst.seed, {}, true);
    assert.ok((await store.value.get("items", first.id))?.done_at);
    assert.equal((await open({ id: first.id })).id, before.id, "the settled line leads to what was sent");
    assert.ok((await store.value.get("items", second.id))?.done_at, "and so is the other win’s line of this month");
    assert.equal((await open({ id: second.id })).id, before.id);
    assert.notEqual((await open({ purpose: "digest" })).id, before.id, "what was sent is not written over");
    await takeSentBack(before.id);
    const lines = await store.value.getMany("items", [first.id, second.id]);
    assert.deepEqual(lines.map(({ done_at }) => done_at), [null, null]);
  });
});
