// The one request for feedback of an interview: which row it is, how far it has come, and when one may let it go.

import { addBusinessDays, dayOf, type Day, type DaysOff, type TimeZone } from "../days.ts";
import { namedId } from "../planner/named-id.ts";
import type { Feedback, Interviews } from "../schema.ts";

type Row = Pick<Feedback, "asked_at" | "answer" | "answered_at"> & { readonly id: string };

/** The id of an interview's request: two devices that begin it offline begin the same one. */
export function requestId(interview: string): string {
  return namedId(interview, "feedback");
}

/** What a sentence of the answer became. The same tap on two devices makes one win, and one task. */
export function keptId(feedback: string, as: "win" | "task", sentence: string): string {
  return namedId(feedback, `${as}/${sentence}`);
}

/**
 * Of several rows (a letter sent on another device has its own) the one that came furthest: Rebound asks one person,
 * once. Equal ones by id, so that every device shows the same.
 */
export function currentRequest<R extends Row>(rows: readonly R[]): R | null {
  const reached = (row: R): number => (hasAnswer(row) ? 3 : hasWords(row) ? 2 : row.asked_at ? 1 : 0);
  return rows.toSorted((a, b) => reached(b) - reached(a) || (a.id < b.id ? -1 : 1))[0] ?? null;
}

export type Stage = "asking" | "waiting" | "late" | "answered" | "let-go";

export function stageOf(
  row: (Row & Pick<Feedback, "closed_at">) | null,
  now: number,
  zone: TimeZone,
  off?: DaysOff,
): Stage {
  if (row === null) return "asking";
  if (hasAnswer(row)) return "answered";
  if (row.closed_at) return "let-go";
  if (!row.asked_at) return "asking";
  return dayOf(now, zone) < patienceEnds(row.asked_at, zone, off) ? "waiting" : "late";
}

/** Nobody needs longer for two lines; after that, waiting only keeps the wound open. */
const patienceDays = 7;

/** The day from which Rebound offers to close it: seven business days after it was asked. */
export function patienceEnds(askedAt: string, zone: TimeZone, off?: DaysOff): Day {
  return addBusinessDays(dayOf(askedAt, zone), patienceDays, off);
}

/** Pasted, and kept as their answer. Words alone may still be on their way into the field. */
export function hasAnswer(row: Pick<Feedback, "answer" | "answered_at">): boolean {
  return row.answered_at !== null && hasWords(row);
}

export function hasWords({ answer }: Pick<Feedback, "answer">): boolean {
  return answer !== null && answer.trim() !== "";
}

/** The composer, with this letter begun. */
export function letterAddress(purpose: "feedback-request" | "internal-talk" | "choice-question" | "closing", interview: string): string {
  return `/compose?purpose=${purpose}&about=interview:${interview}`;
}

/** Inside a company one asks for a talk: people say there what they would not write. */
export function requestPurpose({ internal }: Pick<Interviews, "internal">): "internal-talk" | "feedback-request" {
  return internal ? "internal-talk" : "feedback-request";
}
