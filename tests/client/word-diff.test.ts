// What putting an earlier text back would bring and take away.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compare, shortened } from "../../client/model/word-diff.ts";

const spelled = (now: string, earlier: string): string => {
  const signs = { same: "", back: "+", gone: "-" };
  return compare(now, earlier)
    .stretches.map(({ kind, text }) => (kind === "same" ? text : `${signs[kind]}[${text.trimEnd()}] `))
    .join("")
    .trimEnd();
};

test("words are marked where they differ, and counted", () => {
  assert.equal(spelled("Ruth asked once.", "Ruth asked twice about it."), "Ruth asked -[once.] +[twice about it.]");
  const { back, gone } = compare("Ruth asked once.", "Ruth asked twice about it.");
  assert.deepEqual([back, gone], [3, 1]);
});

test("an emptied text brings everything back and takes nothing", () => {
  assert.deepEqual(compare("", "Ruth asked."), { stretches: [{ kind: "back", text: "Ruth asked." }], back: 2, gone: 0 });
});

test("only the space between words is no difference", () => {
  const { back, gone } = compare("Ruth asked", "Ruth\n\nasked");
  assert.deepEqual([back, gone], [0, 0]);
});

test("without what would go, the stretches are the earlier text to the letter; without what would come, the words of now", () => {
  const text = fc.array(fc.constantFrom("a", "b", "ç", "👍🏽", " ", "\n", "\r\n", "  "), { maxLength: 30 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, text, (now, earlier) => {
      const { stretches } = compare(now, earlier);
      const join = (without: string) => stretches.filter(({ kind }) => kind !== without).map(({ text }) => text);
      assert.equal(join("gone").join(""), earlier);
      assert.deepEqual(join("back").join(" ").split(/\s+/).filter(Boolean), now.split(/\s+/).filter(Boolean));
    }),
  );
});

test("a long unchanged stretch is cut down to what stands beside a change", () => {
  const long = Array.from({ length: 200 }, (_, index) => `w${index}`).join(" ");
  const [start, , end] = shortened(compare(`${long} old ${long}`, `${long} new ${long}`).stretches.filter(({ kind }) => kind !== "gone"));
  assert.match(start!.text, /^… w192 .* w199 $/);
  assert.match(end!.text, /^w0 .* w7 … $/);
});
