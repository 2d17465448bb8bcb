// The form after an interview: what was typed survives, and "just now" stays true.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { storage } from "../../client/store/local-storage.ts";
import { dropDraft, endedAt, keepDraft, openDraft, whenFault } from "../../client/views/just-had/draft.ts";

process.env["TZ"] = "Europe/Berlin";

const key = "rebound.draft.just-had";
beforeEach(() => storage.remove(key));

const afternoon = Date.parse("2026-11-23T14:42:00Z");
const minutes = 60_000;

test("an empty form ended just now, when it was opened", () => {
  assert.equal(endedAt(openDraft(afternoon)), "2026-11-23T14:42:00Z");
});

test("a killed tab loses no word", () => {
  keepDraft({ ...openDraft(afternoon), company: "Fenn & Lowe", people: [{ name: "Elif Aydin" }] });
  const again = openDraft(afternoon + 5 * minutes);
  assert.equal(again.company, "Fenn & Lowe");
  assert.deepEqual(again.people, [{ name: "Elif Aydin" }]);
});

test("typing for ten minutes does not move the end of the interview", () => {
  keepDraft(openDraft(afternoon));
  assert.equal(endedAt(openDraft(afternoon + 10 * minutes)), "2026-11-23T14:42:00Z");
});

test("a form found again the next day does not call it just now", () => {
  keepDraft({ ...openDraft(afternoon), company: "Fenn & Lowe" });
  const tomorrow = openDraft(afternoon + 20 * 60 * minutes);
  assert.equal(tomorrow.when, "earlier");
  assert.deepEqual(tomorrow.earlier, { day: "2026-11-23", time: "15:42" });
  assert.equal(endedAt(tomorrow), "2026-11-23T14:42:00Z");
});

test("this morning is eleven o'clock, or now where it is not eleven yet", () => {
  const draft = openDraft(afternoon);
  assert.equal(endedAt({ ...draft, when: "morning" }), "2026-11-23T10:00:00Z");
  const early = Date.parse("2026-11-23T08:10:00Z");
  assert.equal(endedAt({ ...draft, when: "morning", begunAt: early }), "2026-11-23T08:10:00Z");
});

test("a day that does not exist is no moment", () => {
  const draft = openDraft(afternoon);
  assert.equal(endedAt({ ...draft, when: "earlier", earlier: { day: "", time: "15:00" } }), null);
});

test("what is stored but not ours gives an empty form", () => {
  for (const text of ["{", "null", '"x"', '{"company": 7}']) {
    storage.set(key, text);
    assert.equal(openDraft(afternoon).company, "");
  }
});

test("a saved form is gone", () => {
  keepDraft({ ...openDraft(afternoon), company: "Fenn & Lowe" });
  dropDraft();
  assert.equal(openDraft(afternoon).company, "");
});

test("an interview that is over lies behind, in a year of the calendar", () => {
  const on = (day: string, time = "15:00") => whenFault({ ...openDraft(afternoon), when: "earlier", earlier: { day, time } }, afternoon);
  assert.equal(whenFault(openDraft(afternoon), afternoon), undefined);
  assert.equal(on("2026-11-20"), undefined);
  assert.match(on("")!, /not in the calendar/);
  assert.match(on("2026-11-20", "")!, /not in the calendar/);
  assert.match(on("2026-11-24")!, /still to come/);
  assert.match(on("2099-11-20")!, /still to come/);
  assert.match(on("0026-11-20")!, /four digits/);
});
