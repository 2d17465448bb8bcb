// How often feedback was asked for, came, and said something; and what it was about. One request an interview. Pure.

import { msOf } from "../days.ts";
import { themes } from "../feedback/themes.ts";
import { partsOf, withParts } from "../feedback/parts.ts";
import type { Theme } from "../feedback/phrases.ts";
import { currentRequest, hasAnswer } from "../feedback/request.ts";
import { sortAnswer } from "../feedback/sort.ts";
import { groupBy } from "../group-by.ts";
import type { Feedback, Sortings } from "../schema.ts";
import { counted, numberWord } from "../words.ts";

type Row = Pick<Feedback, "interview" | "asked_at" | "answer" | "answered_at" | "parts"> & { readonly id: string };
type SortedByHand = Pick<Sortings, "feedback" | "sentence" | "kind">;

export interface FeedbackCounts {
  readonly asked: number;
  readonly received: number;
  /** Answers that were read for what they say: the latest, for reading takes time. */
  readonly read: number;
  /** Of those. */
  readonly specific: number;
  /** In how many of them each was named, the most frequent first. */
  readonly themes: readonly { readonly words: string; readonly count: number }[];
}

/** Sorting an answer costs a few milliseconds on a phone. */
const mostRead = 20;

export function feedbackCounts(rows: readonly Row[], sortings: readonly SortedByHand[]): FeedbackCounts {
  const requests = [...groupBy(rows, (row) => row.interview ?? row.id).values()].flatMap((some) => currentRequest(some) ?? []);
  const answered = requests.filter(hasAnswer).sort((a, b) => msOf(b.answered_at!) - msOf(a.answered_at!));
  const byHand = groupBy(sortings, ({ feedback }) => feedback);
  const read = answered.slice(0, mostRead).map((row) => {
    return withParts(sortAnswer(row.answer!), partsOf(row.parts, byHand.get(row.id) ?? []));
  });
  const counts = new Map<Theme, { readonly words: string; readonly count: number }>();
  for (const sentences of read) {
    for (const { theme, words } of themes(sentences)) counts.set(theme, { words, count: (counts.get(theme)?.count ?? 0) + 1 });
  }
  return {
    asked: requests.filter((row) => row.asked_at !== null || hasAnswer(row)).length,
    received: answered.length,
    read: read.length,
    specific: read.filter((sentences) => sentences.some(({ kind }) => kind === "fact")).length,
    themes: [...counts.values()].sort((a, b) => b.count - a.count),
  };
}


/** "Most often named: presence (twice), experience (once)."; null where no answer names anything. */
export function themesSentence({ themes: named }: FeedbackCounts): string | null {
  if (named.length === 0) return null;
  const words = named.slice(0, 3).map(({ words: theme, count }) => `${theme} (${timesWords(count)})`);
  return `Most often named: ${words.join(", ")}.`;
}

/** "Read for what they say were the last 20 answers."; null where all were. */
export function readWords({ read, received }: FeedbackCounts): string | null {
  return read < received ? `Read for what they say were the last ${counted(read, "answer")}.` : null;
}

function timesWords(count: number): string {
  if (count === 1) return "once";
  return count === 2 ? "twice" : `${numberWord(count)} times`;
}
