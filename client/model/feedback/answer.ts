// The sentences of a request's answer as the person sees them: sorted by the list, then by hand.

import type { Feedback, Sortings } from "../schema.ts";
import { partsOf, withParts } from "./parts.ts";
import { hasAnswer } from "./request.ts";
import { sortAnswer, type Sentence } from "./sort.ts";

/** None where there is no answer yet. `sortings`: the request's rows. */
export function sentencesOf(
  request: Pick<Feedback, "answer" | "answered_at" | "parts"> | null,
  sortings: readonly Sortings[],
): readonly Sentence[] {
  if (request === null || !hasAnswer(request)) return [];
  return withParts(sortedOnce(request.answer!), partsOf(request.parts, sortings));
}

let latest: { readonly answer: string; readonly sentences: readonly Sentence[] } | null = null;

/** A pasted document takes a while, and every tap on a label asks again. */
function sortedOnce(answer: string): readonly Sentence[] {
  if (latest?.answer !== answer) latest = { answer, sentences: sortAnswer(answer) };
  return latest.sentences;
}
