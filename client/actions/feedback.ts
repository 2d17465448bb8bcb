// What a person does with the one request for feedback of an interview: choose whom, ask, keep the answer, sort it,
// ask back once, close it, and take from it what is usable.

import { oneLine } from "../model/clean.ts";
import { dayOf, deviceZone, momentNow, type Moment } from "../model/days.ts";
import { isOpen } from "../model/due.ts";
import { sortingId, sortingKey } from "../model/feedback/parts.ts";
import { currentRequest, hasWords, keptId, requestId } from "../model/feedback/request.ts";
import type { Kind } from "../model/feedback/sort.ts";
import { feedbackStep } from "../model/feedback/steps.ts";
import { newId } from "../model/id.ts";
import { positionAtEnd } from "../model/order.ts";
import type { Feedback } from "../model/schema.ts";
import { dateWords } from "../model/words.ts";
import { store } from "../store/current.ts";
import type { Change, Entry } from "../store/store.ts";
import { flushTyping } from "../store/typing.ts";
import type { Attendee } from "./interviews.ts";
import { findPerson, newPerson } from "./people.ts";
import { redateAll } from "./redating.ts";
import { trash } from "./trash.ts";
import { perform } from "./undo.ts";

type Request = Entry<"feedback">;

/** The row an answer is typed into. Nothing is said: to open a field is not a change a person made. */
export async function beginFeedback(interview: string): Promise<void> {
  const { row, id } = await requestOf(interview);
  if (!row) await store.value.write([{ collection: "feedback", id, set: { interview } }]);
}

/** The one person who saw them most; somebody new joins People, and was there. */
export async function chooseWitness(interview: string, who: Attendee): Promise<void> {
  const { row, id } = await requestOf(interview);
  const name = oneLine(who.name, 200) ?? "";
  const { person, changes } = await witnessed(interview, who.id, name);
  if (person === null || row?.person === person) return;
  const settled = await settling(interview, { done: ["choose-person"] });
  const change: Change = { collection: "feedback", id, set: { interview, person } };
  await perform(`Chosen: ${name}`, [...changes, change, ...settled]);
}

async function witnessed(
  interview: string,
  known: string | undefined,
  name: string,
): Promise<{ readonly person: string | null; readonly changes: readonly Change[] }> {
  if (!known && !name) return { person: null, changes: [] };
  const { company = null } = (await store.value.get("interviews", interview)) ?? {};
  const met = await store.value.by("attendances", "interview", interview);
  const same = known ?? findPerson(await store.value.all("people"), name, company)?.id;
  const person = same ?? newId();
  const changes: Change[] = same ? [] : [newPerson(person, { name, organisation: company })];
  if (!met.some((one) => one.person === person)) {
    changes.push({ collection: "attendances", id: newId(), set: { interview, person } });
  }
  return { person, changes };
}

/** They asked by another way than Rebound's letters: in the corridor, by telephone. */
export async function recordAsked(interview: string, asked_at: Moment): Promise<void> {
  const { id } = await requestOf(interview);
  const change: Change = { collection: "feedback", id, set: { interview, asked_at } };
  const settled = await settling(interview, { done: ["choose-person", "ask"] });
  await perform(`Asked on ${dateWords(asked_at, deviceZone())}`, [change, ...settled]);
}

/**
 * What was typed or pasted is their answer from now on: the lines that wait for a reply get their dates, and the one
 * that waits for silence has no point. An emptied answer is none. False: there is nothing to keep.
 */
export async function keepAnswer(interview: string): Promise<boolean> {
  await flushTyping();
  const { row } = await requestOf(interview);
  if (!row) return false;
  if (hasWords(row) === (row.answered_at !== null)) return hasWords(row);
  const answered_at = hasWords(row) ? momentNow() : null;
  const replied = { id: row.id, answered_at };
  const redated = await redateAll(store.value, { kind: "interview", id: interview }, { replied }, deviceZone());
  const settled = answered_at ? await settling(interview, { done: ["choose-person", "ask"], skipped: ["close"] }) : [];
  const change: Change = { collection: "feedback", id: row.id, set: { answered_at, closed_at: null } };
  await perform(answered_at ? "Kept, and sorted" : "No answer any more", [change, ...redated, ...settled]);
  return answered_at !== null;
}

/** By hand, over what the list of phrases says: a row a sentence, so that two devices may each sort one. */
export async function resort(request: Request, sentence: string, kind: Kind): Promise<void> {
  const set = { feedback: request.id, sentence: sortingKey(sentence), kind, trashed_at: null };
  const change: Change = { collection: "sortings", id: sortingId(request.id, sentence), set };
  await perform(sortedWords[kind], [change, ...(await looked(request))]);
}

const sortedWords: { readonly [kind in Kind]: string } = {
  fact: "Sorted: a fact",
  reading: "Sorted: somebody’s reading",
  empty: "Sorted: no information",
};

/** One question back was asked; there is no second. */
export async function recordFollowUp(request: Request): Promise<void> {
  const asked = await followUpChanges(request.interview, momentNow());
  await perform("Noted: you asked back", [...asked, ...(await looked(request))]);
}

