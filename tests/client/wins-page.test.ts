// The one page for the review talk, and the same as Markdown.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  effectAndGain,
  fitOf,
  lastTwelveMonths,
  beyond,
  markdownOf,
  pageEntries,
  pageTitle,
  periodWords,
  praiseLine,
  proofLine,
  thisYear,
  waitingForYes,
  type PageWin,
} from "../../client/model/wins-page.ts";

const win = (id: string, happened_on: string | null, rest: Partial<PageWin> = {}): PageWin => ({
  id,
  title: `Win ${id}`,
  effect: null,
  quote: null,
  praised_by: null,
  said_how: null,
  who_benefited: null,
  proof_where: null,
  happened_on,
  may_leave: null,
  ...rest,
});
const year = thisYear("2026-11-25");
const full = win("a", "2026-11-06", {
  title: "Depot model handed over",
  effect: "14 minutes a run,\nwas 90",
  quote: "I have my evenings back.",
  praised_by: "Mikkel Holm",
  said_how: "writing",
  who_benefited: "Storage",
  proof_where: "Wiki, page Depot model",
});

describe("the period", () => {
  const periods: readonly [name: string, period: ReturnType<typeof thisYear>, from: string][] = [
    ["this year", thisYear("2026-11-25"), "2026-01-01"],
    ["twelve months", lastTwelveMonths("2026-11-25"), "2025-11-26"],
    ["twelve months to a leap day", lastTwelveMonths("2028-02-29"), "2027-03-01"],
    ["twelve months to a last day", lastTwelveMonths("2026-03-31"), "2025-04-01"],
  ];
  for (const [name, period, from] of periods) test(`${name} begins on ${from}`, () => assert.equal(period.from, from));

  test("is said once a year", () => {
    const space = "\u00a0";
    assert.equal(periodWords(year), `1${space}Jan to 25${space}Nov 2026`);
    assert.equal(periodWords(lastTwelveMonths("2026-11-25")), `26${space}Nov 2025 to 25${space}Nov 2026`);
    assert.equal(pageTitle(year), "What went well in 2026");
    assert.equal(pageTitle(lastTwelveMonths("2026-11-25")), "What went well, 2025 to 2026");
  });
});

describe("the page", () => {
  test("holds what happened in the period, the oldest first", () => {
    const wins = [win("c", "2026-05-01"), win("a", "2025-12-31"), win("b", "2026-01-01"), win("d", null), win("e", "2026-11-26")];
    assert.deepEqual(pageEntries(wins, year).map(({ id }) => id), ["b", "c"]);
  });

  test("holds what was kept for the talk, and not what waits for a yes", () => {
    const wins = [win("a", "2026-05-01", { may_leave: "no" }), win("b", "2026-05-02", { may_leave: "ask_first" })];
    assert.deepEqual(pageEntries(wins, year).map(({ id }) => id), ["a"]);
    assert.equal(waitingForYes(wins, year), 1);
  });

  test("says the effect, who gained, who said it and how, and where the proof lies", () => {
    const entry = pageEntries([full], year)[0]!;
    assert.equal(effectAndGain(entry), "14 minutes a run, was 90. For Storage.");
    assert.equal(praiseLine(entry), "“I have my evenings back.” Mikkel Holm, in writing");
    assert.equal(proofLine(entry), "Proof: Wiki, page Depot model");
  });

  test("quotes nobody whose words are not to leave as they are", () => {
    const entry = pageEntries([{ ...full, may_leave: "own_words" }], year)[0]!;
    assert.equal(praiseLine(entry), "Praised by Mikkel Holm, in writing");
  });

  test("does not say a line twice that is the quote itself", () => {
    const entry = pageEntries([{ ...full, title: "I have my evenings back" }], year)[0]!;
    assert.equal(entry.title, "“I have my evenings back.”");
    assert.equal(entry.quote, null);
  });

  test("takes smaller type before a second sheet, and breaks in comfort beyond", () => {
    const many = (count: number) => pageEntries(Array.from({ length: count }, (_, index) => ({ ...full, id: String(index) })), year);
    assert.deepEqual(fitOf(many(3)), { density: 0, sheets: 1 });
    assert.deepEqual(fitOf(many(12)), { density: 3, sheets: 1 });
    assert.equal(fitOf(many(40)).density, 1);
    assert.ok(fitOf(many(40)).sheets > 1);
  });
});

describe("as Markdown", () => {
  test("it is a title, a line about it, and a list", () => {
    const text = markdownOf(pageEntries([full], year), year, { title: pageTitle(year), name: "Nadia Lund" });
    assert.equal(
      text,
      [
        "# What went well in 2026",
        "",
        "Nadia Lund, 1\u00a0Jan to 25\u00a0Nov 2026".replaceAll("\u00a0", " "),
        "",
        "- **Depot model handed over** (Fri 6 Nov 2026)  ",
        "  14 minutes a run, was 90. For Storage.  ",
        "  “I have my evenings back.” Mikkel Holm, in writing  ",
        "  Proof: Wiki, page Depot model",
        "",
      ].join("\n"),
    );
  });

  test("what a person typed is not read as Markdown", () => {
    const typed = win("a", "2026-11-06", { title: "*Model* [v2] <b> `x` a_b # c\n# d" });
    const text = markdownOf(pageEntries([typed], year), year, { title: "T", name: null });
    assert.match(text, /\*\*\\\*Model\\\* \\\[v2\\\] \\<b\\> \\`x\\` a\\_b \\# c \\# d\*\*/);
  });
});

test("what the title says already is not said again as its effect", () => {
  const rows: readonly [title: string | null, effect: string | null, said: string | null][] = [
    ["Depot model handed over: 14 minutes a run, was 90", "14 minutes a run, was 90.", null],
    ["Depot model handed over", "14 minutes a run, was 90.", "14 minutes a run, was 90."],
    [null, "Storage uses it.", "Storage uses it."],
    ["Depot model", null, null],
    ["Depot model", " ", null],
  ];
  for (const [title, effect, said] of rows) assert.equal(beyond(title, effect), said);
});
