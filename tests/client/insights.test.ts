// What Insights says and draws: every number and sentence from rows, on the device.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { confidenceDrawing, reachDrawing, roundsDrawing, tally, waitsDrawing } from "../../client/model/insights/drawings.ts";
import { confidenceOf, confidenceSentence } from "../../client/model/insights/confidence.ts";
import { feedbackCounts, readWords, themesSentence } from "../../client/model/insights/feedback.ts";
import { levelsSentence, reachOf, reachSentence, type Journal } from "../../client/model/insights/reach.ts";
import { drawnProcesses, drawnWords, processesOf, progressHeadline, progressOf, roundsSentence } from "../../client/model/insights/rounds.ts";
import { inSeason, seasonOf, seasonWords } from "../../client/model/insights/seasons.ts";
import { waitsOf, waitsSentence } from "../../client/model/insights/waits.ts";
import { winCounts, winsSentence } from "../../client/model/insights/wins.ts";
import { schema, type CollectionName, type FieldsOf } from "../../client/model/schema.ts";

const zone = "Europe/Berlin";
const now = Date.parse("2026-11-23T09:30:00Z");

function row<C extends CollectionName>(collection: C, id: string, given: Partial<FieldsOf[C]>): FieldsOf[C] & { readonly id: string } {
  const blank = Object.fromEntries(Object.keys(schema[collection]).map((field) => [field, null]));
  return { ...blank, ...given, id } as unknown as FieldsOf[C] & { readonly id: string };
}

const interview = (id: string, given: Partial<FieldsOf["interviews"]>) => row("interviews", id, given);
const round = (process: string, kind: FieldsOf["rounds"]["kind"], held_at: string) =>
  row("rounds", `${process} ${kind} ${held_at}`, { interview: process, kind, held_at });

const analyst = interview("analyst", { company: "Norrholm Power", role: "Grid analyst", internal: true, held_at: "2026-03-10T09:00:00Z", outcome: "no", outcome_at: "2026-03-19T09:00:00Z" });
const lead = interview("lead", { company: "Norrholm Power", role: "Team lead", internal: true, held_at: "2026-10-20T09:00:00Z", outcome: "no", outcome_at: "2026-11-15T09:00:00Z" });
const ostara = interview("ostara", { company: "Ostara Rail", role: "Planning manager", held_at: "2026-11-19T09:00:00Z", outcome: "waiting" });
const fenn = interview("fenn", { company: "Fenn & Lowe", held_at: "2026-11-20T09:00:00Z" });
const nadias = [ostara, lead, fenn, analyst];
const herRounds = [round("lead", "final", "2026-11-03T09:00:00Z"), round("ostara", "panel", "2026-11-19T09:00:00Z"), round("fenn", "final", "2026-12-01T09:00:00Z")];

const say = (interviews: readonly (typeof analyst)[], rounds = herRounds, at = now): [string, string] => {
  const progress = progressOf(processesOf(interviews, rounds, at), at, zone);
  return [progressHeadline(progress, zone), roundsSentence(progress, zone)];
};

// ---- seasons

const seasons: readonly [day: string, where: string, words: string][] = [
  ["2026-11-23", zone, "autumn"],
  ["2026-08-31", zone, "summer"],
  ["2026-03-01", zone, "spring"],
  ["2026-01-15", zone, "winter"],
  ["2025-12-01", zone, "winter"],
  ["2025-11-30", zone, "last autumn"],
  ["2025-04-01", zone, "last spring"],
  ["2024-12-01", zone, "last winter"],
  ["2024-05-01", zone, "spring 2024"],
  ["2023-12-31", zone, "winter 2024"],
  ["2026-03-10", "Australia/Sydney", "autumn"],
  ["2026-11-10", "America/Sao_Paulo", "spring"],
];

for (const [day, where, words] of seasons) {
  test(`seen from November 2026 in ${where}, ${day} lies in ${words}`, () => {
    const season = seasonOf(Date.parse(`${day}T12:00:00Z`), where);
    assert.equal(seasonWords(season, seasonOf(now, where), where), words);
  });
}

