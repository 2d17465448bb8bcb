// What a list's dates hang on: the moments of the interview or win it was started for, or the day it was started.

import type { Anchors } from "./due.ts";
import type { Checklists, Feedback, Interviews, Wins } from "./schema.ts";

type List = Pick<Checklists, "subject_kind" | "anchor_at">;

/** What is known of a list's subject; only the one that matches its kind is read. */
export interface Subject {
  readonly interview?: Pick<Interviews, "held_at" | "outcome_at" | "promised_at"> | undefined;
  readonly feedback?: readonly Pick<Feedback, "answered_at">[];
  readonly win?: Pick<Wins, "happened_on"> | undefined;
}

/**
 * The anchors of a list. On its own, or for a plan or a person, everything hangs on the day it was started, save a
 * promise and a reply: nobody has promised or replied, so those lines wait, or take their other date.
 */
export function anchorsOf(list: List, subject: Subject): Anchors {
  const start = list.anchor_at;
  if (list.subject_kind !== "interview") {
    const win = list.subject_kind === "win" ? (subject.win?.happened_on ?? start) : start;
    return { interview: start, outcome: start, win, start };
  }
  return {
    interview: subject.interview?.held_at ?? null,
    outcome: subject.interview?.outcome_at ?? null,
    promise: subject.interview?.promised_at ?? null,
    reply: lastReply(subject.feedback ?? []),
    win: start,
    start,
  };
}

function lastReply(feedback: readonly Pick<Feedback, "answered_at">[]): string | null {
  const replies = feedback.map((row) => row.answered_at).filter((at) => at !== null);
  return replies.sort((a, b) => Date.parse(a) - Date.parse(b)).at(-1) ?? null;
}
