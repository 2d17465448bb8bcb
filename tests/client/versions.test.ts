// Which earlier versions of a text are worth showing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { worthShowing, type Version } from "../../client/model/versions.ts";

const at = (minute: number, text: string): Version => ({ text, at: `2026-11-23T09:${String(minute).padStart(2, "0")}:00Z` });
const texts = (versions: readonly Version[], now = ""): string[] => worthShowing(versions, now).map(({ text }) => text);

test("what stands whole in a newer version is not shown again", () => {
  assert.deepEqual(texts([at(1, "Ruth"), at(2, "Ruth asked"), at(3, "Ruth asked twice")]), ["Ruth asked twice"]);
});

test("what stands whole in the notes as they are is not shown", () => {
  assert.deepEqual(texts([at(1, "Ruth asked"), at(2, "Nobody asked")], "Ruth asked twice"), ["Nobody asked"]);
});

test("a word that is nowhere else keeps its version, whichever came first", () => {
  assert.deepEqual(texts([at(1, "Call Jonas"), at(3, "Ruth"), at(2, "Call Jonas. Ruth")]), ["Ruth", "Call Jonas. Ruth"]);
});

test("an empty text is no version", () => {
  assert.deepEqual(texts([at(1, ""), at(2, "  \n")]), []);
});
