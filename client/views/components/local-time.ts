// The two halves of a date and time field, and the moment they mean on this device.

import { dayOf, deviceZone, momentNow, wallTime, type Moment } from "../../model/days.ts";

export interface LocalTime {
  /** "2026-11-23", as a date input holds it. */
  readonly day: string;
  /** "15:42", as a time input holds it. */
  readonly time: string;
}

export function localTime(ms: number): LocalTime {
  const zone = deviceZone();
  const { hour, minute } = wallTime(ms, zone);
  return { day: dayOf(ms, zone), time: `${two(hour)}:${two(minute)}` };
}

/** Null where a field is empty or names a day that does not exist; the date input hands out "" for such a day. */
export function momentFrom({ day, time }: LocalTime): Moment | null {
  const ms = new Date(`${day}T${time}`).getTime();
  return Number.isNaN(ms) ? null : momentNow(ms);
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