test("a season that has its own word for when needs no other", () => {
  assert.equal(inSeason(seasonOf(Date.parse("2025-04-01"), zone), seasonOf(now, zone), zone), "last spring");
  assert.equal(inSeason(seasonOf(Date.parse("2026-04-01"), zone), seasonOf(now, zone), zone), "in spring");
});

// ---- furthest round

test("a process is as high as its furthest talk that was; one to come counts later", () => {
  const levels = processesOf(nadias, herRounds, now).map(({ id, level, isOpen, name }) => [id, level, isOpen, name]);
  assert.deepEqual(levels, [
    ["analyst", 1, false, "Grid analyst"],
    ["lead", 3, false, "Team lead"],
    ["ostara", 2, true, "Ostara Rail"],
    ["fenn", 1, true, "Fenn & Lowe"],
  ]);
});

test("an offer is higher than any talk, and a second talk of any kind is more than a first", () => {
  const offered = processesOf([{ ...ostara, outcome: "offer" }], herRounds, now);
  assert.equal(offered[0]?.level, 4);
  const twice = [round("fenn", "other", "2026-11-01T09:00:00Z"), round("fenn", null, "2026-11-02T09:00:00Z")];
  assert.equal(processesOf([fenn], twice, now)[0]?.level, 2);
});

const autumnPanel = { ...ostara, outcome: "no" as const };
const springFinal = [...herRounds, round("analyst", "final", "2026-03-10T09:00:00Z")];

const headlines: readonly [what: string, said: [string, string], expected: [string, string]][] = [
  ["nothing yet", say([]), ["Nothing to compare yet.", ""]],
  ["only a talk to come", say([interview("later", { held_at: "2026-12-01T09:00:00Z" })]), ["Nothing to compare yet.", ""]],
  ["one", say([ostara]), ["One interview so far.", "It has come to a panel."]],
  ["one season", say([lead, ostara, fenn]), ["Three interviews so far.", "The furthest so far is a final."]],
  ["further", say(nadias), ["You are getting further than in spring.", "In spring it came to a first talk. This autumn you reached a final."]],
  ["the same", say([analyst, fenn]), ["You are getting as far as in spring.", "It came to a first talk in spring, and again this autumn."]],
  ["less, and some open", say([analyst, ostara, fenn], springFinal), ["In spring you got further; two are still open.", "In spring it came to a final, this autumn to a panel."]],
  ["less, and none open", say([analyst, autumnPanel], springFinal), ["In spring you got further.", "In spring it came to a final, this autumn to a panel."]],
  [
    "long ago",
    say([analyst, lead], herRounds, Date.parse("2027-06-23T09:30:00Z")),
    ["You got further than last spring.", "Last spring it came to a first talk. In autumn you reached a final."],
  ],
];

for (const [what, said, expected] of headlines) {
  test(`how it goes, with ${what}`, () => assert.deepEqual(said, expected));
}

test("no headline or sentence shames, shouts or grades", () => {
  for (const [, [headline, sentence]] of headlines) {
    assert.doesNotMatch(`${headline} ${sentence}`, /!|%|fail|reject|worse|only|bad/i);
    assert.match(headline, /\.$/);
  }
});

test("of many only the last five are drawn, and it says so", () => {
  const many = Array.from({ length: 500 }, (_, index) => interview(`i${index}`, { held_at: new Date(now - (index + 1) * 9e7).toISOString() }));
  const processes = processesOf(many, [], now);
  assert.deepEqual(drawnProcesses(processes).map(({ id }) => id), ["i4", "i3", "i2", "i1", "i0"]);
  assert.equal(drawnWords(500), "Drawn are the last five of 500 interviews.");
  assert.equal(drawnWords(5), null);
});

