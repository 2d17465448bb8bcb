// The person's own days off. Lines that count in business days, and that nobody has touched, are dated anew with them.

import { dayOf, deviceZone, type Day } from "../model/days.ts";
import { countsBusinessDays } from "../model/due.ts";
import { daysIn, spanWords, withoutSpan, withSpan, type Span } from "../model/days-off.ts";
import { PROFILE_ID } from "../model/profile.ts";
import { store } from "../store/current.ts";
import type { Change, Store } from "../store/store.ts";
import { redateList } from "./redating.ts";
import { perform } from "./undo.ts";

export async function addDaysOff(span: Span): Promise<void> {
  await change((days, today) => withSpan(days, span, today), `Off: ${spanWords(span, todayHere())}`);
}

export async function removeDaysOff(span: Span): Promise<void> {
  await change((days, today) => withoutSpan(days, span, today), `No longer off: ${spanWords(span, todayHere())}`);
}

const todayHere = (): Day => dayOf(Date.now(), deviceZone());

async function change(next: (days: readonly Day[], today: Day) => readonly Day[], words: string): Promise<void> {
  const from = store.value;
  const profile = await from.get("profiles", PROFILE_ID);
  const days = next(daysIn(profile?.days_off), todayHere());
  const redated = await redatedFor(from, new Set(days));
  await perform(words, [{ collection: "profiles", id: PROFILE_ID, set: { days_off: days } }, ...redated]);
}

/** Only the lists that have such a line open are read. */
async function redatedFor(from: Store, daysOff: ReadonlySet<Day>): Promise<readonly Change[]> {
  const counting = (await from.openItems()).filter(({ due_rule }) => due_rule !== null && countsBusinessDays(due_rule));
  const ids = new Set(counting.map(({ checklist }) => checklist).filter((id) => id !== null));
  const lists = await from.getMany("checklists", [...ids]);
  const changes = await Promise.all(lists.map((list) => redateList(from, list, {}, deviceZone(), daysOff)));
  return changes.flat();
}
