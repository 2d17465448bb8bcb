// What is found by which words, in which order, and what is not.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { schema, type CollectionName, type FieldsOf } from "../../client/model/schema.ts";
import { beginsWithOneWrong, likeLoosely, likeness } from "../../client/model/search/likeness.ts";
import { excerpt, marked, type Piece } from "../../client/model/search/marks.ts";
import { keysOf, recordsOf, rowOfKey, searchedCollections } from "../../client/model/search/records.ts";
import { SearchIndex, type Searchable } from "../../client/model/search/search-index.ts";
import { fold, wantedWords, wordsOf } from "../../client/model/search/words.ts";

type Some<C extends CollectionName> = Partial<FieldsOf[C]> & { readonly id: string };

function put<C extends CollectionName>(index: SearchIndex, collection: C, row: Some<C>): void {
  for (const record of recordsOf(collection, full(collection, row))) index.put(record);
}

function full<C extends CollectionName>(collection: C, row: Some<C>): FieldsOf[C] & { readonly id: string } {
  const blank = Object.fromEntries(Object.keys(schema[collection]).map((field) => [field, null]));
  return { ...blank, ...row } as unknown as FieldsOf[C] & { readonly id: string };
}

/** Nadia's journal, as far as it matters here. */
function journal(): SearchIndex {
  const index = new SearchIndex();
  put(index, "interviews", {
    id: "norrholm",
    company: "Norrholm Power",
    role: "Team lead",
    notes: "They asked about the depot in Göteborg twice.",
    held_at: "2026-11-03T09:00:00Z",
  });
  put(index, "interviews", { id: "ostara", company: "Ostara Rail", role: "Planning manager", held_at: "2026-11-19T09:00:00Z" });
  put(index, "people", { id: "ines", name: "Ines Duarte", department: "Asset data" });
  put(index, "people", { id: "soren", name: "Søren Łukasz Groß", email: "soren@ostara.example" });
  put(index, "checklists", { id: "thank", title: "Thank and follow up", subject_kind: "interview", subject_id: "norrholm" });
  put(index, "items", { id: "line-1", checklist: "thank", text: "Thank each interviewer" });
  put(index, "items", { id: "line-2", checklist: "thank", text: "Thank Tomas", done_at: "2026-11-04T09:00:00Z" });
  put(index, "touches", { id: "coffee", person: "ines", what: "Coffee. She knows the outage planners.", at: "2026-10-19T09:00:00Z" });
  put(index, "wins", { id: "win", title: "The outage forecast held", effect: "No night call in October", skills: ["forecasting"] });
  return index;
}

const found = (index: SearchIndex, query: string): string[] =>
  index.find(query, () => 50).groups.flatMap(({ hits }) => hits.map(({ key }) => rowOfKey(key).id));

const foldings: readonly [written: string, typed: string][] = [
  ["Göteborg", "goteborg"],
  ["Straße", "STRASSE"],
  ["Søren Łukasz", "soren lukasz"],
  ["Ægir Œuvre", "aegir oeuvre"],
  ["Işık İnan", "isik inan"],
  ["Þórður", "thordur"],
  ["Đorđe", "dorde"],
  ["Ἀθῆναι", "αθηναι"],
  ["Ёлкин", "елкин"],
  ["مُحَمَّد", "محمد"],
  ["أحمد", "احمد"],
  ["שָׁלוֹם", "שלום"],
  ["Ｎｏｒｒ", "norr"],
  ["ﬁnal", "final"],
];

for (const [written, typed] of foldings) {
  test(`${written} is found by ${typed}`, () => {
    assert.equal(fold(written), fold(typed));
    const index = new SearchIndex();
    put(index, "people", { id: "one", name: written });
    assert.deepEqual(found(index, typed), ["one"]);
  });
}

test("marks that are vowels stay: in Devanagari another word would come out", () => {
  assert.notEqual(fold("की"), fold("का"));
});