test("hops end on the ground, their balls on the step of their level", () => {
  const drawing = roundsDrawing(processesOf(nadias, herRounds, now));
  assert.deepEqual(drawing.steps.map(({ text }) => text), ["First talk", "Panel", "Final"]);
  assert.deepEqual(drawing.lines.map(({ kind }) => kind), ["past", "past", "maybe", "maybe"]);
  for (const [index, level] of [1, 3, 2, 1].entries()) {
    const step = drawing.steps[level - 1]!;
    assert.ok(Math.abs(drawing.dots[index]!.y - step.at * drawing.height) < 0.01);
    assert.ok(drawing.lines[index]!.d.startsWith("M") && drawing.lines[index]!.d.endsWith(` ${drawing.ground}`));
  }
});

test("an offer has a step of its own once there was one", () => {
  const drawing = roundsDrawing(processesOf([{ ...ostara, outcome: "offer" }], herRounds, now));
  assert.deepEqual(drawing.steps.map(({ text }) => text), ["First talk", "Panel", "Final", "Offer"]);
});

// ---- days to an answer

const waiting = (id: string, days: number) => interview(id, { company: id, held_at: new Date(now - days * 86_400_000).toISOString() });
const answered = (id: string, days: number, outcome: "no" | "offer" = "no") =>
  interview(id, { company: id, outcome, held_at: "2026-09-01T09:00:00Z", outcome_at: new Date(Date.parse("2026-09-01T09:00:00Z") + days * 86_400_000).toISOString() });

const waits: readonly [what: string, interviews: readonly (typeof analyst)[], expected: string][] = [
  ["nothing", [], ""],
  ["hers", nadias, "9 and 12 days. Ostara Rail has had 4, which is early."],
  ["an answer at once", [answered("Norrholm", 0), waiting("Ostara", 0)], "The same day, the only answer so far."],
  ["answers at once and later", [answered("a", 0), answered("b", 3)], "0 and 3 days."],
  ["one answer", [answered("Norrholm", 1)], "One day, the only answer so far."],
  ["none but an open one", [waiting("Ostara", 1)], "Ostara has had one day."],
  ["within the usual", [answered("a", 3), answered("b", 8), waiting("Ostara", 5)], "Three and eight days. Ostara has had five, which is nothing unusual."],
  ["longer", [answered("a", 3), waiting("Ostara", 5)], "Three days, the only answer so far. Ostara has had five, longer than the others took."],
  ["many", [3, 5, 6, 8, 30].map((days) => answered(`c${days}`, days, "offer")), "Half of 5 answers came within 6 days, the slowest took 30 days."],
  ["silence", [interview("s", { held_at: "2026-09-01T09:00:00Z", outcome: "silence", outcome_at: "2026-10-01T09:00:00Z" })], "One never answered, and is not counted."],
];

for (const [what, interviews, expected] of waits) {
  test(`days to an answer, with ${what}`, () => {
    assert.equal(waitsSentence(waitsOf(interviews, herRounds, now, zone)), expected);
  });
}

test("days are days of the calendar, from the last talk before the answer", () => {
  const late = interview("late", { held_at: "2026-10-25T22:30:00Z", outcome: "offer", outcome_at: "2026-10-26T06:00:00Z" });
  const { answered: [only] } = waitsOf([late], [round("late", "final", "2026-12-01T09:00:00Z")], now, zone);
  assert.equal(only?.days, 1);
});

test("the line of days ends with whole weeks, beyond the longest wait", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 40 }), (days) => {
      const all = days.map((count, index) => ({ id: String(index), name: "", days: count }));
      const drawing = waitsDrawing({ answered: all, open: [], silent: 0 });
      const last = Number(drawing.ticks.at(-1)!.text);
      assert.ok(last % 28 === 0 && last >= Math.max(...days.slice(-12)));
      assert.ok(drawing.lines.length <= 12);
      for (const { x } of drawing.dots) assert.ok(x >= 8 && x <= 356);
    }),
  );
});

// ---- feedback

const request = (id: string, answer: string | null, day = "01") =>
  row("feedback", id, { interview: `about ${id}`, asked_at: `2026-11-${day}T09:00:00Z`, answer, answered_at: answer && `2026-11-${day}T10:00:00Z` });

