// What People, the map and a person's page show. Each question reads only what it must and is asked again only when that
// changes: a touch that is logged does not read five thousand people anew.
import { useMemo } from "preact/hooks";
import { msOf } from "../../model/days.ts";
import { ownPlace, type Own } from "../../model/influence.ts";
import { contactsIn, lastByPerson, type Contact } from "../../model/people/contacts.ts";
import { levelWords } from "../../model/people/levels.ts";
import { currentIds } from "../../model/people/merge.ts";
import { PROFILE_ID } from "../../model/profile.ts";
import { useQuery } from "../../store/query.ts";
import type { Entry, Store } from "../../store/store.ts";

export type Person = Entry<"people">;

export interface Contacts {
  readonly last: ReadonlyMap<string, Contact>;
  /** The person and the last word with them, the latest first. */
  readonly recent: readonly Contact[];
}

export function usePeople(): readonly Person[] | undefined {
  return useQuery(["people"], ["people"], (store) => store.all("people"));
}

const spoken = ["touches", "attendances", "interviews", "messages"] as const;

export function useContacts(): Contacts | undefined {
  return useQuery(["contacts"], spoken, loadContacts);
}

export async function loadContacts(store: Store): Promise<Contacts> {
  const [touches, attendances, interviews, messages] = await Promise.all([
    store.all("touches"),
    store.all("attendances"),
    store.all("interviews"),
    store.all("messages"),
  ]);
  const last = lastByPerson(contactsIn({ touches, attendances, interviews, messages }, Date.now()));
  return { last, recent: latestFirst(last.values()) };
}

/** Each moment is read once: a sort of thousands would read each a dozen times. */
function latestFirst(contacts: Iterable<Contact>): Contact[] {
  const byTime = [...contacts].map((contact) => ({ contact, ms: msOf(contact.at) }));
  return byTime.sort((a, b) => b.ms - a.ms).map(({ contact }) => contact);
}

/** By name, as the person's own language sorts it. */
export function byName(people: readonly Person[]): Person[] {
  const order = new Intl.Collator(undefined, { sensitivity: "base" });
  return people.toSorted((a, b) => order.compare(a.name ?? "", b.name ?? ""));
}

/** Where the account's owner stands: what they said, else their boss's place. Undefined: not read yet. */
export function useOwnPlace(people: readonly Person[] | undefined): Own | undefined {
  const said = useQuery(["own place"], ["profiles", "interviews"], loadOwn);
  const own = useMemo(() => said && people && ownPlace(said.profile, people, said.company), [said, people]);
  return own;
}

async function loadOwn(store: Store) {
  const [profile, interviews] = await Promise.all([store.get("profiles", PROFILE_ID), store.all("interviews")]);
  const inside = interviews.filter(({ internal, company }) => internal === true && company !== null);
  const latest = inside.toSorted((a, b) => ((a.held_at ?? "") < (b.held_at ?? "") ? 1 : -1))[0];
  return { profile: profile && !profile.trashed_at ? profile : null, company: latest?.company ?? null };
}

export interface Meeting {
  readonly attendance: Entry<"attendances">;
  readonly interview: Entry<"interviews">;
}

export interface PersonView {
  readonly person: Person;
  /** The latest first. */
  readonly meetings: readonly Meeting[];
  readonly touches: readonly Entry<"touches">[];
  readonly letters: readonly Entry<"messages">[];
  /** Wins they praised. */
  readonly praised: readonly Entry<"wins">[];
  /** Wins that were passed to them. */
  readonly passed: readonly { readonly forward: Entry<"forwards">; readonly win: Entry<"wins"> }[];
}

/** Null: there is nobody here under this id (yet). Whoever was merged is answered by who they are now. */
export async function loadPerson(store: Store, asked: string): Promise<PersonView | null> {
  const found = await store.get("people", asked);
  const id = found?.trashed_at && found.merged_into ? (currentIds(await store.merged()).get(asked) ?? asked) : asked;
  const person = id === asked ? found : await store.get("people", id);
  if (person === undefined) return null;
  const [attendances, touches, praised, forwards, messages] = await Promise.all([
    store.by("attendances", "person", id),
    store.by("touches", "person", id),
    store.by("wins", "praiser", id),
    store.by("forwards", "person", id),
    store.all("messages"),
  ]);
  const [meetings, passed] = await Promise.all([meetingsOf(store, attendances), passedOf(store, forwards)]);
  return { person, meetings, touches, letters: lettersTo(messages, id), praised, passed };
}

async function meetingsOf(store: Store, attendances: readonly Entry<"attendances">[]): Promise<Meeting[]> {
  const ids = attendances.flatMap(({ interview }) => interview ?? []);
  const interviewById = new Map((await store.getMany("interviews", ids)).map((interview) => [interview.id, interview]));
  const meetings = attendances.flatMap((attendance): Meeting[] => {
    const interview = attendance.interview === null ? undefined : interviewById.get(attendance.interview);
    return interview && interview.trashed_at === null ? [{ attendance, interview }] : [];
  });
  const heldMs = ({ interview: { held_at } }: Meeting): number => (held_at === null ? 0 : msOf(held_at));
  return meetings.sort((a, b) => heldMs(b) - heldMs(a));
}

async function passedOf(store: Store, forwards: readonly Entry<"forwards">[]): Promise<PersonView["passed"]> {
  const wins = await store.getMany("wins", [...new Set(forwards.flatMap(({ win }) => win ?? []))]);
  const winById = new Map(wins.filter(({ trashed_at }) => trashed_at === null).map((win) => [win.id, win]));
  return forwards.flatMap((forward) => {
    const win = winById.get(forward.win ?? "");
    return win ? [{ forward, win }] : [];
  });
}

function lettersTo(messages: readonly Entry<"messages">[], id: string): Entry<"messages">[] {
  return messages.filter(({ sent_at, to, cc }) => sent_at !== null && (names(to, id) || names(cc, id)));
}

function names(line: unknown, id: string): boolean {
  return Array.isArray(line) && line.some((one: { readonly id?: unknown } | null) => one?.id === id);
}

/** "Head of capacity, Ostara Rail."; the level where no role says it. */
export function personWords({ role, level, department, organisation }: Person): string | null {
  const words = [role ?? (level && levelWords[level]), department, organisation].filter(Boolean).join(", ");
  return words === "" ? null : `${words}.`;
}

/** In a row, one word is enough: "Asset data", else "Ostara Rail", else the role. */
export function placeWord({ role, department, organisation }: Person): string | null {
  return department ?? organisation ?? role;
}
