// People as a vCard file. Version 3.0 (RFC 2426), not 4.0: Apple, Google and Android read both, Outlook only this one.
// What an address book has no word for travels in extensions of ours, so that a file read back is the same people.

import type { People } from "../schema.ts";

type Person = Readonly<Partial<People>> & { readonly id: string };

export function vcardOf(people: readonly Person[]): string {
  return people.map(cardOf).join("");
}

function cardOf(person: Person): string {
  const name = person.name ?? "";
  const lines = [
    "BEGIN:VCARD",
    "VERSION:3.0",
    "PRODID:-//Rebound//EN",
    `UID:urn:uuid:${person.id}`,
    `FN:${escaped(name)}`,
    `N:${partsOfName(name).map(escaped).join(";")};;;`,
    ...(person.organisation || person.department
      ? [`ORG:${[person.organisation ?? "", ...(person.department ? [person.department] : [])].map(escaped).join(";")}`]
      : []),
    ...said("TITLE", person.role),
    ...said("EMAIL;TYPE=INTERNET", person.email),
    ...said("TEL", person.phone),
    ...said("URL", person.link),
    ...said("NOTE", person.notes),
    ...said("X-REBOUND-LEVEL", person.level),
    ...said("X-REBOUND-RELATION", person.relation),
    ...said("X-REBOUND-CADENCE", person.cadence_weeks),
    ...said("X-REBOUND-HOW-MET", person.how_met),
    "END:VCARD",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function said(name: string, value: string | number | null | undefined): string[] {
  return value === null || value === undefined || value === "" ? [] : [`${name}:${escaped(String(value))}`];
}

/** Family and given name, as well as one line tells them apart; FN has the name itself. */
function partsOfName(name: string): readonly [string, string] {
  const [family, given, ...more] = name.split(",");
  if (given !== undefined && more.length === 0) return [family!.trim(), given.trim()];
  const words = name.trim().split(/\s+/);
  return words.length > 1 ? [words.at(-1)!, words.slice(0, -1).join(" ")] : ["", name.trim()];
}

/** RFC 2426, 4: text-value. */
function escaped(value: string): string {
  return value.replace(/[\\,;]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n");
}

const longestOctets = 75;

/** No line longer than 75 octets (RFC 2426, 2.6), and no character cut in two. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  if (line.length * 3 <= longestOctets) return line;
  const lines: string[] = [];
  let [current, octets] = ["", 0];
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > longestOctets) {
      lines.push(current);
      // The space that marks the continuation counts.
      [current, octets] = ["", 1];
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join("\r\n ");
}
