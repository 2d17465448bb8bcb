// Everything a device holds, as a file: whole, readable, and never markup of somebody's own.

import assert from "node:assert/strict";
import { test } from "node:test";
import { countLetters } from "../../client/model/codes.ts";
import { fileName, journalFile, unsentRows, type Journal, type KeptRow } from "../../client/model/journal-file.ts";
import { journalPage } from "../../client/model/journal-page.ts";
import { fieldWords, parents, sections, valueWords } from "../../client/model/journal-words.ts";
import { schema } from "../../client/model/schema.ts";

const interview = "01932b1e-5c00-7abc-8def-000000000001";
const person = "01932b1e-5c00-7abc-8def-000000000002";
const now = Date.UTC(2026, 10, 23, 9, 30);
const options = { zone: "Europe/Berlin", now };

function row(collection: string, id: string, fields: Record<string, unknown>, unsent: readonly string[] = []): KeptRow {
  return { collection, id, fields, unsent };
}

function journal(...rows: readonly KeptRow[]): Journal {
  return { account: null, rows, loose: [] };
}

const cast = [
  row("interviews", interview, { company: "Ostara Rail", role: "Planning manager", held_at: "2026-11-20T09:00:00Z", internal: true }),
  row("people", person, { name: "Ruth Abelson", relation: "bosss_boss" }),
  row("attendances", "a", { interview, person, detail: "Asked about the forecast" }),
];

test("the file for programs is JSON with a row a line", () => {
  const text = journalFile(journal(...cast), "2026-11-23T09:30:00Z");
  const file = JSON.parse(text) as { format: string; journal: Record<string, { id: string }[]> };
  assert.equal(file.format, "rebound-export");
  assert.deepEqual(Object.keys(file.journal), ["interviews", "people", "attendances"]);
  assert.equal(text.split("\n").filter((line) => line.includes('"id":')).length, 3);
});

test("a journal with nothing in it is a file all the same", () => {
  assert.deepEqual((JSON.parse(journalFile(journal(), "x")) as { journal: object }).journal, {});
  assert.match(journalPage(journal(), options), /Everything you keep in Rebound/);
});

test("what the server does not have is named, in both files", () => {
  const rows = [row("wins", "w", { title: "Forecast kept" }, ["title"]), ...cast];
  assert.equal(unsentRows(rows), 1);
  assert.match(journalFile(journal(...rows), "x"), /"unsent":\["title"\]/);
  assert.match(journalPage(journal(...rows), options), /1 entry is on this device only/);
});

