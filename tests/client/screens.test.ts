// The pure parts of the screens: what they call things, and how they read and write dates in fields.

import assert from "node:assert/strict";
import { test } from "node:test";
import { momentFromInputs, dayValue, timeValue } from "../../client/views/editing/day-input.ts";
import { noDecisionBefore, sentenceForColleagues } from "../../client/model/inside.ts";
import { arranged, type Order } from "../../client/views/interviews/arranged.ts";
import type { InterviewRow } from "../../client/views/interviews/load.ts";
import { tagOf } from "../../client/views/interviews/tag.ts";
import { progressOf } from "../../client/views/checklist/progress.ts";
import { readSubject, subjectValue } from "../../client/views/playbooks/subjects.ts";
import { nameOf } from "../../client/views/trash/names.ts";
import { winMeta, winWords } from "../../client/views/wins/words.ts";

const zone = "Europe/Oslo";
const nowMs = Date.parse("2026-11-23T09:00:00Z");
const space = "\u00a0";
const waiting = { outcome: "waiting", promised_at: null, held_at: "2026-11-19T14:10:00Z" } as const;
const done = { done_at: "2026-11-20T08:00:00Z", skipped_at: null, snoozed_until: null };
const skipped = { done_at: null, skipped_at: "2026-11-20T08:00:00Z", snoozed_until: null };
const closed = { done_at: null, skipped_at: "2026-11-20T08:00:00Z", snoozed_until: "2026-11-20T08:00:00Z" };
const open = { done_at: null, skipped_at: null, snoozed_until: null };

test("a promised answer is the tag of an open interview", () => {
  const tag = tagOf({ ...waiting, promised_at: "2026-11-27T16:00:00Z" }, [], nowMs, zone);
  assert.equal(tag?.words, `Answer by Fri${space}27${space}Nov`);
  assert.equal(tag?.tone, "waiting");
});

test("an answer promised for today is not late before the day is over", () => {
  const tag = tagOf({ ...waiting, promised_at: "2026-11-23T08:00:00Z" }, [], nowMs, zone);
  assert.equal(tag?.words, `Answer by Mon${space}23${space}Nov`);
});

test("a talk that comes before the promised answer is named first", () => {
  const rounds = [{ held_at: "2026-12-03T09:00:00Z", kind: "final" }] as const;
  assert.equal(tagOf(waiting, rounds, nowMs, zone)?.words, `Last talk Thu${space}3${space}Dec`);
});

test("with nothing ahead the tag says when one talked", () => {
  assert.equal(tagOf(waiting, [], nowMs, zone)?.words, `Talked Thu${space}19${space}Nov`);
});

test("a no and an offer get the same kind of tag", () => {
  const no = tagOf({ ...waiting, outcome: "no" }, [], nowMs, zone);
  const offer = tagOf({ ...waiting, outcome: "offer" }, [], nowMs, zone);
  assert.deepEqual([no?.words, no?.tone, no?.atMs], ["No", undefined, null]);
  assert.deepEqual([offer?.words, offer?.tone, offer?.atMs], ["Offer", undefined, null]);
});

test("progress counts what is settled and forgives what is skipped", () => {
  const { states, count, words } = progressOf([done, done, skipped, open, open, open]);
  assert.deepEqual(states, ["done", "done", "skip", "now", "open", "open"]);
  assert.equal(count, "3 of 6");
  assert.equal(words, "3 of 6 settled. One of them skipped, which is fine.");
});

test("a list of one skipped line is settled, which is fine", () => {
  assert.equal(progressOf([skipped]).words, "All settled. It was skipped, which is fine.");
});

test("what an answer closed is no line the person skipped", () => {
  assert.equal(progressOf([done, closed, closed, open]).words, "3 of 4 settled. Two closed by the answer.");
  assert.equal(progressOf([done, closed, skipped]).words, "All settled. One closed by the answer. One of them skipped, which is fine.");
});

test("an empty list says so instead of counting to zero", () => {
  assert.equal(progressOf([]).words, "Nothing on it yet.");
});

test("a moment goes through the fields' day and time and comes back", () => {
  const moment = "2026-03-29T12:30:00Z";
  assert.equal(dayValue(moment, zone), "2026-03-29");
  assert.equal(timeValue(moment, zone), "14:30");
  assert.equal(momentFromInputs("2026-03-29", "14:30", "09:00", zone), moment);
});

