// What happened when: an interview's story, the latest first, told from the rows that hold it.

import type { Entry, Store } from "../store/store.ts";
import { dayOf, msOf, type Day, type Moment, type TimeZone } from "./days.ts";
import { listed, numberWord, capital, shortDateWords, tickWords } from "./words.ts";

export interface Event {
  readonly at: Moment;
  /** "Fri 20", or "5 Oct" once the month has changed. */
  readonly when: string;
  readonly words: string;
}

/** All rows that tell an interview's story. */
export interface Story {
  readonly interview: Entry<"interviews">;
  readonly rounds: readonly Entry<"rounds">[];
  readonly people: readonly Entry<"people">[];
  readonly items: readonly Entry<"items">[];
  readonly feedback: readonly Entry<"feedback">[];
  readonly messages: readonly Entry<"messages">[];
}

type Happening = Pick<Event, "at" | "words">;

export async function loadTimeline(store: Store, interviewId: string, now: number, zone: TimeZone): Promise<Event[]> {
  const interview = await store.get("interviews", interviewId);
  return interview ? timelineOf(await storyOf(store, interview), now, zone) : [];
}

export function timelineOf(story: Story, now: number, zone: TimeZone): Event[] {
  const today = dayOf(now, zone);
  const happenings = [
    ...talks(story, zone),
    ...answers(story.interview),
    ...linesDone(story.items, zone),
    ...feedbackGiven(story.feedback),
    ...messagesSent(story.messages),
  ];
  return happenings
    .filter(({ at }) => msOf(at) <= now)
    .sort((a, b) => msOf(b.at) - msOf(a.at))
    .map(({ at, words }) => ({ at, words, when: whenWords(dayOf(at, zone), today, zone) }));
}

async function storyOf(store: Store, interview: Entry<"interviews">): Promise<Story> {
  const id = interview.id;
  const [rounds, attendances, lists, feedback, messages] = await Promise.all([
    store.by("rounds", "interview", id),
    store.by("attendances", "interview", id),
    store.by("checklists", "subject_id", id),
    store.by("feedback", "interview", id),
    store.by("messages", "about_id", id),
  ]);
  const [people, items] = await Promise.all([
    store.getMany("people", [...new Set(attendances.flatMap(({ person }) => person ?? []))]),
    Promise.all(lists.map((list) => store.by("items", "checklist", list.id))),
  ]);
  return { interview, rounds, people, items: items.flat(), feedback, messages };
}

/** The talk the interview was logged for, unless a round of that day tells it better. */
function talks({ interview, rounds, people }: Story, zone: TimeZone): Happening[] {
  const felt = interview.confidence ? ` You felt ${interview.confidence} of 5 before replaying it.` : "";
  const names = people.flatMap((person) => (person.trashed_at ? [] : (person.name ?? [])));
  const heldOn = interview.held_at ? dayOf(interview.held_at, zone) : null;
  const told = rounds.flatMap((round): Happening[] => {
    if (!round.held_at) return [];
    const isHeld = dayOf(round.held_at, zone) === heldOn;
    const length = round.minutes ? `, ${round.minutes} ${round.minutes === 1 ? "minute" : "minutes"}` : "";
    return [{ at: round.held_at, words: `${roundSentence[round.kind ?? "other"]}${length}.${isHeld ? felt : ""}` }];
  });
  if (!interview.held_at || told.some(({ at }) => dayOf(at, zone) === heldOn)) return told;
  const spoke = names.length > 0 ? `You spoke with ${listed(names)}.` : "The interview.";
  return [...told, { at: interview.held_at, words: `${spoke}${felt}` }];
}

const roundSentence: { readonly [kind in NonNullable<Entry<"rounds">["kind"]>]: string } = {
  phone: "Phone call",
  screen: "First talk",
  panel: "Panel",
  technical: "Technical talk",
  final: "Last talk",
  other: "A talk",
};

function answers({ outcome, outcome_at }: Entry<"interviews">): Happening[] {
  if (!outcome_at || !outcome) return [];
  return [{ at: outcome_at, words: answerSentence[outcome] }];
}

const answerSentence: { readonly [outcome in NonNullable<Entry<"interviews">["outcome"]>]: string } = {
  waiting: "Waiting again.",
  offer: "They made an offer.",
  no: "They said no.",
  silence: "No answer came, and you put it down.",
  withdrawn: "You withdrew.",
};

/** One sentence a day, however much was done on it. */
function linesDone(items: readonly Entry<"items">[], zone: TimeZone): Happening[] {
  const linesByDay = new Map<Day, Entry<"items">[]>();
  for (const item of items) {
    if (!item.done_at) continue;
    const day = dayOf(item.done_at, zone);
    linesByDay.set(day, [...(linesByDay.get(day) ?? []), item]);
  }
  return [...linesByDay.values()].map((lines) => {
    const at = lines.map((line) => line.done_at!).reduce((a, b) => (msOf(a) > msOf(b) ? a : b));
    if (lines.length === 1) return { at, words: `Done: ${lines[0]!.text ?? "a line"}.` };
    return { at, words: `${capital(numberWord(lines.length))} lines done.` };
  });
}

function feedbackGiven(feedback: readonly Entry<"feedback">[]): Happening[] {
  return feedback.flatMap(({ asked_at, answered_at }) => [
    ...(asked_at ? [{ at: asked_at, words: "You asked for feedback." }] : []),
    ...(answered_at ? [{ at: answered_at, words: "Feedback came." }] : []),
  ]);
}

function messagesSent(messages: readonly Entry<"messages">[]): Happening[] {
  return messages.flatMap(({ sent_at, subject }) =>
    sent_at ? [{ at: sent_at, words: subject ? `You wrote: ${subject}.` : "You wrote to them." }] : [],
  );
}

function whenWords(day: Day, today: Day, zone: TimeZone): string {
  return day.slice(0, 7) === today.slice(0, 7) ? tickWords(day) : shortDateWords(day, zone, today);
}
