// How a word somebody typed is like a word that is kept. Both are folded (words.ts). Pure.
//
// One letter may be wrong, missing, too many, or changed places with its neighbour. Which of these it is shows at the
// first letter that differs: no table of distances is needed, and thousands of words take a millisecond.

export const likeness = { none: 0, typo: 1, inside: 2, beginning: 3, whole: 4 } as const;
export type Likeness = (typeof likeness)[keyof typeof likeness];

/** In shorter words every second one is only a letter away; and a word begins like too many with four letters typed. */
const shortestWithTypo = { word: 4, beginning: 5 };
const shortestInside = 3;

/** Whether the word is, or begins with, what was typed. */
export function likeAsTyped(typed: string, word: string): Likeness {
  if (!word.startsWith(typed)) return likeness.none;
  return word.length === typed.length ? likeness.whole : likeness.beginning;
}

/** The same, and what is like it in a looser way: it stands inside the word, or one letter was mistyped. */
export function likeLoosely(typed: string, word: string): Likeness {
  const strict = likeAsTyped(typed, word);
  if (strict !== likeness.none) return strict;
  if (typed.length >= shortestInside && word.includes(typed)) return likeness.inside;
  return mayBeMistyped(typed, word) && beginsWithOneWrong(typed, word) ? likeness.typo : likeness.none;
}

function mayBeMistyped({ length }: string, word: string): boolean {
  const isAllOfIt = word.length <= length + 1;
  return length >= (isAllOfIt ? shortestWithTypo.word : shortestWithTypo.beginning);
}

/** Whether one letter put right makes `typed` a beginning of `word`. It must not be one already. */
export function beginsWithOneWrong(typed: string, word: string): boolean {
  if (word.length < typed.length - 1) return false;
  let at = 0;
  while (at < typed.length && typed.charCodeAt(at) === word.charCodeAt(at)) at += 1;
  const rest = typed.slice(at + 1);
  return (
    // One too many, and one wrong.
    word.startsWith(rest, at) ||
    (at < word.length && word.startsWith(rest, at + 1)) ||
    // One missing.
    word.startsWith(typed.slice(at), at + 1) ||
    // Two that changed places.
    (at + 1 < typed.length &&
      typed.charCodeAt(at) === word.charCodeAt(at + 1) &&
      typed.charCodeAt(at + 1) === word.charCodeAt(at) &&
      word.startsWith(typed.slice(at + 2), at + 2))
  );
}