test("words whose row has not come yet are in both files", () => {
  const loose = [{ collection: "wins", id: "w", field: "notes", value: "half a <b>sentence" }];
  assert.match(journalFile({ account: null, rows: [], loose }, "x"), /half a <b>sentence/);
  assert.match(journalPage({ account: null, rows: [], loose }, options), /half a &#60;b&#62;sentence/);
});

test("the page puts what belongs together together, and names instead of ids", () => {
  const page = journalPage(journal(...cast), options);
  assert.ok(page.indexOf("Planning manager, Ostara Rail") < page.indexOf("<strong>Ruth Abelson</strong>"));
  assert.match(page, /<dt>When<\/dt><dd>[^<]*20.November[^<]*, 10:00<\/dd>/);
  assert.match(page, /<dt>Relation<\/dt><dd>boss’s boss<\/dd>/);
  assert.ok(!page.includes(person));
});

test("no words of a person's become markup", () => {
  for (const hostile of ['<script>alert(1)</script>', '"><img src=x onerror=y>', "</style><b>", "&lt;", "'--><"]) {
    const page = journalPage(journal(row("interviews", interview, { company: hostile, role: hostile, notes: hostile })), options);
    const [, inside = ""] = page.split("<body>");
    const tags = [...inside.matchAll(/<\/?([a-z]\w*)/g)].map(([, name]) => name);
    assert.deepEqual([...new Set(tags)].sort(), ["article", "body", "dd", "dl", "dt", "h1", "h2", "h3", "html", "p", "section"]);
  }
});

test("first scores that wait for a blind second are put away on the page, and in the file", () => {
  const pending = { question: "Stay or go?", scores: { stay: { pay: 4 } }, scored_at: "2026-11-20T09:00:00Z" };
  const cell = row("decision_scores", "c", { decision: "d", round: "first", option: "move", criterion: "time", score: 2 });
  const taken = row("decision_scores", "t", { ...cell.fields, criterion: "risk", score: 5, trashed_at: "2026-11-20T08:00:00Z" });
  const lost = row("decision_scores", "l", { ...cell.fields, decision: "elsewhere", score: 5 });
  const page = journalPage(journal(row("decisions", "d", pending), cell, taken, lost), options);
  assert.match(page, /Put away until you have scored a second time/);
  assert.doesNotMatch(page, /Pay|Time|Risk/);
  assert.match(journalFile(journal(row("decisions", "d", pending), cell), "x"), /"pay":4[^]*"score":2/);
  const over = { ...pending, blind_scored_at: "2026-11-27T09:00:00Z" };
  const second = row("decision_scores", "s", { ...cell.fields, round: "second", score: 3 }, ["score"]);
  const told = journalPage(journal(row("decisions", "d", over), cell, second), options);
  assert.match(told, /First scores<\/dt><dd>Stay: Pay 4; Move: Time 2<\/dd><dt>Second scores<\/dt><dd>Move: Time 3/);
  assert.match(told, /On this device only/);
  assert.match(journalPage(journal(row("decisions", "d", { ...pending, scored_at: null })), options), /Stay: Pay 4/);
});

test("a worksheet is told with the options and criteria it came to", () => {
  const sheet = row("decisions", "d", { question: "Stay or go?", scores: { stay: { pay: 4 } } });
  const renamed = row("decision_parts", "p", { decision: "d", kind: "option", part: "stay", name: "Remain" });
  const weighed = row("decision_parts", "q", { decision: "d", kind: "criterion", part: "pay", weight: 3 });
  const undone = row("decision_parts", "u", { ...renamed.fields, part: "move", name: "Leave", trashed_at: "2026-11-20T08:00:00Z" });
  const page = journalPage(journal(sheet, renamed, weighed, undone), options);
  assert.match(page, /Options<\/dt><dd>Remain; Move; Negotiate<\/dd><dt>Criteria<\/dt><dd>Pay, weight 3; Learning, weight 3;/);
  assert.match(page, /First scores<\/dt><dd>Remain: Pay 4/);
  assert.equal(page.match(/Remain/g)?.length, 2, "and not as things of their own");
});

test("what is in the trash stands at the end, and what was erased nowhere", () => {
  const trashed_at = "2026-11-22T09:00:00Z";
  const page = journalPage(journal(row("wins", "w", { title: "An old one", trashed_at }), row("wins", "x", { trashed_at })), options);
  assert.match(page, /<h2>In the trash<\/h2>\n<article><h3>An old one/);
  assert.equal(page.match(/<article>/g)?.length, 1);
});

test("a row whose parent is missing has a place of its own", () => {
  assert.match(journalPage(journal(row("touches", "t", { person, what: "Coffee in March" })), options), /<h2>Contacts<\/h2>[^]*Coffee in March/);
});

test("every collection has its place on the page, and every parent is a field", () => {
  assert.deepEqual(sections.map(({ collection }) => collection).sort(), Object.keys(schema).sort());
  for (const [collection, field] of Object.entries(parents)) {
    assert.ok(field in (schema as Record<string, object>)[collection]!, `${collection}.${field}`);
  }
});

test("structured values are read out, ids as names", () => {
  assert.equal(valueWords([{ name: "Ruth", done: true }, "x"], () => null), "name: Ruth, done: yes; x");
  assert.equal(valueWords({ [person]: 3 }, () => "Ruth"), "Ruth: 3");
  assert.equal(valueWords(person, () => null), "");
  assert.equal(fieldWords("outcome_at"), "Answered on");
  assert.equal(fieldWords("how_met"), "How met");
});

test("files are named by their day", () => {
  assert.equal(fileName("2026-11-23", "html"), "rebound-2026-11-23.html");
});

test("gaps and dashes do not count as letters of a code", () => {
  assert.equal(countLetters(" 7k3m – 9qxt\n"), 8);
  assert.equal(countLetters(""), 0);
});
