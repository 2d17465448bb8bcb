// The sentences of People: who is due, who was spoken with, and when next.
import { dayOf, type TimeZone } from "../../model/days.ts";
import { nextDay } from "../../model/people/cadence.ts";
import type { Contact } from "../../model/people/contacts.ts";
import { relationWords } from "../../model/people/relations.ts";
import { capital, dateWords, numberWord, shortDateWords } from "../../model/words.ts";
import { placeWord, type Person } from "./load.ts";

/** "Say hello to three people.": as many as are shown, not as many as there might be. */
export function dueHeadline(shown: number, people: readonly Person[]): string {
  if (shown > 0) return `Say hello to ${shown === 1 ? "one person" : `${numberWord(shown)} people`}.`;
  if (people.length === 0) return "Whom do you know?";
  return people.some(({ cadence_weeks }) => cadence_weeks !== null) ? "Nobody waits for a word." : knownHeadline(people.length);
}

export function knownHeadline(count: number): string {
  if (count === 0) return "Whom do you know?";
  return `You know ${count === 1 ? "one person" : `${numberWord(count)} people`}.`;
}

/** "Asset data. Last on 19 Oct." */
export function dueMeta(person: Person, last: Contact | null, nowMs: number, zone: TimeZone): string {
  const when = last === null ? "No word yet." : `Last on ${shortDateWords(last.at, zone, dayOf(nowMs, zone))}.`;
  return [sentence(placeWord(person)), when].filter(Boolean).join(" ");
}

/** "Thu 19 Nov, coffee. You lent him a sheet." A gift says most, then what they are, then when next. */
export function spokenMeta(person: Person, contact: Contact, nowMs: number, zone: TimeZone): string {
  const today = dayOf(nowMs, zone);
  const when = `${dateWords(contact.at, zone, today)}, ${contact.by}.`;
  return [when, sentence(contact.give) ?? afterwards(person, contact, zone, today)].filter(Boolean).join(" ");
}

function afterwards(person: Person, contact: Contact, zone: TimeZone, today: string): string | null {
  if (person.relation === "boss" || person.relation === "bosss_boss") return `${relationWords[person.relation]}.`;
  const next = nextDay(person.cadence_weeks, contact, zone);
  return next && `Next: ${shortDateWords(next, zone, today)}.`;
}

/** With a full stop, and a capital where it begins. */
export function sentence(words: string | null): string | null {
  const said = words?.trim() ?? "";
  if (said === "") return null;
  return /[.?!…]$/u.test(said) ? capital(said) : `${capital(said)}.`;
}
