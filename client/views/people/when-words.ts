import { dayOf, type TimeZone } from "../../model/days.ts";
import { contactsIn, lastByPerson } from "../../model/people/contacts.ts";
import { cadenceWords, nextDay } from "../../model/people/cadence.ts";
import { capital, dateWords, nearDayWords } from "../../model/words.ts";
import type { PersonView } from "./load.ts";

/** "Last on Thu 19 Nov. Next on Monday." */
export function whenWords({ person, touches, meetings, letters }: PersonView, nowMs: number, zone: TimeZone): string | null {
  const attendances = meetings.map(({ attendance }) => attendance);
  const interviews = meetings.map(({ interview }) => interview);
  const last = lastByPerson(contactsIn({ touches, attendances, interviews, messages: letters }, nowMs)).get(person.id) ?? null;
  const today = dayOf(nowMs, zone);
  const weeks = person.cadence_weeks;
  if (last === null) return weeks === null ? null : `${capital(cadenceWords(weeks))}; no word yet.`;
  const next = nextDay(weeks, last, zone);
  const said = `Last on ${dateWords(last.at, zone, today)}.`;
  if (next === null) return said;
  return next < today ? `${said} Time for a word.` : `${said} Next ${nearDayWords(next, today)}.`;
}
