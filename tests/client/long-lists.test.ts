// Which rows of a long list are in the page, and which stay in it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { withLateComers } from "../../client/views/listing/staying.ts";
import { segmentsOf, stretchBetween } from "../../client/views/listing/stretch.ts";

const read = (...of: Parameters<typeof segmentsOf>) =>
  segmentsOf(...of).map((segment) => (segment.kind === "row" ? segment.index : `${segment.place} ${segment.from}-${segment.to}`));

test("a short list is in the page as a whole", () => {
  assert.deepEqual(read(3, { from: 0, to: 24 }, null), [0, 1, 2]);
  assert.deepEqual(read(0, { from: 0, to: 24 }, null), []);
});

test("what is not near is a gap before and a gap after", () => {
  assert.deepEqual(read(9, { from: 3, to: 5 }, null), ["before 0-3", 3, 4, "after 5-9"]);
  assert.deepEqual(read(9, { from: 0, to: 2 }, null), [0, 1, "after 2-9"]);
  assert.deepEqual(read(9, { from: 7, to: 9 }, null), ["before 0-7", 7, 8]);
});

test("the row that holds the focus stays on either side, with its neighbours", () => {
  const near = { from: 4, to: 6 };
  assert.deepEqual(read(9, near, { from: 1, to: 2 }), ["before 0-1", 1, "between 2-4", 4, 5, "after 6-9"]);
  assert.deepEqual(read(9, near, { from: 7, to: 10 }), ["before 0-4", 4, 5, "between 6-7", 7, 8]);
  assert.deepEqual(read(9, near, { from: -1, to: 2 }), [0, 1, "between 2-4", 4, 5, "after 6-9"]);
  assert.deepEqual(read(9, near, { from: 4, to: 7 }), ["before 0-4", 4, 5, 6, "after 7-9"]);
  assert.deepEqual(read(5, { from: 0, to: 2 }, { from: 7, to: 8 }), [0, 1, "after 2-5"]);
});

test("a list that grew shorter still shows its end", () => {
  assert.deepEqual(read(4, { from: 90, to: 92 }, null), ["before 0-2", 2, 3]);
  assert.deepEqual(read(1, { from: 90, to: 94 }, null), [0]);
});

test("rows of any height are found between two heights", () => {
  const heights = [10, 100, 10, 10, 50];
  assert.deepEqual(stretchBetween(heights, -40, 10), { from: 0, to: 1 });
  assert.deepEqual(stretchBetween(heights, 0, 11), { from: 0, to: 2 });
  assert.deepEqual(stretchBetween(heights, 110, 125), { from: 1, to: 4 });
  assert.deepEqual(stretchBetween(heights, 115, 900), { from: 2, to: 5 });
  assert.deepEqual(stretchBetween(heights, 900, 990), { from: 5, to: 5 });
});

test("who has an answer stays where they were, and who was missing at first comes last", () => {
  const listed = withLateComers([], ["ines", "mikkel"]);
  assert.equal(withLateComers(listed, ["mikkel"]), listed);
  assert.deepEqual(withLateComers(listed, ["leila", "mikkel"]), ["ines", "mikkel", "leila"]);
});
