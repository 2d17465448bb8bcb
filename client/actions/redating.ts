// New dates for open lines after something they hang on moved: computed here, written by the action that moved it.

import { anchorsOf, type Subject } from "../model/anchors.ts";
import type { DaysOff, TimeZone } from "../model/days.ts";
import { replan, type Redating } from "../model/due.ts";
import type { Feedback, Interviews, Wins } from "../model/schema.ts";
import { daysOffOf } from "../store/days-off.ts";
import type { Entry, Store } from "../store/store.ts";

export interface SubjectRef {
  readonly kind: "interview" | "win" | "plan" | "person";
  readonly id: string;
}

/** What the action is about to write to the subject, over what is kept. */
type Moved = Partial<Interviews> & Partial<Wins> & { readonly replied?: Reply };

/** Their answer came, or it was none: the row of the request, with its new date. */
type Reply = Pick<Feedback, "answered_at"> & { readonly id: string };

/** For every list that was started for a subject. */
export async function redateAll(
  store: Store,
  about: SubjectRef,
  moved: Moved,
  zone: TimeZone,
): Promise<readonly Redating[]> {
  const lists = await store.by("checklists", "subject_id", about.id);
  const changes = await Promise.all(lists.map((list) => redateList(store, list, moved, zone)));
  return changes.flat();
}

export async function redateList(
  store: Store,
  list: Entry<"checklists">,
  moved: Moved,
  zone: TimeZone,
  /** About to be written; the kept ones otherwise. */
  daysOff?: DaysOff,
): Promise<readonly Redating[]> {
  const [items, subject, kept] = await Promise.all([
    store.by("items", "checklist", list.id),
    subjectOf(store, list),
    daysOff ?? daysOffOf(store),
  ]);
  return replan(items, anchorsOf(list, withMoved(subject, moved)), zone, kept);
}

/** What a list's dates hang on, as it is kept. */
export async function subjectOf(
  store: Store,
  list: Pick<Entry<"checklists">, "subject_kind" | "subject_id">,
): Promise<Subject> {
  if (!list.subject_id) return {};
  if (list.subject_kind === "win") return { win: await store.get("wins", list.subject_id) };
  if (list.subject_kind !== "interview") return {};
  const [interview, feedback] = await Promise.all([
    store.get("interviews", list.subject_id),
    store.by("feedback", "interview", list.subject_id),
  ]);
  return { interview, feedback };
}

function withMoved(subject: Subject, { replied, ...moved }: Moved): Subject {
  return {
    ...subject,
    feedback: replied ? withReply(subject.feedback ?? [], replied) : subject.feedback,
    interview: subject.interview && { ...subject.interview, ...moved },
    win: subject.win && { ...subject.win, ...moved },
  };
}

function withReply(
  rows: readonly (Pick<Feedback, "answered_at"> & { readonly id?: string })[],
  replied: Reply,
): readonly Pick<Feedback, "answered_at">[] {
  return [...rows.filter(({ id }) => id !== replied.id), replied];
}
