// Days off: how business days skip them, and how the list of them is changed and said.

import assert from "node:assert/strict";
import { test } from "node:test";
import { addBusinessDays, addDays, isBusinessDay, lastBusinessDayOfMonth, type Day } from "../../client/model/days.ts";
import { daysIn, maxSpanDays, spansFrom, spanWords, withoutSpan, withSpan } from "../../client/model/days-off.ts";
import { countsBusinessDays, dueAt, nextDueAt, replan } from "../../client/model/due.ts";
import { patienceEnds } from "../../client/model/feedback/request.ts";
import { sendWindow } from "../../client/model/messages/send-window.ts";

const zone = "Europe/Berlin";
/** Thursday to Monday, around a weekend; then the days after New Year. */
const christmas = new Set(["2026-12-24", "2026-12-25", "2026-12-28"]);

for (const [from, count, expected, why] of [
  ["2026-12-23", 0, "2026-12-23", "a day that is none stays"],
  ["2026-12-23", 1, "2026-12-29", "over two days off, a weekend and another day off"],
  ["2026-12-24", 0, "2026-12-29", "a day off itself"],
  ["2026-12-24", 1, "2026-12-29", "from a day off"],
  ["2026-12-26", 0, "2026-12-29", "a Saturday before a day off"],
  ["2026-12-26", 1, "2026-12-29", "from a Saturday"],
  ["2026-12-22", 3, "2026-12-30", "some before, some after"],
  ["2026-12-21", 1, "2026-12-22", "before all of them"],
] as const) {
  test(`${from} and ${count} business days: ${why}`, () => {
    assert.equal(addBusinessDays(from, count, christmas), expected);
  });
}

test("with one day off far away every count is as without", () => {
  const far = new Set(["2031-01-01"]);
  for (let at = 0; at < 14; at += 1) {
    for (let count = 0; count < 12; count += 1) {
      const day = addDays("2026-11-16", at);
      assert.equal(addBusinessDays(day, count, far), addBusinessDays(day, count), `${day} + ${count}`);
    }
  }
});

test("who is off for ten years is due after it, and nothing loops for ever", () => {
  const decade = new Set(Array.from({ length: 3653 }, (_, index) => addDays("2026-01-01", index)));
  assert.equal(addBusinessDays("2026-11-23", 1, decade), "2036-01-02");
  assert.equal(lastBusinessDayOfMonth("2026-11-23", decade), "2026-11-30");
  assert.equal(nextDueAt("monthly", Date.parse("2026-11-23T10:00:00Z"), zone, decade), "2026-11-30T08:00:00Z");
});

test("the last business day of a month is the last that is not off", () => {
  assert.equal(lastBusinessDayOfMonth("2026-12-03", new Set(["2026-12-31"])), "2026-12-30");
  assert.equal(lastBusinessDayOfMonth("2026-05-03", new Set(["2026-05-29"])), "2026-05-28");
});

test("a rule in business days skips them; days, hours and private lines do not", () => {
  const anchors = { interview: "2026-12-23T15:00:00Z" };
  assert.equal(dueAt("interview+1bd", anchors, zone, christmas), "2026-12-29T08:00:00Z");
  assert.equal(dueAt("interview+1d", anchors, zone, christmas), "2026-12-24T08:00:00Z");
  assert.equal(dueAt("interview+20h", anchors, zone, christmas), "2026-12-24T11:00:00Z");
  assert.ok(countsBusinessDays("promise+1bd|interview+5bd"));
  assert.ok(!countsBusinessDays("interview+1d"));
  assert.ok(!countsBusinessDays("no rule"));
});

test("only what is open and follows its rule moves with them", () => {
  const line = { id: "a", due_rule: "interview+1bd", due_at: "2026-12-24T08:00:00Z", done_at: null, skipped_at: null, snoozed_until: null, trashed_at: null };
  const anchors = { interview: "2026-12-23T15:00:00Z" };
  const lines = [line, { ...line, id: "b", done_at: "2026-12-24T09:00:00Z" }, { ...line, id: "c", snoozed_until: "2026-12-25T09:00:00Z" }];
  assert.deepEqual(replan(lines, anchors, zone, christmas), [{ collection: "items", id: "a", set: { due_at: "2026-12-29T08:00:00Z" } }]);
});

test("a work letter waits for the first morning one works; one to a friend does not", () => {
  assert.equal(sendWindow("status", "2026-12-24T10:00:00Z", zone, null, christmas).hold_until, "2026-12-29T07:30:00Z");
  assert.equal(sendWindow("status", "2026-12-24T10:00:00Z", zone, null, christmas).suggested, "hold");
  assert.equal(sendWindow("plan-b-ask", "2026-12-24T10:00:00Z", zone, null, christmas).suggested, "now");
});

test("seven business days of patience do not count them", () => {
  assert.equal(patienceEnds("2026-12-21T10:00:00Z", zone, christmas), "2027-01-04");
  assert.equal(patienceEnds("2026-12-21T10:00:00Z", zone), "2026-12-30");
});

const today: Day = "2026-12-01";

test("a span is added once, whichever end is named first, and removed whole", () => {
  const days = withSpan(["2026-12-24"], { from: "2026-12-26", to: "2026-12-23" }, today);
  assert.deepEqual(days, ["2026-12-23", "2026-12-24", "2026-12-25", "2026-12-26"]);
  assert.deepEqual(withoutSpan(days, { from: "2026-12-24", to: "2026-12-26" }, today), ["2026-12-23"]);
  assert.equal(withSpan([], { from: "2026-12-01", to: "9999-12-31" }, today).length, maxSpanDays);
});

test("days long over are let go; those just over still count for what hangs on them, and are not listed", () => {
  const days = withSpan(["2024-12-24", "2026-11-02"], { from: "2026-12-24", to: "2026-12-24" }, today);
  assert.deepEqual(days, ["2026-11-02", "2026-12-24"]);
  assert.deepEqual(spansFrom(days, today), [{ from: "2026-12-24", to: "2026-12-24" }]);
});

test("days in a row are one span, said in one line", () => {
  const spans = spansFrom(["2026-12-24", "2026-12-31", "2027-01-01"], today);
  const words = spans.map((span) => spanWords(span, today).replaceAll("\u00a0", " "));
  assert.deepEqual(words, ["Thu 24 Dec", "Thu 31 Dec to Fri 1 Jan 2027"]);
});

test("what is no list of days is none", () => {
  for (const kept of [null, {}, "2026-12-24", [1, null, "2026-02-30", "soon"]]) assert.deepEqual(daysIn(kept), []);
  assert.ok(isBusinessDay("2026-12-24", new Set(daysIn({ from: "2026-12-24" }))));
});