test("feedback is counted by interview: asked, received, specific", () => {
  const counts = feedbackCounts(
    [
      request("one", "Your answer on the first 90 days had no numbers in it."),
      request("two", "We felt you lacked presence."),
      request("three", null),
      { ...request("again", null), interview: "about one" },
      row("feedback", "draft", { interview: "about four" }),
    ],
    [],
  );
  assert.deepEqual([counts.asked, counts.received, counts.specific, counts.read], [3, 2, 1, 2]);
  assert.equal(themesSentence(counts), "Most often named: presence (once).");
  assert.equal(readWords(counts), null);
});

test("what was sorted by hand counts as the person said", () => {
  const sentence = "We felt you lacked presence.";
  const counts = feedbackCounts([request("one", sentence)], [{ feedback: "one", sentence, kind: "fact" }]);
  assert.equal(counts.specific, 1);
});

test("a theme is counted once an answer, and the latest twenty answers are read", () => {
  const days = Array.from({ length: 25 }, (_, index) => String(index + 1).padStart(2, "0"));
  const counts = feedbackCounts(days.map((day) => request(day, "You lacked presence. Presence matters here.", day)), []);
  assert.deepEqual([counts.asked, counts.received, counts.read], [25, 25, 20]);
  assert.equal(themesSentence(counts), "Most often named: presence (20 times).");
  assert.equal(readWords(counts), "Read for what they say were the last 20 answers.");
});

// ---- who knows you

const people = [row("people", "ingrid", { level: "director" }), row("people", "ruth", { level: "executive" }), row("people", "ines", { level: "lead" }), row("people", "unmet", { level: "executive" })];
const journal: Journal = {
  people,
  touches: [row("touches", "1", { person: "ingrid", at: "2026-08-03T09:00:00Z" }), row("touches", "2", { person: "ingrid", at: "2026-10-03T09:00:00Z" }), row("touches", "3", { person: "unmet", at: "2026-12-03T09:00:00Z" })],
  messages: [],
  attendances: [row("attendances", "1", { person: "ruth", interview: "ostara" }), row("attendances", "2", { person: "ines", interview: "ostara", round: "early" })],
  interviews: [ostara],
  rounds: [row("rounds", "early", { interview: "ostara", held_at: "2026-06-30T21:30:00Z" })],
};

test("somebody knows you from the first talk on, at the end of each month", () => {
  const reach = reachOf(journal, now, zone);
  assert.deepEqual(reach.months.map(({ name, higher }) => [name, higher]), [["June", 0], ["July", 0], ["August", 1], ["September", 1], ["October", 1], ["November", 2]]);
  assert.deepEqual(reach.months.map(({ counts }) => counts.lead), [1, 1, 1, 1, 1, 1]);
  assert.equal(reach.known, 3);
  assert.equal(reachSentence(reach), "Directors and above: two now, none in June.");
  assert.equal(levelsSentence(reach), "1 executive, 1 director, 1 lead.");
});

test("nobody higher up is said without a reproach, and no change plainly", () => {
  const nobody = reachOf({ ...journal, touches: [], attendances: [] }, now, zone);
  assert.equal(reachSentence(nobody), "Nobody above a manager yet. One hello is a beginning.");
  const early = row("touches", "4", { person: "ingrid", at: "2026-01-03T09:00:00Z" });
  assert.equal(reachSentence(reachOf({ ...journal, attendances: [], touches: [early] }, now, zone)), "Directors and above: one, as in June.");
});

test("somebody you wrote to knows you from then on, a draft changes nothing", () => {
  const to = [{ id: "unmet", name: "Priya Raman", email: null }];
  const sent = (sent_at: string | null) => row("messages", `m ${sent_at}`, { to, sent_at });
  const higherNow = (messages: Journal["messages"]) => reachOf({ ...journal, messages }, now, zone).months.at(-1)!.higher;
  assert.deepEqual([higherNow([sent(null)]), higherNow([sent("2026-11-20T09:00:00Z")])], [2, 3]);
});

