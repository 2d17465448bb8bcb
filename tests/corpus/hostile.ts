// Pasted text of 50,000 characters made to hurt a pattern that backtracks. Read by the test and by the benchmark.

export const hostileAnswers: readonly (readonly [string, string])[] = [
  ["one letter", "a".repeat(50_000)],
  ["words without an end", "you were not quite ".repeat(2_700)],
  ["separators", "a-".repeat(25_000)],
  ["apostrophes", "'’".repeat(25_000)],
  ["full stops", ".".repeat(50_000)],
  ["stops and spaces", ". ".repeat(25_000)],
  ["single letters and stops", "A. ".repeat(16_666)],
  ["line breaks", "\n".repeat(50_000)],
  ["spaces", " ".repeat(50_000)],
  ["short lines", "ab\n".repeat(16_666)],
  ["long lines", `${"x".repeat(60)}\n`.repeat(820)],
  ["quotes", '"“'.repeat(25_000)],
  ["greeting without an end", `Dear ${"Abc ".repeat(12_000)}`],
  ["mail header without an end", `On 1 ${"1 ".repeat(25_000)}`],
  ["sign-off without an end", `x\n${"kind ".repeat(10_000)}`],
  ["brackets", "(".repeat(50_000)],
  ["emoji", "👩‍👩‍👧‍👦".repeat(4_500)],
  ["degree words", "very ".repeat(10_000)],
  ["commas", "you, ".repeat(10_000)],
  ["figures", "1,1.1 ".repeat(8_300)],
];
