import { countWord } from "../../model/words.ts";

/** "Nine found.", "1,204 found." */
export function foundWords(count: number): string {
  return `${count < 10 ? countWord(count) : count.toLocaleString("en")} found.`;
}