test("a column never grows beyond five balls; then a ball stands for more", () => {
  const many = Array.from({ length: 43 }, (_, index) => row("people", `p${index}`, { level: "director" }));
  const touches = many.map(({ id }) => row("touches", `t${id}`, { person: id, at: "2026-11-03T09:00:00Z" }));
  const drawing = reachDrawing(reachOf({ ...journal, people: many, touches }, now, zone));
  assert.deepEqual([drawing.unit, drawing.dots.filter(({ kind }) => kind === "full").length], [9, 5]);
  for (const { y, r } of drawing.dots) assert.ok(y - r >= 0 && y + r <= drawing.ground);
});

// ---- wins

const win = (id: string, happened_on: string | null) => row("wins", id, { happened_on });
const forward = (id: string, at: string | null) => row("forwards", `f${id}`, { win: id, at });

test("this year's wins are passed on or silent, however often they were passed on", () => {
  const wins = [win("a", "2026-11-03"), win("b", "2026-01-01"), win("c", null), win("old", "2025-12-31")];
  const counts = winCounts(wins, [forward("a", "2026-11-04T09:00:00Z"), forward("a", "2026-11-05T09:00:00Z"), forward("b", null), forward("old", "2025-12-31T09:00:00Z")], now, zone);
  assert.deepEqual(counts, { passedOn: 1, silent: 2 });
});

const winSentences: readonly [passedOn: number, silent: number, expected: string][] = [
  [4, 7, "Four went upward. Seven only you know of."],
  [0, 1, "One only you know of. It is worth a line to your boss."],
  [1, 0, "The only one went upward."],
  [3, 0, "All three went upward."],
];

for (const [passedOn, silent, expected] of winSentences) {
  test(`wins: ${expected}`, () => assert.equal(winsSentence({ passedOn, silent }), expected));
}

// ---- confidence

const felt = (...all: readonly [confidence: number | null, outcome: FieldsOf["interviews"]["outcome"]][]) =>
  confidenceOf(all.map(([confidence, outcome]) => ({ confidence, outcome })));

const feltSentences: readonly [what: string, confidence: ReturnType<typeof felt>, expected: string][] = [
  ["none", felt([null, "no"]), "Shown after five interviews with a note of how they felt."],
  ["four", felt([3, "no"], [4, "no"], [2, null], [4, "waiting"], [null, "no"]), "Shown after five interviews. You have recorded four, and fewer would only be noise."],
  ["too few answers", felt([3, "no"], [4, "no"], [2, null], [4, "waiting"], [5, "offer"]), "Five recorded. Two offers and two noes are needed to compare."],
  ["no difference", felt([3, "no"], [4, "no"], [4, "offer"], [3, "offer"], [5, "silence"]), "Five recorded. How it felt told little about the answer."],
  ["better felt, better answered", felt([2, "no"], [3, "no"], [4, "offer"], [4, "offer"], [5, "silence"]), "Five recorded. What felt better was answered better, so far."],
  ["worse felt, better answered", felt([5, "no"], [4, "no"], [2, "offer"], [3, "offer"], [5, null]), "Five recorded. What felt worse was answered better, so far."],
];

for (const [what, confidence, expected] of feltSentences) {
  test(`confidence with ${what}`, () => assert.equal(confidenceSentence(confidence), expected));
}

test("a no is drawn exactly like an offer: a lane, and balls by how many", () => {
  const { lanes } = confidenceDrawing(felt([3, "no"], [3, "no"], [3, "no"], [3, "no"], [5, "offer"], [4, null]));
  assert.deepEqual(lanes.map(({ word }) => word), ["Offer", "No", "Still open"]);
  assert.deepEqual(lanes[1]?.cells.map(({ count, size }) => [count, size]), [[0, 0], [0, 0], [4, 1], [0, 0], [0, 0]]);
  assert.equal(lanes[0]?.cells[4]?.size, 0.5);
});

test("a tally has as many balls as there are, and never more than ten", () => {
  assert.deepEqual(tally(2, 3), { filled: 2, empty: 1 });
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), (count, rest) => {
      const { filled, empty } = tally(count, count + rest);
      assert.ok(filled + empty <= 10 && filled >= 0 && empty >= 0);
      assert.equal(filled === 0, count === 0);
    }),
  );
});
