// What an undo still takes back when the rows moved on.

import assert from "node:assert/strict";
import { test } from "node:test";
import { takeBack, type Inverse } from "../../client/model/taking-back.ts";

const at = "2026-11-23T09:00:00Z";
const renamed: Inverse = { collection: "wins", id: "w", set: { title: "Old" }, left: { title: "New" } };
const checked: Inverse = { collection: "items", id: "i", set: { done_at: null }, left: { done_at: at } };
const noted: Inverse = { collection: "wins", id: "w", set: { notes: "" }, basis: { notes: "Praised" }, left: { notes: "Praised" } };
const made: Inverse = { collection: "people", id: "p", set: { trashed_at: at }, left: { name: "Ines", trashed_at: null } };
const trashed: Inverse = { collection: "wins", id: "w", set: { trashed_at: null }, left: { trashed_at: at } };

const rows = (some: Readonly<Record<string, object>>) => new Map(Object.entries(some));

for (const [what, inverse, now, isWhole, count] of [
  ["a value that is as it was left goes back", [renamed], { "wins/w": { title: "New" } }, true, 1],
  ["a value that was changed since stays", [renamed], { "wins/w": { title: "Newer" } }, false, 0],
  ["of two lines only the one that is as it was left goes back", [renamed, checked], { "wins/w": { title: "Newer" }, "items/i": { done_at: at } }, false, 1],
  ["a text goes back by merging, whatever it is now", [noted], { "wins/w": { notes: "Praised by Ines" } }, true, 1],
  ["something new goes to the trash while it is as it was made", [made], { "people/p": { name: "Ines", trashed_at: null } }, true, 1],
  ["something new that somebody went on with stays", [made], { "people/p": { name: "Ines Duarte" } }, false, 0],
  ["and all that was made or changed with it", [made, checked], { "people/p": { name: "Ines Duarte" }, "items/i": { done_at: at } }, false, 0],
  ["something new that is in the trash already stays there", [made], { "people/p": { name: "Ines", trashed_at: at } }, false, 0],
  ["out of the trash it comes, whatever else was written to it", [trashed], { "wins/w": { title: "Newer", trashed_at: at } }, true, 1],
  ["a list counts by what is in it", [{ ...renamed, set: { skills: [] }, left: { skills: ["a"] } }], { "wins/w": { skills: ["a"] } }, true, 1],
  ["a row that is gone stays gone", [checked], {}, false, 0],
] as const) {
  test(what, () => {
    const found = takeBack(inverse as readonly Inverse[], rows(now));
    assert.deepEqual([found.isWhole, found.changes.length], [isWhole, count]);
  });
}