const spaceless: readonly [written: string, typed: string, isFound: boolean][] = [
  ["東京都の面接", "東京", true],
  ["東京都の面接", "面接", true],
  ["東京都の面接", "京", true],
  ["東京都の面接", "接", true],
  ["東京都の面接", "京東", false],
  ["สัมภาษณ์งาน", "งาน", true],
  ["한국전력 면접", "한국", true],
  ["한국전력 면접", "하", true],
  ["ボーナスがある", "ボーナス", true],
  ["Ostara東京支社", "東京", true],
  ["Ostara東京支社", "ostara", true],
];

for (const [written, typed, isFound] of spaceless) {
  test(`${typed} is ${isFound ? "" : "not "}found in ${written}`, () => {
    const index = new SearchIndex();
    put(index, "people", { id: "one", name: written });
    assert.deepEqual(found(index, typed), isFound ? ["one"] : []);
  });
}

const likenesses: readonly [typed: string, word: string, how: keyof typeof likeness][] = [
  ["duarte", "duarte", "whole"],
  ["dua", "duarte", "beginning"],
  ["ines", "inessa", "beginning"],
  ["duatre", "duarte", "typo"],
  ["duerte", "duarte", "typo"],
  ["durte", "duarte", "typo"],
  ["duaarte", "duarte", "typo"],
  ["udarte", "duarte", "typo"],
  ["inse", "ines", "typo"],
  ["duatr", "duarte", "typo"],
  ["inse", "interviewer", "none"],
  ["plannung", "netzplanung", "none"],
  ["planung", "netzplanung", "inside"],
  ["in", "min", "none"],
  ["ins", "ines", "none"],
  ["duetra", "duarte", "none"],
  ["norrholmm", "norrholm", "typo"],
];

for (const [typed, word, how] of likenesses) {
  test(`${typed} is like ${word}: ${how}`, () => assert.equal(likeLoosely(typed, word), likeness[how]));
}

test("one wrong letter is what the table of distances says it is", () => {
  const letters = fc.string({ unit: fc.constantFrom("a", "b", "c"), minLength: 1, maxLength: 7 });
  fc.assert(
    fc.property(letters, letters, (typed, word) => {
      fc.pre(!word.startsWith(typed));
      const prefixes = Array.from({ length: word.length + 1 }, (_, length) => word.slice(0, length));
      assert.equal(beginsWithOneWrong(typed, word), prefixes.some((prefix) => distance(typed, prefix) === 1));
    }),
    { numRuns: 2000 },
  );
});

/** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours. */
function distance(one: string, other: string): number {
  const rows = Array.from({ length: one.length + 1 }, (_, i) => Array.from({ length: other.length + 1 }, (_, j) => (i === 0 ? j : i)));
  for (let i = 1; i <= one.length; i += 1) {
    for (let j = 1; j <= other.length; j += 1) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1;
      let least = Math.min(rows[i - 1]![j]! + 1, rows[i]![j - 1]! + 1, rows[i - 1]![j - 1]! + cost);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) least = Math.min(least, rows[i - 2]![j - 2]! + 1);
      rows[i]![j] = least;
    }
  }
  return rows[one.length]![other.length]!;
}

const queries: readonly [query: string, expected: readonly string[]][] = [
  ["ines", ["ines"]],
  ["inse daurte", ["ines"]],
  ["groß", ["soren"]],
  ["gross", ["soren"]],
  ["thank norrholm", ["line-1", "thank", "line-2"]],
  ["goteborg", ["norrholm"]],
  ["depot norrholm", ["norrholm"]],
  ["forecasting", ["win"]],
  ["outage", ["win", "coffee"]],
  ["ines outage", ["coffee"]],
  ["ines norrholm", []],
  ["soren@ostara.example", ["soren"]],
  ["", []],
  ["  …!", []],
];

for (const [query, expected] of queries) {
  test(`“${query}” finds ${expected.join(", ") || "nothing"}`, () => {
    assert.deepEqual(found(journal(), query).sort(), [...expected].sort());
  });
}

