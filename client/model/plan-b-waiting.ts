// The day on which somebody stops waiting where they are: chosen by themselves, kept with the day of the choice. Pure.

import { dayOf, daysBetween, type Day, type TimeZone } from "./days.ts";
import type { Profiles } from "./schema.ts";
import { shortDateWords } from "./words.ts";

/** Where it is set and changed. */
export const stopWaitingHref = "/plan-b#stop-waiting";

type Chosen = Pick<Profiles, "stop_waiting_on" | "stop_waiting_set_at">;

export interface StopWaiting {
  readonly on: Day | null;
  /** "Stop waiting here: 15 Jan" */
  readonly title: string;
  /** "You chose this date on 18 Nov." */
  readonly note: string;
  readonly hasCome: boolean;
}

/** `profile` is null while nobody has said anything of themselves. */
export function stopWaiting(profile: Chosen | null | undefined, today: Day, zone: TimeZone): StopWaiting {
  const on = profile?.stop_waiting_on ?? null;
  if (!profile || on === null) {
    return { on: null, title: "Stop waiting here", note: "No date yet. One you choose yourself ends the waiting.", hasCome: false };
  }
  const hasCome = on <= today;
  return { on, title: `Stop waiting here: ${dateOf(on, today, zone)}`, note: noteFor(profile, hasCome, today, zone), hasCome };
}

/** "15 Jan": with the year only where it could be mistaken. */
function dateOf(day: Day, today: Day, zone: TimeZone): string {
  return Math.abs(daysBetween(today, day)) < 300 ? shortDateWords(day, zone) : shortDateWords(day, zone, today);
}

function noteFor({ stop_waiting_set_at }: Chosen, hasCome: boolean, today: Day, zone: TimeZone): string {
  const since = stop_waiting_set_at === null ? null : dateOf(dayOf(stop_waiting_set_at, zone), today, zone);
  if (hasCome) return since === null ? "The day has come." : `The day has come. You chose it on ${since}.`;
  return since === null ? "A date of your own." : `You chose this date on ${since}.`;
}
