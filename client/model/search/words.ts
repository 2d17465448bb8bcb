// From a text to the words it is found by: without case, accents and marks, so that "Søren" is found by "soren" and
// "Straße" by "strasse". Scripts that write no spaces are cut into pairs of letters. Pure.
//
// Pairs, and not Intl.Segmenter: browsers cut the same sentence in different places, so 東京 typed alone would miss 東京都
// on one phone and not on the other. A pair is found wherever it stands, in every browser.

/** Letters that Unicode does not take apart into a plain one and a mark. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  æ: "ae",
  œ: "oe",
  ħ: "h",
  ŧ: "t",
  ı: "i",
  ĸ: "k",
  ŋ: "n",
  ς: "σ",
  ى: "ي",
  ة: "ه",
};

const oddLetters = new RegExp(`[${Object.keys(plainLetters).join("")}]`, "g");

/**
 * Accents (also Greek and Cyrillic ones), Hebrew points, Arabic vowels and the stroke that only stretches a word. Not
 * every mark: in Devanagari or Thai a mark is a vowel, and without it another word.
 */
const accents = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g;

const onlyAscii = /^[\u0000-\u007f]*$/;

/** Two texts that a reader would take for the same when in a hurry become one. */
export function fold(text: string): string {
  if (onlyAscii.test(text)) return text.toLowerCase();
  return text
    .normalize("NFKD")
    .replace(accents, "")
    .toLowerCase()
    .replace(accents, "")
    .replace(oddLetters, (letter) => plainLetters[letter] ?? letter);
}

const writtenWord = /[\p{L}\p{N}\p{M}]+/gu;

const asciiWord = /[a-z0-9]+/g;

/** A run of letters of a script without spaces, or what lies between two of them. */
const run = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\u3099\u309aー々]+|[^\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\u3099\u309aー々]+/gu;
const spaceless = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;

/** The first of them is Thai's; below it every script has spaces. */
const mayBeSpaceless = /[\u0e00-\uffff]/;

export function isSpaceless(word: string): boolean {
  return spaceless.test(word);
}

/** The words of a text as they stand in it, accents and all, with their places in UTF-16 units. */
export function* writtenWords(text: string): Generator<{ readonly word: string; readonly index: number }> {
  for (const { 0: word, index } of text.matchAll(writtenWord)) {
    if (!mayBeSpaceless.test(word)) yield { word, index };
    else for (const part of word.matchAll(run)) yield { word: part[0], index: index + part.index };
  }
}

/** The words a text is kept under. A run without spaces: its pairs, and its last letter, to be found by itself. */
export function wordsOf(text: string): string[] {
  return cut(text, (letters) => [...pairs(letters), letters.at(-1)!]);
}

/** The words somebody looks for: of a run without spaces its pairs only, or the one letter it is. Each one once. */
export function wantedWords(text: string): string[] {
  const words = cut(text, (letters) => (letters.length === 1 ? [letters[0]!] : pairs(letters)));
  return [...new Set(words)].slice(0, mostWanted);
}

/** As many as fit the bits of a number, and more than anybody types. */
const mostWanted = 16;

function cut(text: string, cutRun: (letters: readonly string[]) => readonly string[]): string[] {
  const folded = fold(text);
  if (onlyAscii.test(folded)) return folded.match(asciiWord) ?? [];
  if (!mayBeSpaceless.test(folded)) return folded.match(writtenWord) ?? [];
  return [...writtenWords(folded)].flatMap(({ word }) => (isSpaceless(word) ? cutRun([...word]) : [word]));
}

function pairs(letters: readonly string[]): string[] {
  return letters.slice(1).map((letter, index) => letters[index]! + letter);
}