test("titles come before texts, whole words before beginnings, open lines before settled ones", () => {
  const index = journal();
  assert.deepEqual(found(index, "outage"), ["win", "coffee"]);
  assert.deepEqual(found(index, "thank").slice(0, 3), ["thank", "line-1", "line-2"]);
  put(index, "people", { id: "team", name: "Teamster" });
  put(index, "people", { id: "tea", name: "Team" });
  const people = index.find("team", () => 9).groups.find(({ group }) => group === "people");
  assert.deepEqual(people?.hits.map(({ key }) => rowOfKey(key).id), ["tea", "team"]);
});

test("the newest of equals comes first", () => {
  const index = new SearchIndex();
  for (const day of ["03", "19", "11"]) {
    put(index, "interviews", { id: day, company: "Ostara Rail", role: "Lead", held_at: `2026-11-${day}T09:00:00Z` });
  }
  assert.deepEqual(found(index, "ostara"), ["19", "11", "03"]);
});

test("a group shows so many and counts all", () => {
  const index = new SearchIndex();
  for (let number = 0; number < 40; number += 1) put(index, "wins", { id: `win-${number}`, title: `Forecast ${number}` });
  const [wins] = index.find("forecast", () => 5).groups;
  assert.deepEqual([wins?.hits.length, wins?.count], [5, 40]);
});

test("a typo is forgiven only where little matches as typed", () => {
  const index = new SearchIndex();
  for (let number = 0; number < 5; number += 1) put(index, "wins", { id: `form-${number}`, title: "Form" });
  put(index, "wins", { id: "from", title: "From" });
  assert.equal(index.find("form", () => 9).count, 5);
  index.remove("wins/form-4");
  assert.equal(index.find("form", () => 9).count, 5);
  assert.ok(found(index, "form").includes("from"));
});

test("what belongs to something that is gone is not found, and is again when that comes back", () => {
  const index = journal();
  index.remove("interviews/norrholm");
  assert.deepEqual(found(index, "thank"), []);
  assert.deepEqual(found(index, "depot"), []);
  put(index, "interviews", { id: "norrholm", company: "Norrholm Power", role: "Team lead" });
  assert.deepEqual(found(index, "thank each"), ["line-1"]);
});

test("records that belong to each other are not found, and nothing hangs", () => {
  const index = new SearchIndex();
  const common = { group: "notes", titles: [], texts: ["Substation"], atMs: 0, isSettled: false } as const;
  index.put({ ...common, key: "one", parent: "two" });
  index.put({ ...common, key: "two", parent: "one" });
  assert.equal(index.find("substation", () => 9).count, 0);
});

test("neither first nor second scores of a decision are found, its options are", () => {
  const index = new SearchIndex();
  put(index, "decisions", {
    id: "stay",
    question: "Stay or move",
    options: [{ id: "a", name: "Negotiate" }],
    scores: { a: { pay: 77, note: "hiddenfirst" } },
    blind_scores: { a: { pay: 88, note: "hiddensecond" } },
  });
  put(index, "decision_parts", { id: "added", decision: "stay", kind: "option", name: "Teach maths" });
  put(index, "decision_parts", { id: "gone", decision: "stay", kind: "option", name: "Teach music", removed: true });
  assert.deepEqual(found(index, "negotiate"), ["stay"]);
  assert.deepEqual(found(index, "teach"), ["added"]);
  for (const hidden of ["77", "88", "hiddenfirst", "hiddensecond"]) assert.deepEqual(found(index, hidden), []);
});

test("every key a row may have is known, so that none outlives it", () => {
  const values: Record<string, unknown> = { notes: "x", detail: "x", what: "x" };
  for (const collection of searchedCollections) {
    const row = full(collection, { id: "one", ...values } as never);
    const known = keysOf(collection, "one");
    for (const { key } of recordsOf(collection, row)) assert.ok(known.includes(key), key);
  }
});

// ---- the index and what happens to it

