// What somebody missed, in their answers: the gaps that a win can answer. Pure.

import type { Sentence } from "./feedback/sort.ts";
import type { Feedback } from "./schema.ts";

export interface Gap {
  readonly feedback: string;
  readonly interview: string | null;
  /** The sentence, cut to what the win keeps. */
  readonly words: string;
  readonly kind: "fact" | "reading";
}

/** What `wins.answers_gap` holds, with room to spare. */
const longest = 300;

/** More than these are a pasted document. */
const most = 20;

/** A stated gap, and a reading with a theme: "we missed stakeholder work", "not strategic enough". */
export function isGap({ kind, leaning, themes }: Pick<Sentence, "kind" | "leaning" | "themes">): boolean {
  return kind === "fact" ? leaning === "gap" : kind === "reading" && themes.length > 0;
}

/** The gaps of one request's sentences, facts first: they can be answered most surely. */
export function gapsOf(request: Pick<Feedback, "interview"> & { readonly id: string }, sentences: readonly Sentence[]): Gap[] {
  const gaps = sentences.filter(isGap).map(({ text, kind }): Gap => {
    return { feedback: request.id, interview: request.interview, words: gapWords(text), kind: kind as Gap["kind"] };
  });
  const once = [...new Map(gaps.map((gap) => [gap.words, gap])).values()];
  return once.sort((a, b) => Number(a.kind === "reading") - Number(b.kind === "reading")).slice(0, most);
}

/** As a win keeps it. */
export function gapWords(sentence: string): string {
  return Array.from(sentence.replace(/\s+/g, " ").trim()).slice(0, longest).join("").trimEnd();
}

/** The same gap, whichever end of it was cut. */
export function answersGap(win: { readonly answers_feedback: string | null; readonly answers_gap: string | null }, gap: Gap): boolean {
  return win.answers_feedback === gap.feedback && win.answers_gap === gap.words;
}
