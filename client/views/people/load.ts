// What People and a person's page show.
import type { Entry, Store } from "../../store/store.ts";

/** By name, as the person's own language sorts it. */
export async function loadPeople(store: Store): Promise<readonly Entry<"people">[]> {
  const people = await store.all("people");
  const order = new Intl.Collator(undefined, { sensitivity: "base" });
  return people.toSorted((a, b) => order.compare(a.name ?? "", b.name ?? ""));
}

export interface Meeting {
  readonly attendance: Entry<"attendances">;
  readonly interview: Entry<"interviews">;
}

export interface PersonView {
  readonly person: Entry<"people">;
  /** The latest first. */
  readonly meetings: readonly Meeting[];
}

/** Null: there is nobody here under this id (yet). Somebody in the trash is returned, to be restored. */
export async function loadPerson(store: Store, id: string): Promise<PersonView | null> {
  const person = await store.get("people", id);
  if (person === undefined) return null;
  const attendances = await store.by("attendances", "person", id);
  const interviews = await store.getMany(
    "interviews",
    attendances.flatMap(({ interview }) => interview ?? []),
  );
  const interviewById = new Map(interviews.map((interview) => [interview.id, interview]));
  const meetings = attendances.flatMap((attendance): Meeting[] => {
    const interview = attendance.interview === null ? undefined : interviewById.get(attendance.interview);
    return interview && interview.trashed_at === null ? [{ attendance, interview }] : [];
  });
  return { person, meetings: meetings.sort((a, b) => heldMs(b) - heldMs(a)) };
}

const heldMs = ({ interview: { held_at: at } }: Meeting): number => (at === null ? 0 : Date.parse(at));

/** "Head of capacity, Ostara Rail." */
export function personWords({ role, department, organisation }: Entry<"people">): string | null {
  const words = [role, department, organisation].filter(Boolean).join(", ");
  return words === "" ? null : `${words}.`;
}
