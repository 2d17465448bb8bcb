// What the feedback page calls things: the kinds of sentences, the person, and the days.
import { dayOf, deviceZone, type Moment } from "../../model/days.ts";
import type { Kind, Sentence } from "../../model/feedback/sort.ts";
import { firstName, inSentence } from "../../model/messages/names.ts";
import { dateWords } from "../../model/words.ts";

export const kinds = ["fact", "reading", "empty"] as const satisfies readonly Kind[];

export const kindWords: { readonly [kind in Kind]: { readonly name: string; readonly means: string } } = {
  fact: { name: "A fact", means: "you can use this" },
  reading: { name: "Somebody’s reading", means: "true for them, not proven" },
  empty: { name: "No information", means: "kind, and empty" },
};

/** "Tomas", or "them" for somebody without a name here. */
export function whomWords(name: string | null | undefined): string {
  return name ? inSentence(firstName(name)) : "them";
}

/** "Tomas Reiter", or "They", at the beginning of a sentence. */
export function whoWords(name: string | null | undefined): string {
  return name ? inSentence(name) : "They";
}

/** "Mon 23 Nov". */
export function onDay(moment: Moment): string {
  return dateWords(moment, deviceZone(), dayOf(Date.now(), deviceZone()));
}

/** Enough of a sentence to know it again. */
export function glimpse(sentence: string, most = 90): string {
  const letters = Array.from(sentence);
  if (letters.length <= most) return sentence;
  return `${letters.slice(0, most - 1).join("").trimEnd()}…`;
}

/** A beginning for the task a sentence may become; the person writes it as they mean it. */
export function taskBeginning({ text, leaning }: Pick<Sentence, "text" | "leaning">): string {
  const point = glimpse(text.replace(/[.\s]+$/, ""), 200);
  if (leaning === "strength") return `Put this into my CV: ${point}`;
  return leaning === "gap" ? `Find one next step: ${point}` : "";
}
