// Until when a line can rest: tonight while there is an evening left, tomorrow, next week. Pure.
//
// For whoever is still up at one in the morning it is the evening before: tomorrow comes after they have slept.

import { addDays, dayOf, msAt, weekdayOf, wallTime, type TimeZone } from "./days.ts";

export interface Rest {
  readonly word: "Tonight" | "Tomorrow" | "Next week";
  /** Milliseconds since 1970. */
  readonly atMs: number;
}

/** The hour the due rules use. */
export const morningHour = 9;
/** After work; and once more later, for whoever asks in the evening. */
const eveningHours = [18, 21] as const;
/** A rest shorter than this is none. */
const leastHours = 1;
/** Before this hour nobody has got up yet. */
const dayBegins = 5;

export function rests(nowMs: number, zone: TimeZone): readonly Rest[] {
  const { hour } = wallTime(nowMs, zone);
  const isStillUp = hour < dayBegins;
  const today = addDays(dayOf(nowMs, zone), isStillUp ? -1 : 0);
  const evening = isStillUp ? undefined : eveningHours.find((at) => hour + leastHours < at);
  const toMonday = 8 - weekdayOf(today);
  return [
    ...(evening === undefined ? [] : [{ word: "Tonight", atMs: msAt(today, evening, 0, zone) } as const]),
    { word: "Tomorrow", atMs: msAt(addDays(today, 1), morningHour, 0, zone) },
    // On a Sunday that is tomorrow.
    ...(toMonday === 1 ? [] : [{ word: "Next week", atMs: msAt(addDays(today, toMonday), morningHour, 0, zone) } as const]),
  ];
}