/** What follows where the choice question was sent, for the action that sends it. */
export async function followUpChanges(interview: string | null, at: Moment): Promise<readonly Change[]> {
  return noting(interview, { follow_up_at: at }, { done: ["choice"] });
}

/** What follows where the closing lines were sent. */
export async function closingChanges(interview: string | null, at: Moment): Promise<readonly Change[]> {
  return noting(interview, { closed_at: at }, { done: ["sort", "close"], skipped: ["choice"] });
}

export async function closeFeedback(interview: string): Promise<void> {
  await perform("Closed. Nothing is left to ask.", await closingChanges(interview, momentNow()));
}

export async function reopenFeedback(request: Request): Promise<void> {
  await perform("Open again", [{ collection: "feedback", id: request.id, set: { closed_at: null } }]);
}

export async function trashFeedback(id: string): Promise<void> {
  await trash("feedback", id);
}

/** Something somebody said in writing, among the wins, in their words. */
export async function keepAsWin(request: Request, sentence: string, praised_by: string | null): Promise<void> {
  const title = oneLine(sentence.replace(/[.\s]+$/, ""), 300);
  if (!title) return;
  const happened_on = dayOf(request.answered_at ?? momentNow(), deviceZone());
  const said = { praised_by, said_how: "answer", quote: sentence } as const;
  const set = { title, happened_on, ...said, trashed_at: null };
  const change: Change = { collection: "wins", id: keptId(request.id, "win", sentence), set };
  await perform(`Kept: ${title}`, [change, ...(await looked(request))]);
}

export interface NewTask {
  readonly sentence: string;
  /** What to do about it, in the person's words. */
  readonly text: string;
  /** The list it joins; null begins one. */
  readonly list: string | null;
  /** Who said it, and when: the line's reason. */
  readonly why: string;
}

/** One usable point, as a line to be done. False where no words are left of it. */
export async function makeTask(request: Request, task: NewTask): Promise<boolean> {
  const text = oneLine(task.text, 500);
  if (!text) return false;
  const list = task.list ?? newId();
  const begun = task.list === null ? [await newList(list, request)] : [];
  const position = positionAtEnd(task.list === null ? [] : await store.value.by("items", "checklist", list));
  const why = oneLine(task.why, 500);
  const line = { checklist: list, text, why, position, done_at: null, skipped_at: null, trashed_at: null };
  const change: Change = { collection: "items", id: keptId(request.id, "task", task.sentence), set: line };
  const settled = request.interview ? await settling(request.interview, { done: ["sort", "task"] }) : [];
  await perform(`Added: ${text}`, [...begun, change, ...settled]);
  return true;
}

async function newList(id: string, { interview }: Request): Promise<Change> {
  const others = interview ? await store.value.by("checklists", "subject_id", interview) : [];
  const about = { subject_kind: "interview", subject_id: interview } as const;
  const set = { title: "From their answer", ...about, anchor_at: momentNow(), position: positionAtEnd(others) };
  return { collection: "checklists", id, set };
}

/** Whoever works on the answer has sorted it. */
async function looked({ interview }: Request): Promise<readonly Change[]> {
  return interview === null ? [] : settling(interview, { done: ["sort"] });
}

async function noting(interview: string | null, set: Partial<Feedback>, steps: Settled): Promise<readonly Change[]> {
  if (interview === null) return [];
  const { id } = await requestOf(interview);
  return [{ collection: "feedback", id, set: { interview, ...set } }, ...(await settling(interview, steps))];
}

interface Settled {
  readonly done?: readonly string[];
  readonly skipped?: readonly string[];
}

/** The open lines of the interview's lists that have no point any more, whichever version of the playbook they are of. */
async function settling(interview: string, { done = [], skipped = [] }: Settled): Promise<Change<"items">[]> {
  const at = momentNow();
  const lists = await store.value.by("checklists", "subject_id", interview);
  const inUse = lists.filter((list) => list.archived_at === null);
  const settled = await Promise.all(
    inUse.map(async (list) => {
      const items = await store.value.by("items", "checklist", list.id);
      return items.filter(isOpen).flatMap((item): Change<"items">[] => {
        const step = feedbackStep(item, list);
        if (step === null) return [];
        if (done.includes(step)) return [{ collection: "items", id: item.id, set: { done_at: at } }];
        return skipped.includes(step) ? [{ collection: "items", id: item.id, set: { skipped_at: at } }] : [];
      });
    }),
  );
  return settled.flat();
}

/** The request that is there, or the id a new one gets. One in the trash stays there: to ask anew is another request. */
async function requestOf(interview: string): Promise<{ readonly row: Request | null; readonly id: string }> {
  const row = currentRequest(await store.value.by("feedback", "interview", interview));
  if (row) return { row, id: row.id };
  const id = requestId(interview);
  return { row: null, id: (await store.value.get("feedback", id))?.trashed_at ? newId() : id };
}
