// What an interview's page shows, read from the store in one go.
import type { Entry, Store } from "../../store/store.ts";
import { msOf } from "../../model/days.ts";
import { managerTalk } from "../../model/inside.ts";
import { loadRunning, type RunningList } from "../playbooks/running.ts";

export interface Met {
  readonly attendance: Entry<"attendances">;
  readonly person: Entry<"people">;
}

export interface InterviewView {
  readonly interview: Entry<"interviews">;
  readonly lists: readonly RunningList[];
  /** Earliest first; those without a date last. */
  readonly rounds: readonly Entry<"rounds">[];
  readonly met: readonly Met[];
  /** The talk with the manager, once it is on a list. */
  readonly talk: Entry<"items"> | null;
}

/** Null: there is no such interview here (yet). A trashed one is returned, so that it can be restored. */
export async function loadInterview(store: Store, id: string): Promise<InterviewView | null> {
  const interview = await store.get("interviews", id);
  if (interview === undefined) return null;
  const [rounds, lists, met, talk] = await Promise.all([
    store.by("rounds", "interview", id),
    loadRunning(store, { kind: "interview", id }),
    metAt(store, id),
    store.get("items", managerTalk.idFor(id)),
  ]);
  return { interview, lists, met, rounds: rounds.toSorted(byTime), talk: talk?.trashed_at === null ? talk : null };
}

/** One row a person, in the order they were added; ids are made in order of time. */
async function metAt(store: Store, id: string): Promise<Met[]> {
  const attendances = (await store.by("attendances", "interview", id)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const people = await store.getMany(
    "people",
    attendances.flatMap(({ person }) => person ?? []),
  );
  const personById = new Map(people.map((person) => [person.id, person]));
  const met = new Map<string, Met>();
  for (const attendance of attendances) {
    const person = attendance.person === null ? undefined : personById.get(attendance.person);
    if (person && person.trashed_at === null && !met.has(person.id)) met.set(person.id, { attendance, person });
  }
  return [...met.values()];
}

function byTime(a: Entry<"rounds">, b: Entry<"rounds">): number {
  if (a.held_at === null || b.held_at === null) return Number(a.held_at === null) - Number(b.held_at === null);
  return msOf(a.held_at) - msOf(b.held_at);
}
