// Which earlier values are kept, which make room, and which are worth showing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { formatStamp } from "../../client/model/clock.ts";
import { dayMs, hourMs, minuteMs, momentNow } from "../../client/model/days.ts";
import { joined, losesWords, maxShortValues, outgrown, worthShowing, type Earlier } from "../../client/model/versions.ts";

const now = Date.parse("2026-11-23T12:00:00Z");
let writes = 0;

/** A value that stood from `writtenAt` until `ago` milliseconds before now. */
function earlier(value: string, ago: number, { stoodMs = 10 * minuteMs, field = "notes" } = {}): Earlier<string> {
  writes += 1;
  const stamp = formatStamp({ millis: now - ago - stoodMs, counter: writes, node: "00000000000000aa" });
  return { field, value, stamp, kept_at: momentNow(now - ago) };
}

const values = (some: readonly Earlier[]) => some.map(({ value }) => value);
const staying = (kept: readonly Earlier[], isText = true) => {
  const gone = outgrown(kept, now, isText);
  return values(kept.filter(({ stamp }) => !gone.has(stamp)));
};

for (const [before, after, isLost, why] of [
  ["Ruth", "Ruth asked", false, "typed on at the end"],
  ["Ruth asked", "Then Ruth asked", false, "typed on at the start"],
  ["Ruth asked twice", "Ruth never asked twice", false, "a word put between"],
  ["Ruth as about it", "Ruth asked about it", false, "a word in the middle that was not finished"],
  ["Ruth asked", "Ruth", true, "a word taken back"],
  ["Ruth asked", "", true, "all of it taken back"],
  ["Ruth asked", "Jonas asked", true, "a word for another"],
  ["Ruth  asked\r\ntwice", "Ruth asked\ntwice", false, "only the space between the words"],
  ["a b c", "c a b", true, "a word that moved, which a person may see either way"],
] as const) {
  test(`${why} ${isLost ? "is worth keeping what was there" : "keeps nothing"}`, () => {
    assert.equal(losesWords(before, after), isLost);
  });
}

test("of one minute the longest text stays, so that a sentence taken back word by word is there whole", () => {
  const minute = 30 * minuteMs;
  const taken = ["one two three", "one two", "one"].map((text, index) => earlier(text, minute - index * 1000));
  assert.deepEqual(staying(taken), ["one two three"]);
});

test("older ones grow sparse: the last of an hour within a week, then the last of a day", () => {
  const texts = [
    earlier("hour, first", 2 * dayMs + 40 * minuteMs),
    earlier("hour, last", 2 * dayMs + 20 * minuteMs),
    earlier("day, first", 20 * dayMs + 3 * hourMs),
    earlier("day, last", 20 * dayMs + hourMs),
    earlier("too old", 91 * dayMs),
    earlier("this morning", 3 * hourMs),
    earlier("this morning, too", 3 * hourMs - 5 * minuteMs),
  ];
  assert.deepEqual(staying(texts), ["hour, last", "day, last", "this morning", "this morning, too"]);
});

test("a hundred versions of one day do not stay", () => {
  const many = Array.from({ length: 100 }, (_, index) => earlier(`text ${index}`, index * 10 * minuteMs));
  assert.equal(staying(many).length, 60);
});

test("a text as long as a field can hold is kept, and alone", () => {
  const long = "word ".repeat(100_000);
  assert.deepEqual(staying([earlier(long, minuteMs), earlier("short", hourMs)]), [long]);
});

test("of a short value the last ten stay, also those of one minute", () => {
  const names = Array.from({ length: 12 }, (_, index) => earlier(`Company ${index}`, index * 1000, { field: "company" }));
  assert.equal(staying(names, false).length, maxShortValues);
  assert.ok(staying(names, false).includes("Company 1"));
});

test("what this device and the server both kept is there once", () => {
  const [a, b] = [earlier("Ruth", hourMs), earlier("Jonas", 2 * hourMs)];
  const restamped = { ...b, stamp: earlier("", 0).stamp };
  const other = earlier("Ruth", hourMs, { field: "lesson" });
  assert.deepEqual(values(joined([a, b], [a, restamped, other])), ["Ruth", "Ruth", "Jonas"]);
});

const shown = (texts: readonly Earlier<string>[], text = "") => values(worthShowing(texts, text));

test("what stands whole in a newer version, or in what is there now, is not shown", () => {
  const grown = [earlier("Ruth", 3 * hourMs), earlier("Ruth asked", 2 * hourMs), earlier("Ruth asked twice", hourMs)];
  assert.deepEqual(shown(grown, "Nothing"), ["Ruth asked twice"]);
  assert.deepEqual(shown(grown, "Only Ruth asked me twice"), []);
});

test("a word that is nowhere else keeps its version, the newest first", () => {
  const texts = [earlier("Call Jonas", 3 * hourMs), earlier("Ruth", hourMs), earlier("Call Jonas. Ruth", 2 * hourMs)];
  assert.deepEqual(shown(texts), ["Ruth", "Call Jonas. Ruth"]);
});

test("a slip that was right again within a minute is not shown; one that stood is", () => {
  const slip = "We spoke of teh depot model";
  const text = "We spoke of the depot model";
  assert.deepEqual(shown([earlier(slip, hourMs, { stoodMs: 2000 })], text), []);
  assert.deepEqual(shown([earlier(slip, hourMs)], text), [slip]);
});

test("an empty text is no version", () => {
  assert.deepEqual(shown([earlier("", hourMs), earlier("  \n", hourMs)]), []);
});
