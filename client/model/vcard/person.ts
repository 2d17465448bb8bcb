// From a card to a person: what of it Rebound keeps, and which of several addresses and numbers.

import { fitted } from "../clean.ts";
import { levelNamed, levelOfTitle } from "../people/levels.ts";
import { relations } from "../people/relations.ts";
import type { People } from "../schema.ts";
import type { Card } from "./cards.ts";
import { partsOf, unescaped, type Property } from "./property.ts";

export interface CardPerson {
  readonly line: number;
  readonly uid: string | null;
  readonly given: Partial<People> & { readonly name: string };
}

const longestNotes = 200_000;

/** Null for a card that says of nobody who they are. */
export function personOf(card: Card): CardPerson | null {
  const read = new Reading(card);
  const [organisation = "", ...departments] = partsOf(read.raw("ORG"));
  const email = addressOf(read.best("EMAIL", emailRank)?.value ?? "");
  const name = nameOf(read) || organisation || email;
  if (name === "") return null;
  const role = read.text("TITLE") || read.text("ROLE");
  const given = fitted("people", {
    name,
    role: role || null,
    department: departments.filter(Boolean).join(", ") || null,
    organisation: organisation || null,
    email: email || null,
    phone: numberOf(read.best("TEL", numberRank)?.value ?? "") || null,
    link: read.text("URL") || null,
    how_met: read.text("X-REBOUND-HOW-MET") || null,
  });
  if (!given.name) return null;
  return { line: card.line, uid: uidOf(read.text("UID")), given: { ...present(given), ...extras(read, role), name: given.name } };
}

/** What is no short text of a card's own. */
function extras(read: Reading, role: string): Partial<People> {
  const notes = Array.from(read.all("NOTE"), ({ value }) => unescaped(value).replace(/\r\n?/g, "\n").trim()).filter(Boolean).join("\n\n");
  const relation = relations.find((one) => one === read.text("X-REBOUND-RELATION"));
  const weeks = Number(read.text("X-REBOUND-CADENCE"));
  const level = levelNamed(read.text("X-REBOUND-LEVEL")) ?? levelOfTitle(role);
  return {
    ...(notes && { notes: notes.slice(0, longestNotes).toWellFormed().replaceAll("\0", "") }),
    ...(relation && { relation }),
    ...(Number.isInteger(weeks) && weeks >= 1 && weeks <= 52 && { cadence_weeks: weeks }),
    ...(level && { level }),
  };
}

function present(given: Partial<People>): Partial<People> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
}

class Reading {
  readonly #byName = new Map<string, Property[]>();

  constructor({ properties }: Card) {
    for (const property of properties) {
      const same = this.#byName.get(property.name);
      if (same) same.push(property);
      else this.#byName.set(property.name, [property]);
    }
  }

  all(name: string): readonly Property[] {
    return this.#byName.get(name) ?? [];
  }

  /** The first that says something. */
  raw(name: string): string {
    return this.all(name).find(({ value }) => value.trim() !== "")?.value ?? "";
  }

  /** On one line. */
  text(name: string): string {
    return unescaped(this.raw(name)).replace(/\s+/g, " ").trim();
  }

  best(name: string, rank: (property: Property) => number): Property | null {
    const said = this.all(name).filter(({ value }) => value.trim() !== "");
    return said.reduce<Property | null>((best, one) => (best === null || rank(one) < rank(best) ? one : best), null);
  }
}

/** FN; else the parts of N in the order they are spoken, without the title; else a nickname. */
function nameOf(read: Reading): string {
  const formatted = read.text("FN");
  if (formatted !== "") return formatted;
  const [family = "", given = "", additional = "", , suffix = ""] = partsOf(read.raw("N"));
  const spoken = [given, additional, family].map((part) => part.replaceAll(",", " ")).filter(Boolean).join(" ");
  const whole = spoken !== "" && suffix !== "" ? `${spoken} ${suffix}` : spoken;
  return whole.replace(/\s+/g, " ").trim() || read.text("NICKNAME");
}

/** What the card prefers, then what is for work: this is a network, not a family. */
function emailRank(property: Property): number {
  return preferred(property) + (property.types.has("WORK") ? 0 : 1);
}

/** A fax answers nobody. */
function numberRank(property: Property): number {
  const { types } = property;
  const isDeaf = ["FAX", "PAGER", "MODEM", "VIDEO", "X-FAX"].some((type) => types.has(type));
  const isMobile = ["CELL", "MOBILE", "IPHONE"].some((type) => types.has(type));
  return (isDeaf ? 10_000 : 0) + preferred(property) + (isMobile ? 0 : types.has("WORK") ? 1 : 2);
}

function preferred({ types, preference }: Property): number {
  if (preference > 0) return 10 * preference;
  return types.has("PREF") ? 0 : 2_000;
}

function addressOf(value: string): string {
  return unescaped(value).trim().replace(/^mailto:/i, "");
}

/** "tel:+44-20-7946-0000;ext=12" as one dials it. */
function numberOf(value: string): string {
  return unescaped(value).trim().replace(/^tel:/i, "").replace(/;.*$/, "");
}

/** Rebound's own cards carry the id of the row they came from. */
function uidOf(text: string): string | null {
  return /^(?:urn:uuid:)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.exec(text)?.[1]?.toLowerCase() ?? null;
}
