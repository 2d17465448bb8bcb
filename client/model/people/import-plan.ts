// What an import would do, before it does it: who is new, who is here already and what the file knows of them that is
// not, and who stands in the file twice. Pure.

import type { People } from "../schema.ts";
import type { CardPerson } from "../vcard/person.ts";
import { emailKey, nameKey, placeKey } from "./duplicates.ts";

export type Given = CardPerson["given"];

type Person = Readonly<People> & { readonly id: string };

export interface ImportEntry {
  /** Its place in the plan. */
  readonly index: number;
  readonly given: Given;
  /** The one here who it is; null: somebody new. */
  readonly match: Person | null;
  /** Of somebody who is here: what would be filled in. Nothing of theirs is overwritten. */
  readonly fills: Partial<People>;
}

export interface ImportPlan {
  readonly entries: readonly ImportEntry[];
  /** Cards that said somebody again. */
  readonly repeated: number;
}

export function planImport(cards: readonly CardPerson[], people: readonly Person[]): ImportPlan {
  const here = new Directory<Person>();
  const idsHere = new Map(people.map((person) => [person.id, person]));
  for (const person of people) here.add(person, person);
  const inFile = new Directory<Given[]>();
  const found: { given: Given[]; match: Person | null }[] = [];
  const taken = new Map<string, Given[]>();
  for (const { given, uid } of cards) {
    const match = (uid === null ? undefined : idsHere.get(uid)) ?? here.find(given) ?? null;
    const same = (match && taken.get(match.id)) ?? inFile.find(given);
    if (same) same.push(given);
    const group = same ?? [given];
    if (!same) found.push({ given: group, match });
    if (match) taken.set(match.id, group);
    inFile.add(given, group);
  }
  const entries = found.map(({ given, match }, index) => entryOf(index, given, match));
  return { entries, repeated: cards.length - entries.length };
}

function entryOf(index: number, cards: readonly Given[], match: Person | null): ImportEntry {
  const given = cards.slice(1).reduce<Given>((whole, card) => ({ ...whole, ...whatFills(whole, card), name: whole.name }), cards[0]!);
  return { index, given, match, fills: match ? whatFills(match, given) : {} };
}

const neverFilled: ReadonlySet<string> = new Set(["name", "relation", "notes"]);

/** What is empty and now known; of notes, what is not in them yet, below what is. */
function whatFills(known: Readonly<Partial<People>>, given: Given): Partial<People> {
  const fills = Object.entries(given).filter(
    ([field, value]) => !neverFilled.has(field) && value !== null && (known[field as keyof People] ?? null) === null,
  );
  const [old, added] = [known.notes?.trim() ?? "", given.notes?.trim() ?? ""];
  if (added !== "" && !old.includes(added)) fills.push(["notes", old === "" ? added : `${old}\n\n${added}`]);
  return Object.fromEntries(fills) as Partial<People>;
}

/** Found by what makes two rows one person (duplicates.ts). */
class Directory<T> {
  readonly #byEmail = new Map<string, T>();
  readonly #byName = new Map<string, Map<string, T>>();

  add({ email, name, organisation }: Readonly<Partial<People>>, one: T): void {
    const address = emailKey(email);
    if (address !== "" && !this.#byEmail.has(address)) this.#byEmail.set(address, one);
    const key = nameKey(name);
    if (key === "") return;
    const places = this.#byName.get(key) ?? new Map<string, T>();
    const place = placeKey(organisation);
    if (!places.has(place)) places.set(place, one);
    this.#byName.set(key, places);
  }

  /** Of one name without a company on one side: only where there is no choice. */
  find({ email, name, organisation }: Readonly<Partial<People>>): T | undefined {
    const address = emailKey(email);
    const byEmail = address === "" ? undefined : this.#byEmail.get(address);
    if (byEmail !== undefined) return byEmail;
    const places = this.#byName.get(nameKey(name));
    if (!places) return undefined;
    const place = placeKey(organisation);
    if (places.has(place)) return places.get(place);
    const only = places.size === 1 ? [...places][0] : undefined;
    return only && (place === "" || only[0] === "") ? only[1] : undefined;
  }
}
