// How good and how fast the vagueness finder is: `node bench/feedback.mjs`.
//
// The sentences are labelled in tests/corpus/feedback.json, and the rule that cuts them in halves stands at its top. The
// same hand wrote the sentences and the phrase list, which flatters both halves. Of 76 sentences from elsewhere, when
// first seen, 51 got the right kind of three, and 65 were rightly told usable or vague; the list learned from them
// since. So expect less than what is printed here, and keep every label on the screen changeable with a tap.

import { hostileAnswers } from "../tests/corpus/hostile.ts";
import { half, scores } from "../tests/corpus/measure.ts";
import { sortAnswer } from "../client/model/feedback/sort.ts";

for (const which of ["tuning", "held-out"]) {
  const corpus = half(which);
  console.log(`\n${which} half, ${corpus.length} sentences`);
  console.log("            sentences  precision  recall");
  for (const { name, count, precision, recall } of scores(corpus)) {
    console.log(
      `${name.padEnd(10)} ${String(count).padStart(10)} ${precision.toFixed(3).padStart(10)} ${recall.toFixed(3).padStart(7)}`,
    );
  }
}

function medianMs(text) {
  const times = Array.from({ length: 9 }, () => {
    const start = performance.now();
    sortAnswer(text);
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[4];
}

const letter = half("tuning")
  .map(({ text }) => text)
  .join(" ");
const long = letter.repeat(Math.ceil(50_000 / letter.length)).slice(0, 50_000);
console.log("\n50,000 characters, median of nine runs, ms");
for (const [name, text] of [["such sentences", long], ...hostileAnswers]) {
  console.log(`${name.padEnd(28)} ${medianMs(text.slice(0, 50_000)).toFixed(1).padStart(6)}`);
}
