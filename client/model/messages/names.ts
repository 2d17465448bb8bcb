// Names in sentences: which of them one greets with, and how a name in another direction stays in its place.

import { apart } from "../words.ts";

/** Everything that turns the direction of text: in a name it can make the rest of a line read as something else. */
const directionMarks = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A value as it stands inside a sentence: on one line, and set apart where it runs from right to left. */
export function inSentence(value: string): string {
  return apart(oneLine(value));
}

/** Control characters and line breaks are what a pasted name brings along. */
function oneLine(value: string): string {
  const bare = value.toWellFormed().replace(directionMarks, "");
  return bare.replace(/[\s\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, " ").trim();
}

const titles = /^(mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|herr|frau|ing|dipl|mag|rev)\.?$/i;

/** How one greets a person: the first name, or the whole name where no first name can be told. */
export function firstName(name: string): string {
  const line = oneLine(name);
  const reversed = /^([^,]+),\s*([^,]+)$/.exec(line);
  const words = wordsOf(reversed ? `${reversed[2]} ${reversed[1]}` : line);
  const first = words[0];
  if (first === undefined) return line;
  // Chinese, Japanese and Korean names begin with the family's.
  if (/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(first)) return words.join(" ");
  // "J. Okoro" and "JP Okoro" give no first name; "Dr Okoro" gave one word, and it is not a first name either.
  if (/^\p{L}\.?$/u.test(first) || /^(\p{Lu}\.?){2,3}$/u.test(first)) return words.join(" ");
  return words.length === 1 && titles.test(line.split(" ")[0]!) ? fullName(name) : first;
}

/** The name without what is no name: emoji, and a comma that puts the family first. */
export function fullName(name: string): string {
  const line = oneLine(name);
  const reversed = /^([^,]+),\s*([^,]+)$/.exec(line);
  const whole = reversed ? `${reversed[2]} ${reversed[1]}` : line;
  return whole.split(" ").filter(hasLetter).join(" ") || line;
}

function wordsOf(line: string): string[] {
  return line.split(" ").filter((word) => hasLetter(word) && !titles.test(word));
}

function hasLetter(word: string): boolean {
  return /\p{L}/u.test(word);
}

/** More than three names make a roll call. */
const namedAtMost = 3;

/** The names of a greeting, or null where there is nobody to name or too many. */
export function greetingNames(names: readonly string[], formal: boolean): readonly string[] | null {
  const known = names.filter((name) => oneLine(name) !== "");
  if (known.length === 0 || known.length > namedAtMost) return null;
  return known.map((name) => (formal ? fullName(name) : firstName(name)));
}