test("a day without a time takes the time given for that", () => {
  assert.equal(momentFromInputs("2026-11-27", "", "17:00", zone), "2026-11-27T16:00:00Z");
});

test("a day that is none makes no moment", () => {
  assert.equal(momentFromInputs("2026-11-31", "09:00", "09:00", zone), null);
  assert.equal(momentFromInputs("", "09:00", "09:00", zone), null);
});

test("what a list is for survives the address, and nonsense is a list on its own", () => {
  const about = { kind: "interview", id: "0190a000-0000-7000-8000-000000000001" } as const;
  assert.deepEqual(readSubject(subjectValue(about)), about);
  for (const nonsense of [null, "", "interview", "interview:", "boss:1", "interview:1:2"])
    assert.equal(readSubject(nonsense), null);
});

test("a row without a name of its own is called by its kind", () => {
  const fields = { text: "  ", checklist: null } as unknown as Parameters<typeof nameOf<"items">>[1];
  assert.equal(nameOf("items", fields), "Line");
});

test("praise is shown in quotation marks, once", () => {
  const win = {
    title: "Forecast",
    quote: "A day before the phones did.",
    praised_by: "Ines Duarte",
    said_how: "writing",
    effect: null,
    happened_on: "2026-11-12",
  } as const;
  assert.equal(winWords(win), "“A day before the phones did.”");
  assert.equal(winWords({ ...win, quote: "“Already.”" }), "“Already.”");
  assert.equal(winMeta(win, "2026-11-23"), `Ines Duarte, in writing, Thu${space}12${space}Nov`);
});

test("finished work says when, and what it changed", () => {
  const win = {
    title: "Depot model",
    quote: null,
    praised_by: null,
    said_how: null,
    effect: "Storage uses it.\nMore.",
    happened_on: "2026-11-06",
  };
  assert.equal(winWords(win), "Depot model");
  assert.equal(winMeta(win, "2026-11-23"), `Finished Fri${space}6${space}Nov. Storage uses it.`);
});

const interviewRow = (company: string, role: string, held_at: string): InterviewRow =>
  ({ interview: { id: company, company, role, department: null, held_at }, tag: null }) as unknown as InterviewRow;
const rail = interviewRow("Ostara Rail", "Planning manager", "2026-11-02T09:00:00Z");
const energie = interviewRow("Énergie du Rhône", "Analyst", "2026-11-19T09:00:00Z");
const lowe = interviewRow("fenn & Lowe", "Storage analyst", "2026-11-10T09:00:00Z");
const found = (wanted: string, order: Order = "next"): (string | null)[] =>
  arranged({ open: [rail, energie, lowe], closed: [] }, { wanted, order }).open.map(({ interview }) => interview.company);

test("a search finds every word in any order, without case and accents", () => {
  assert.deepEqual(found("plan rail"), ["Ostara Rail"]);
  assert.deepEqual(found("energie RHONE"), ["Énergie du Rhône"]);
  assert.deepEqual(found("analyst"), ["Énergie du Rhône", "fenn & Lowe"]);
  assert.deepEqual(found("  "), ["Ostara Rail", "Énergie du Rhône", "fenn & Lowe"]);
  assert.deepEqual(found("nowhere"), []);
});

test("interviews stand in the order one asks for", () => {
  assert.deepEqual(found("", "newest"), ["Énergie du Rhône", "fenn & Lowe", "Ostara Rail"]);
  assert.deepEqual(found("", "company"), ["Énergie du Rhône", "fenn & Lowe", "Ostara Rail"]);
});

test("there is something to say to colleagues whatever the answer, and a week without a decision", () => {
  for (const outcome of [null, "waiting", "offer", "no", "silence", "withdrawn"] as const) {
    assert.ok(sentenceForColleagues({ outcome }).length > 20);
  }
  const no = { outcome_at: "2026-11-20T15:00:00Z" };
  assert.equal(noDecisionBefore({ outcome_at: null }, nowMs, zone), null);
  assert.equal(noDecisionBefore(no, nowMs, zone), "2026-11-27");
  assert.equal(noDecisionBefore(no, Date.parse("2026-11-27T00:00:00Z"), zone), null);
});
