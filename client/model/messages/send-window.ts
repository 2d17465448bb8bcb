// When a message is best sent. A suggestion only: the person may always send now, or hold it.
//
// Work letters arrive on weekdays, by day. Two exceptions: a thank-you counts most within 24 hours, so before a weekend
// it goes today; and what is written about an answer rests a night. Letters to friends know no weekdays.

import {
  addBusinessDays,
  addDays,
  dayOf,
  hourMs,
  isBusinessDay,
  momentAt,
  msOf,
  wallTime,
  weekdayOf,
  type Day,
  type DaysOff,
  type Moment,
  type TimeZone,
} from "../days.ts";
import { dateWords, timeWords, weekdayNames } from "../words.ts";
import type { MessagePurpose } from "./purposes.ts";

export interface SendWindow {
  readonly suggested: "now" | "hold";
  /** Until when Hold keeps it, whichever is suggested. */
  readonly hold_until: Moment;
  readonly words: string;
}

/** To somebody close, at home as much as at work. */
const privatePurposes: ReadonlySet<MessagePurpose> = new Set<MessagePurpose>(["plan-b-ask", "thank-referrer"]);

/** Written in the hour of an answer, better read once more in the morning. */
const restingPurposes: ReadonlySet<MessagePurpose> = new Set<MessagePurpose>(["accept-news", "commitment"]);

/** Worth most on the day after the talk at the latest. */
const freshPurposes: ReadonlySet<MessagePurpose> = new Set<MessagePurpose>(["thank-you", "correction"]);

/** From seven to eight in the evening a letter looks like work; before and after, like a bad night. */
const [dayBegins, dayEnds] = [7, 20] as const;
const freshMs = 24 * hourMs;

export function sendWindow(
  purpose: MessagePurpose,
  now: Moment,
  zone: TimeZone,
  heldAt: Moment | null = null,
  off?: DaysOff,
): SendWindow {
  const isPrivate = privatePurposes.has(purpose);
  const rests = restingPurposes.has(purpose);
  const today = dayOf(now, zone);
  const { hour } = wallTime(now, zone);
  const isGoodDay = isPrivate || isBusinessDay(today, off);
  const isEarly = isGoodDay && hour < dayBegins && !rests;
  const hold_until = morningOf(isEarly ? today : nextDay(today, isPrivate, off), zone);
  if (freshPurposes.has(purpose) && heldAt && wouldGoStale(heldAt, now, hold_until)) {
    const late = weekdayNames[weekdayOf(dayOf(hold_until, zone)) - 1];
    return {
      suggested: "now",
      hold_until,
      words: `Send today? It counts most within a day, and ${late} would be late.`,
    };
  }
  const isGoodHour = isGoodDay && hour >= dayBegins && hour < dayEnds;
  if (isGoodHour && !rests) return { suggested: "now", hold_until, words: "Now is a good time." };
  return {
    suggested: "hold",
    hold_until,
    words: `Hold until ${dateWords(hold_until, zone)}, ${timeWords(hold_until, zone)}`,
  };
}

/** Still fresh now, and no longer so when the hold ends. */
function wouldGoStale(heldAt: Moment, now: Moment, until: Moment): boolean {
  const end = msOf(heldAt) + freshMs;
  return msOf(now) <= end && msOf(until) > end;
}

function nextDay(today: Day, anyDay: boolean, off?: DaysOff): Day {
  return anyDay ? addDays(today, 1) : addBusinessDays(today, 1, off);
}

function morningOf(day: Day, zone: TimeZone): Moment {
  return momentAt(day, 8, 30, zone)!;
}

/** Until tomorrow, 08:30, whatever the day: what the first hour after a No promises. */
export function holdUntilTomorrow(now: Moment, zone: TimeZone): Moment {
  return morningOf(addDays(dayOf(now, zone), 1), zone);
}
