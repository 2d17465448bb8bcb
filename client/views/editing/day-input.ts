// Between a moment and what <input type="date"> and <input type="time"> hold, in the person's own zone.
import { dayOf, isDay, momentAt, wallTime, type Moment, type TimeZone } from "../../model/days.ts";

const two = (number: number): string => String(number).padStart(2, "0");

/** "2026-11-27", or "" where there is no moment. */
export const dayValue = (moment: Moment | null, zone: TimeZone): string => (moment === null ? "" : dayOf(moment, zone));

/** "15:42", or "" where there is no moment. */
export function timeValue(moment: Moment | null, zone: TimeZone): string {
  if (moment === null) return "";
  const { hour, minute } = wallTime(moment, zone);
  return `${two(hour)}:${two(minute)}`;
}

/** What is wrong with what stands in a date input, which hands out "" for half a date. */
export function dayProblem({ validity }: HTMLInputElement): string | null {
  if (validity.badInput) return "That day is not in the calendar. Nothing was changed.";
  if (validity.rangeUnderflow || validity.rangeOverflow) return "The year has four digits, as in 2026. Nothing was changed.";
  return null;
}

/** The moment two inputs show. Without a time, `otherwise` ("09:00") counts; null for a day that is none. */
export function momentFromInputs(day: string, time: string, otherwise: string, zone: TimeZone): Moment | null {
  if (!isDay(day)) return null;
  const [hour, minute] = (/^\d\d:\d\d/.test(time) ? time : otherwise).split(":").map(Number);
  return momentAt(day, hour ?? 0, minute ?? 0, zone);
}
