import assert from "node:assert/strict";
import { test } from "node:test";
import { half, scores } from "../corpus/measure.ts";

test("the corpus is large, labelled and cut in two halves of about the same size", () => {
  const [tuning, heldOut] = [half("tuning"), half("held-out")];
  assert.ok(tuning.length + heldOut.length >= 160);
  assert.ok(Math.min(tuning.length, heldOut.length) >= 80);
  assert.equal(new Set([...tuning, ...heldOut].map(({ text }) => text)).size, tuning.length + heldOut.length);
});

for (const { name, precision, recall } of scores(half("held-out"))) {
  test(`on the held-out half, ${name} is found with precision and recall of at least 0.9`, () => {
    assert.ok(precision >= 0.9 && recall >= 0.9, `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`);
  });
}
