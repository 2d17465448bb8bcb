// How a win comes in: shared from another app, or as Friday's line; and the skills it shows; and the gaps it answers.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sentencesOf } from "../../client/model/feedback/answer.ts";
import { beginFrom, fridayWords, skillsIn, winFromFriday, withSkill } from "../../client/model/wins-entry.ts";
import { answersGap, gapsOf } from "../../client/model/wins-gaps.ts";

describe("what was shared", () => {
  const shares: readonly [name: string, shared: Parameters<typeof beginFrom>[0], begun: ReturnType<typeof beginFrom>][] = [
    [
      "words alone are the quote, their first sentence the line",
      { title: null, text: "Your forecast saved us a day. Thank you so much!", url: null },
      { title: "Your forecast saved us a day", quote: "Your forecast saved us a day. Thank you so much!", proof_where: "" },
    ],
    [
      "quotation marks of the other app are not kept twice",
      { title: null, text: "“Well done.”", url: null },
      { title: "Well done", quote: "Well done.", proof_where: "" },
    ],
    [
      "an address in the text is where the proof lies",
      { title: "Re: Sande", text: "Great work https://mail.example/42", url: null },
      { title: "Re: Sande", quote: "Great work", proof_where: "https://mail.example/42" },
    ],
    [
      "an address alone leaves the line to the person",
      { title: null, text: null, url: "https://wiki.example/depot" },
      { title: "", quote: "", proof_where: "https://wiki.example/depot" },
    ],
    [
      "a title that is only an address is none",
      { title: "https://wiki.example/depot", text: "Good page", url: "https://wiki.example/depot" },
      { title: "Good page", quote: "Good page", proof_where: "https://wiki.example/depot" },
    ],
    ["nothing at all begins empty", { title: null, text: null, url: null }, { title: "", quote: "", proof_where: "" }],
  ];
  for (const [name, shared, begun] of shares) test(name, () => assert.deepEqual(beginFrom(shared), begun));

  test("a long message gets a line that ends at a word", () => {
    const { title } = beginFrom({ title: null, text: "word ".repeat(80), url: null });
    assert.ok(title.length <= 121);
    assert.match(title, /word…$/);
  });
});

describe("Friday’s line", () => {
  const lines: readonly [line: Parameters<typeof fridayWords>[0], words: string][] = [
    [{ done: "Depot model handed over", effect: "14 minutes a run, was 90", seenBy: "Leila Brandt" }, "Depot model handed over: 14 minutes a run, was 90. Leila Brandt saw it."],
    [{ done: "Depot model handed over.", effect: "", seenBy: "" }, "Depot model handed over."],
    [{ done: "Handed over", effect: "", seenBy: "Leila" }, "Handed over. Leila saw it."],
  ];
  for (const [line, words] of lines) test(words, () => assert.equal(fridayWords(line), words));

  test("whoever saw it is where the proof lies", () => {
    const kept = winFromFriday({ done: " Handed over ", effect: " ", seenBy: "Leila" });
    assert.deepEqual(kept, { title: "Handed over", effect: null, proof_where: "Leila saw it" });
  });
});

describe("skills", () => {
  test("are read from whatever another version wrote", () => {
    assert.deepEqual(skillsIn(["Forecasting", 3, "", null] as never), ["Forecasting"]);
    assert.deepEqual(skillsIn({ a: 1 } as never), []);
    assert.deepEqual(skillsIn(null), []);
  });
  test("are there once, tidy, and not without end", () => {
    assert.deepEqual(withSkill(["Forecasting"], "  hard   talks "), ["Forecasting", "hard talks"]);
    assert.deepEqual(withSkill(["Forecasting"], "forecasting"), ["Forecasting"]);
    assert.deepEqual(withSkill(["Forecasting"], " "), ["Forecasting"]);
    assert.equal(withSkill(Array.from({ length: 20 }, (_, n) => `skill ${n}`), "one more").length, 20);
  });
});

describe("a gap", () => {
  const request = {
    id: "f",
    interview: "i",
    answered_at: "2026-11-23T09:00:00Z",
    parts: null,
    answer: "Thank you for the talk. You did not name a budget you had answered for. Others had more presence.",
  };
  test("is what a fact says was missing, then what somebody read into it", () => {
    const gaps = gapsOf(request, sentencesOf(request, []));
    assert.deepEqual(gaps.map(({ kind }) => kind), ["fact", "reading"]);
    assert.equal(gaps[0]!.words, "You did not name a budget you had answered for.");
  });
  test("is answered by the win that names it", () => {
    const [gap] = gapsOf(request, sentencesOf(request, []));
    assert.equal(answersGap({ answers_feedback: "f", answers_gap: gap!.words }, gap!), true);
    assert.equal(answersGap({ answers_feedback: "g", answers_gap: gap!.words }, gap!), false);
  });
  test("is not in an answer that nobody gave", () => assert.deepEqual(gapsOf(request, sentencesOf({ ...request, answered_at: null }, [])), []));
});
