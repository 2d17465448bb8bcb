// Until when a line can rest.

import assert from "node:assert/strict";
import { test } from "node:test";
import { rests } from "../../client/model/rests.ts";
import { momentNow } from "../../client/model/days.ts";

const said = (now: string, zone = "Europe/Berlin"): string[] =>
  rests(Date.parse(now), zone).map(({ word, atMs }) => `${word} ${momentNow(atMs)}`);

test("in the morning there is an evening, a tomorrow and a Monday", () => {
  assert.deepEqual(said("2026-11-24T08:00:00Z"), [
    "Tonight 2026-11-24T17:00:00Z",
    "Tomorrow 2026-11-25T08:00:00Z",
    "Next week 2026-11-30T08:00:00Z",
  ]);
});

test("in the evening tonight is later, and late at night there is none", () => {
  assert.equal(said("2026-11-24T16:30:00Z")[0], "Tonight 2026-11-24T20:00:00Z");
  assert.equal(said("2026-11-24T19:30:00Z")[0], "Tomorrow 2026-11-25T08:00:00Z");
});

test("at half past midnight tomorrow is after one has slept, also over the end of a week, a month and a year", () => {
  assert.deepEqual(said("2026-11-24T23:30:00Z"), ["Tomorrow 2026-11-25T08:00:00Z", "Next week 2026-11-30T08:00:00Z"]);
  assert.deepEqual(said("2026-11-29T23:30:00Z"), ["Tomorrow 2026-11-30T08:00:00Z"]);
  assert.equal(said("2026-12-31T23:30:00Z")[0], "Tomorrow 2027-01-01T08:00:00Z");
  assert.equal(said("2026-11-25T04:30:00Z")[0], "Tonight 2026-11-25T17:00:00Z");
});

test("on a Friday tomorrow is Saturday, and the last day of a month leads into the next", () => {
  assert.deepEqual(said("2026-11-27T08:00:00Z").slice(1), ["Tomorrow 2026-11-28T08:00:00Z", "Next week 2026-11-30T08:00:00Z"]);
  assert.deepEqual(said("2026-12-31T08:00:00Z").slice(1), ["Tomorrow 2027-01-01T08:00:00Z", "Next week 2027-01-04T08:00:00Z"]);
});

test("on a Monday next week is the next Monday, on a Sunday it is tomorrow and said once", () => {
  assert.equal(said("2026-11-23T08:00:00Z").at(-1), "Next week 2026-11-30T08:00:00Z");
  assert.equal(said("2026-11-29T08:00:00Z").at(-1), "Tomorrow 2026-11-30T08:00:00Z");
});

test("nine in the morning is nine on the wall when the clocks go back", () => {
  assert.equal(said("2026-10-24T08:00:00Z")[1], "Tomorrow 2026-10-25T08:00:00Z");
});
