// One line becomes a person: "Ines Duarte, Asset data". What is known by its shape (an address, a number, a level) is
// taken for that wherever it stands; a known department or company is recognised; the rest goes by its place.

import { readAddress } from "../messages/address.ts";
import type { People } from "../schema.ts";
import { levelNamed, levelOfTitle } from "./levels.ts";

/** What the other people have, so that a word that was used before means the same again. */
export interface KnownPlaces {
  readonly departments: readonly string[];
  readonly organisations: readonly string[];
}

export type QuickPerson = Partial<People> & { readonly name: string };

/** Longer than any line somebody would add in a hurry. */
const longestLine = 1000;

/** Null where there is no name. */
export function personIn(line: string, known: KnownPlaces): QuickPerson | null {
  const found: Partial<People> = {};
  const bare = takeAddress(line.slice(0, longestLine), found);
  const [first = "", ...rest] = bare.split(/[,;\t]/).map((part) => part.trim().replace(/\s+/g, " "));
  const { name, organisation } = nameIn(first);
  if (name === "") return null;
  if (organisation) found.organisation = organisation;
  for (const part of rest) if (part !== "") place(part, found, known);
  return { ...found, name };
}

/** Takes "ines@norrholm.example" or "<ines@…>" out of the line. */
function takeAddress(line: string, found: Partial<People>): string {
  let rest = line;
  for (const word of line.split(/[\s,;]+/)) {
    if (found.email || !word.includes("@")) continue;
    const { address } = readAddress(word.replace(/^[<(]+|[>)]+$/g, ""));
    if (address === null) continue;
    found.email = address;
    rest = rest.replace(word, "");
  }
  return rest;
}

/** "Leila Brandt (Ostara Rail)" and "Leila Brandt at Ostara Rail" say where in the same breath. */
function nameIn(part: string): { readonly name: string; readonly organisation: string | null } {
  const bracketed = /^([^()]+)\(([^()]+)\)$/.exec(part);
  if (bracketed) return { name: bracketed[1]!.trim(), organisation: bracketed[2]!.trim() };
  const [name, ...places] = part.split(/ (?:at|@) /);
  return { name: (name ?? "").trim(), organisation: places.join(" at ").trim() || null };
}

function place(part: string, found: Partial<People>, known: KnownPlaces): void {
  const level = levelNamed(part);
  if (level && !found.level) found.level = level;
  else if (isNumber(part) && !found.phone) found.phone = part;
  else placeWords(part, found, known);
}

function placeWords(part: string, found: Partial<People>, known: KnownPlaces): void {
  const department = sameAs(part, known.departments);
  const organisation = sameAs(part, known.organisations);
  const titled = levelOfTitle(part);
  if (department && !found.department) found.department = department;
  else if (organisation && !found.organisation) found.organisation = organisation;
  else if (titled && !found.role) {
    found.role = part;
    found.level ??= titled;
  } else if (!found.department) found.department = part;
  else if (!found.organisation) found.organisation = part;
  else found.role ??= part;
}

function isNumber(part: string): boolean {
  return /^\+?[\d\s()/.-]{5,40}$/.test(part) && part.replace(/\D/g, "").length >= 5;
}

function sameAs(part: string, known: readonly string[]): string | undefined {
  const wanted = part.toLocaleLowerCase();
  return known.find((one) => one.toLocaleLowerCase() === wanted);
}

/** What stands in one field of all of them, the most used first. */
export function inUse(people: readonly Readonly<People>[], field: "department" | "organisation"): string[] {
  const uses = new Map<string, { name: string; count: number }>();
  for (const { [field]: name } of people) {
    if (!name) continue;
    const key = name.toLocaleLowerCase();
    const use = uses.get(key);
    if (use) use.count += 1;
    else uses.set(key, { name, count: 1 });
  }
  return [...uses.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)).map(({ name }) => name);
}
