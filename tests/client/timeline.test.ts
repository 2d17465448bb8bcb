import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { anchorsOf } from "../../client/model/anchors.ts";
import { changed, filledIn, oneLine } from "../../client/model/clean.ts";
import { successorId } from "../../client/model/id.ts";
import { shownLines } from "../../client/model/repeats.ts";
import { loadTimeline } from "../../client/model/timeline.ts";
import { storeOf } from "./memory-store.ts";

const zone = "Europe/Berlin";
const now = Date.parse("2026-11-23T11:00:00Z");
const ostara = { id: "ostara", company: "Ostara Rail", held_at: "2026-11-19T14:00:00Z", confidence: 4 } as const;

async function story(rows: Parameters<typeof storeOf>[0]): Promise<string[]> {
  const events = await loadTimeline(storeOf({ interviews: [ostara], ...rows }), "ostara", now, zone);
  return events.map(({ when, words }) => `${when.replaceAll("\u00a0", " ")}: ${words}`);
}

describe("what happened when", () => {
  test("tells the talks, what was done and the answer, the latest first", async () => {
    const item = (id: string, text: string, done_at: string | null) => ({ id, checklist: "list", text, done_at });
    const told = await story({
      interviews: [{ ...ostara, outcome: "no", outcome_at: "2026-11-23T09:00:00Z" }],
      rounds: [
        { id: "1", interview: "ostara", kind: "phone", held_at: "2026-10-05T09:00:00Z" },
        { id: "2", interview: "ostara", kind: "panel", minutes: 70, held_at: "2026-11-19T13:00:00Z" },
        { id: "3", interview: "ostara", kind: "final", held_at: "2026-12-03T09:00:00Z" },
      ],
      checklists: [{ id: "list", subject_kind: "interview", subject_id: "ostara" }],
      items: [
        item("a", "Ask where things stand", "2026-11-21T09:00:00Z"),
        item("b", "Thank Ruth", "2026-11-20T09:00:00Z"),
        item("c", "Thank Samuel", "2026-11-20T09:05:00Z"),
        item("d", "Later", null),
      ],
    });
    assert.deepEqual(told, [
      "Mon 23: They said no.",
      "Sat 21: Done: Ask where things stand.",
      "Fri 20: Two lines done.",
      "Thu 19: Panel, 70 minutes. You felt 4 of 5 before replaying it.",
      "5 Oct: Phone call.",
    ]);
  });

  test("names who was there, where no round tells it better", async () => {
    const told = await story({
      people: [{ id: "r", name: "Ruth Abelson" }, { id: "s", name: "Samuel Okoro" }, { id: "t", name: "Gone", trashed_at: "2026-11-20T09:00:00Z" }],
      attendances: ["r", "s", "t"].map((person) => ({ id: `at-${person}`, interview: "ostara", person })),
    });
    assert.deepEqual(told, ["Thu 19: You spoke with Ruth Abelson and Samuel Okoro. You felt 4 of 5 before replaying it."]);
  });

  test("knows feedback and messages", async () => {
    const told = await story({
      feedback: [{ id: "f", interview: "ostara", asked_at: "2026-11-20T15:00:00Z", answered_at: "2026-11-22T15:00:00Z" }],
      messages: [
        { id: "m", about_id: "ostara", subject: "Thank you", sent_at: "2026-11-20T08:00:00Z" },
        { id: "n", about_id: "ostara", subject: "A draft" },
      ],
    });
    assert.deepEqual(told.slice(0, 3), ["Sun 22: Feedback came.", "Fri 20: You asked for feedback.", "Fri 20: You wrote: Thank you."]);
  });

  test("of an interview that is not here is empty", async () => {
    assert.deepEqual(await loadTimeline(storeOf({}), "ostara", now, zone), []);
  });
});

describe("what a list hangs on", () => {
  const start = "2026-11-23T11:00:00Z";

  test("is the interview's own moments, and the last reply", () => {
    const feedback = [{ answered_at: "2026-11-22T15:00:00Z" }, { answered_at: null }, { answered_at: "2026-11-21T15:00:00Z" }];
    const interview = { held_at: "2026-11-19T14:00:00Z", outcome_at: null, promised_at: "2026-11-27T11:00:00Z" };
    assert.deepEqual(anchorsOf({ subject_kind: "interview", anchor_at: start }, { interview, feedback }), {
      interview: "2026-11-19T14:00:00Z",
      outcome: null,
      promise: "2026-11-27T11:00:00Z",
      reply: "2026-11-22T15:00:00Z",
      win: start,
      start,
    });
  });

  test("is nothing yet while the interview has not arrived", () => {
    const { interview, outcome } = anchorsOf({ subject_kind: "interview", anchor_at: start }, {});
    assert.deepEqual([interview, outcome], [null, null]);
  });

  test("is the day it was started, on its own, for a plan and for a person", () => {
    for (const subject_kind of [null, "plan", "person"] as const) {
      assert.deepEqual(anchorsOf({ subject_kind, anchor_at: start }, {}), { interview: start, outcome: start, win: start, start });
    }
  });

  test("is the win's day, or the start where it has none", () => {
    assert.equal(anchorsOf({ subject_kind: "win", anchor_at: start }, { win: { happened_on: "2026-11-06" } }).win, "2026-11-06");
    assert.equal(anchorsOf({ subject_kind: "win", anchor_at: start }, { win: { happened_on: null } }).win, start);
  });
});

describe("what is typed", () => {
  test("becomes one clean line, or none", () => {
    assert.equal(oneLine("  Fenn\r\n& Lowe\t ", 200), "Fenn & Lowe");
    assert.equal(oneLine("\u0000\u001f\u007f", 200), null);
    assert.equal(oneLine("half \ud83d", 200), "half \ufffd");
    assert.equal(oneLine("🙂🙂🙂", 2), "🙂🙂");
    assert.equal(oneLine("محمد علي", 200), "محمد علي");
  });

  test("is written only where it differs", () => {
    const row = { ...Object.fromEntries(["title", "kind", "next_step", "contact", "payoff", "readiness", "status", "stop_waiting_on", "position"].map((name) => [name, null])), title: "Storage", trashed_at: null } as never;
    assert.deepEqual(changed("plans", row, { title: " Storage ", kind: "inside", next_step: "  ", payoff: "line\nline" }), { kind: "inside", payoff: "line\nline" });
  });

  test("travels without what is empty", () => {
    assert.deepEqual(filledIn("people", { name: "Ines", role: "", email: null }), { name: "Ines" });
  });
});

describe("a list with a line that repeats", () => {
  const id = "0198aaaa-bbbb-7ccc-8ddd-000000000001";
  const friday = (line: string, done_at: string | null) => ({ id: line, due_rule: "weekly:fri", done_at, skipped_at: null });

  test("shows the last time and the next, not every Friday of the year", () => {
    const second = successorId(id);
    const third = successorId(second);
    const lines = [friday(id, now.toString()), friday(second, now.toString()), friday(third, null), { ...friday("x", now.toString()), due_rule: null }];
    assert.deepEqual(shownLines(lines).map((line) => line.id), [second, third, "x"]);
  });
});
