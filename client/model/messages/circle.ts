// Who among People a letter may be for: as the person once said, else as levels, departments and talks let one think.
// A suggestion only; they always choose, and what they choose is remembered where it says what somebody is to them. Pure.

import { dayMs, msOf } from "../days.ts";
import { displacedBy, holderOf, isSingle, type Relation } from "../people/relations.ts";
import type { Forwards, People, Profiles, Touches } from "../schema.ts";
import type { MessagePurpose } from "./purposes.ts";

export type Person = Readonly<People> & { readonly id: string };
type Touch = Pick<Touches, "person" | "at">;

export interface Network {
  readonly people: readonly Person[];
  readonly touches: readonly Touch[];
  readonly forwards: readonly Pick<Forwards, "to" | "person" | "at">[];
  /** What the person said of themselves. */
  readonly me: Pick<Profiles, "organisation" | "department"> | null;
  readonly now: number;
}

export interface Near {
  readonly boss: Person | null;
  readonly bosssBoss: Person | null;
  readonly trusted: Person | null;
  readonly referrer: Person | null;
  readonly strongest: Person | null;
  readonly leader: Person | null;
  /** Everybody, the likeliest for this letter first. */
  readonly likely: readonly Person[];
}

/** What a person is to whoever writes them such a letter. */
const relationAsked: { readonly [purpose in MessagePurpose]?: { readonly to?: Relation; readonly cc?: Relation } } = {
  "win-to-boss": { to: "boss" },
  commitment: { to: "boss" },
  digest: { to: "boss" },
  "win-to-bosss-boss": { to: "bosss_boss", cc: "boss" },
  "plan-b-ask": { to: "trusted" },
  "thank-referrer": { to: "referrer" },
};

export function relationOf(purpose: MessagePurpose, field: "to" | "cc"): Relation | null {
  return relationAsked[purpose]?.[field] ?? null;
}

export function nearFor(purpose: MessagePurpose, network: Network): Near {
  const { people, forwards } = network;
  const strength = strengths(network);
  const strengthOf = ({ id }: Person) => strength.get(id) ?? 0;
  const byStrength = (a: Person, b: Person) => strengthOf(b) - strengthOf(a) || inOrder(a, b);
  const told = (to: Forwards["to"]) => lastTold(people, forwards, to);
  const said = (relation: Relation) => people.filter((one) => one.relation === relation).sort(byStrength)[0] ?? null;
  const boss = holderOf(people, "boss") ?? told("boss");
  const bosssBoss = holderOf(people, "bosss_boss") ?? told("bosss_boss");
  const outside = people.filter((one) => isLeader(one) && isOutsideMyLine(one, boss, bosssBoss, network.me));
  return {
    boss,
    bosssBoss,
    trusted: said("trusted"),
    referrer: said("referrer"),
    strongest: people.filter((one) => strength.has(one.id) && !isMyLine(one, boss, bosssBoss)).sort(byStrength)[0] ?? null,
    // Whom one has met, however little, before a stranger with a higher title.
    leader: outside.sort((a, b) => strengthOf(b) - strengthOf(a) || rankOf(b) - rankOf(a) || inOrder(a, b))[0] ?? null,
    likely: people.toSorted((a, b) => weight(purpose, b, network) - weight(purpose, a, network) || byStrength(a, b)),
  };
}

/** A talk counts half as much for every season that has passed since. */
const halfLifeMs = 90 * dayMs;

function strengths({ touches, now }: Network): Map<string, number> {
  const strength = new Map<string, number>();
  for (const { person, at } of touches) {
    if (!person || !at || msOf(at) > now) continue;
    strength.set(person, (strength.get(person) ?? 0) + 0.5 ** ((now - msOf(at)) / halfLifeMs));
  }
  return strength;
}

function lastTold(people: readonly Person[], forwards: Network["forwards"], to: Forwards["to"]): Person | null {
  const passed = forwards.filter((row) => row.to === to).toSorted((a, b) => ((a.at ?? "") < (b.at ?? "") ? 1 : -1));
  const byId = new Map(people.map((person) => [person.id, person]));
  for (const { person } of passed) {
    const known = byId.get(person ?? "");
    if (known) return known;
  }
  return null;
}

const ranks = ["peer", "lead", "manager", "director", "executive"];
const rankOf = ({ level }: Person): number => ranks.indexOf(level ?? "");
const isLeader = (person: Person): boolean => rankOf(person) >= ranks.indexOf("manager");

function isMyLine(person: Person, boss: Person | null, bosssBoss: Person | null): boolean {
  return person.id === boss?.id || person.id === bosssBoss?.id;
}

/** Another department of the same house. Where nobody said which is one's own, one's boss's is. */
function isOutsideMyLine(person: Person, boss: Person | null, bosssBoss: Person | null, me: Network["me"]): boolean {
  if (isMyLine(person, boss, bosssBoss)) return false;
  const department = plain(me?.department ?? boss?.department);
  const organisation = plain(me?.organisation ?? boss?.organisation);
  if (organisation !== "" && plain(person.organisation) !== "" && plain(person.organisation) !== organisation) return false;
  return department !== "" && plain(person.department) !== "" && plain(person.department) !== department;
}

/** Who comes first in the list to choose from, before how well one knows them. */
function weight(purpose: MessagePurpose, person: Person, { me }: Network): number {
  const isHere = me?.organisation != null && plain(person.organisation) === plain(me.organisation);
  switch (relationOf(purpose, "to")) {
    case "boss":
      return (isHere ? 2 : 0) + (isLeader(person) ? 1 : 0);
    case "bosss_boss":
      return (isHere ? 2 : 0) + (rankOf(person) >= ranks.indexOf("director") ? 1 : 0);
    default:
      return 0;
  }
}

const plain = (text: string | null | undefined): string => (text ?? "").trim().toLocaleLowerCase();

function inOrder(a: Person, b: Person): number {
  return (a.name ?? "").localeCompare(b.name ?? "") || (a.id < b.id ? -1 : 1);
}

export interface Remembered {
  readonly id: string;
  readonly relation: Relation | null;
}

/**
 * What is to be remembered of somebody who was chosen. There is one boss, so the former one is none; a friend who is the
 * boss stays the boss.
 */
export function remembering(relation: Relation, chosen: string, people: readonly Person[]): readonly Remembered[] {
  const now = people.find(({ id }) => id === chosen)?.relation ?? null;
  if (now === relation || (now !== null && isSingle(now) && !isSingle(relation))) return [];
  return [{ id: chosen, relation }, ...displacedBy(people, chosen, relation).map(({ id }) => ({ id, relation: null }))];
}

/** "Leila Brandt is your boss" */
export const roleWords: { readonly [relation in Relation]: string } = {
  boss: "your boss",
  bosss_boss: "your boss’s boss",
  trusted: "somebody you trust",
  referrer: "somebody who helped you",
};