const word = fc.constantFrom("ostara", "ostrava", "thank", "tank", "rail", "trail", "e", "mail", "norrholm", "élan", "東京");
const words = fc.array(word, { maxLength: 4 }).map((some) => some.join(" "));
const key = fc.integer({ min: 0, max: 9 }).map(String);
const record = fc.record({
  key,
  group: fc.constantFrom("interviews", "lists", "notes"),
  parent: fc.option(key, { nil: null }),
  titles: fc.array(words, { maxLength: 2 }),
  texts: fc.array(words, { maxLength: 2 }),
  atMs: fc.integer({ min: 0, max: 3 }),
  isSettled: fc.boolean(),
});

test("after any edits the index finds what one made anew from the same records finds", () => {
  const edits = fc.array(fc.oneof(record, key), { maxLength: 40 });
  fc.assert(
    fc.property(edits, fc.array(word, { minLength: 1, maxLength: 3 }), (happened, typed) => {
      const index = new SearchIndex();
      const now = new Map<string, Searchable>();
      for (const edit of happened) {
        if (typeof edit === "string") {
          index.remove(edit);
          now.delete(edit);
        } else {
          index.put(edit);
          now.set(edit.key, edit);
        }
        // It leaves nothing behind.
        index.rehearse();
      }
      const anew = new SearchIndex();
      for (const each of now.values()) anew.put(each);
      const query = typed.join(" ");
      assert.deepEqual(index.find(query, () => 3), anew.find(query, () => 3));
      assert.equal(index.size, anew.size);
    }),
    { numRuns: 400 },
  );
});

// ---- marks

const shown = (pieces: readonly Piece[] | null): string =>
  (pieces ?? []).map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join("");

const marks: readonly [text: string, query: string, expected: string][] = [
  ["Norrholm Power", "norr", "[Norr]holm Power"],
  ["Ines Duarte", "inse daurte", "[Ines] [Duarte]"],
  ["Søren Groß", "soren gros", "[Søren] [Groß]"],
  ["Straße 5", "strass", "[Straß]e 5"],
  ["Göteborg", "got", "[Göt]eborg"],
  ["Café", "cafe", "[Café]"],
  ["Netzplanung", "planung", "Netz[planung]"],
  ["東京都の面接", "京都", "東[京都]の面接"],
  ["Nothing here", "depot", "Nothing here"],
  ["İstanbul", "ist", "[İst]anbul"],
  ["Ostara東京支社", "東京", "Ostara[東京]支社"],
];

for (const [text, query, expected] of marks) {
  test(`in “${text}” ${query} is marked`, () => assert.equal(shown(marked(text, query)), expected));
}

test("a long text is shown around the match, in whole words", () => {
  const text = `${"They talked about many other things first. ".repeat(9)}Then the depot\nin Göteborg came up. ${"And so on it went. ".repeat(20)}`;
  const piece = shown(excerpt(text, "goteborg"));
  assert.match(piece, /^… .*the depot in \[Göteborg\] came up\. .* …$/);
  assert.ok(piece.length < 150, piece);
  assert.equal(excerpt(text, "substation"), null);
});

test("an excerpt never cuts a character in halves, and loses none of the match", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), fc.string({ unit: "grapheme", maxLength: 300 }), (before, after) => {
      const pieces = excerpt(`${before.toWellFormed()} depot ${after.toWellFormed()}`, "depot");
      assert.ok(pieces?.some(({ text, isMatch }) => isMatch && text === "depot"));
      for (const { text } of pieces ?? []) assert.ok(text.isWellFormed());
    }),
  );
});

test("the pieces of a text are the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (text, query) => {
      assert.equal(marked(text, query).map((piece) => piece.text).join(""), text);
    }),
  );
});

test("what is looked for is kept: every wanted word of a text finds it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const kept = wordsOf(text);
      for (const wanted of wantedWords(text)) assert.ok(kept.includes(wanted), wanted);
    }),
  );
});
