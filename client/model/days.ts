// Moments and local days, with Intl as the only source of time zones.
//
// A moment is RFC 3339 in UTC ("2026-11-23T09:30:00Z", milliseconds only when they are not zero); a day is a day of
// the person's own calendar ("2026-11-23"). Moments are compared as numbers, never as text: "00Z" sorts after "00.5Z".

export type Moment = string;
export type Day = string;
export type TimeZone = string;

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** Monday is 1, Sunday is 7, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const firstMs = Date.parse("0001-01-01T00:00:00Z");
const lastMs = Date.parse("9999-12-31T23:59:59.999Z");

/** The one text of a moment. Null outside the years 1 to 9999, which no field can hold. */
export function momentOf(ms: number): Moment | null {
  if (!(ms >= firstMs && ms <= lastMs)) return null;
  return new Date(ms).toISOString().replace(".000Z", "Z");
}

/** The moment a clock shows now. */
export function momentNow(nowMs: number = Date.now()): Moment {
  return new Date(nowMs).toISOString().replace(".000Z", "Z");
}

/** Milliseconds since 1970; NaN for what is no moment. */
export function msOf(moment: Moment): number {
  return Date.parse(moment);
}

let zoneNow: TimeZone | null = null;

/** The zone this device is set to; UTC where it will not say. Asked once a task: a list of thousands asks for each row. */
export function deviceZone(): TimeZone {
  if (zoneNow === null) {
    zoneNow = new Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
    setTimeout(() => (zoneNow = null));
  }
  return zoneNow;
}

/** The calendar day a moment falls on in a zone. */
export function dayOf(moment: Moment | number, zone: TimeZone): Day {
  const ms = typeof moment === "number" ? moment : msOf(moment);
  return dayText(ms + offsetMs(ms, zone));
}

/** Hours and minutes on the wall in a zone. */
export function wallTime(moment: Moment | number, zone: TimeZone): { readonly hour: number; readonly minute: number } {
  const ms = typeof moment === "number" ? moment : msOf(moment);
  const wall = new Date(ms + offsetMs(ms, zone));
  return { hour: wall.getUTCHours(), minute: wall.getUTCMinutes() };
}

/**
 * Milliseconds since 1970 when the wall shows this time of this day. Where the clock jumps over it, the same distance
 * after the jump; where the clock shows it twice, the first time. The same choice as RFC 5545 and Temporal make.
 */
export function msAt(day: Day, hour: number, minute: number, zone: TimeZone): number {
  const wall = wallMs(day) + hour * hourMs + minute * minuteMs;
  // No zone changes its clock twice within two days, so the offset is one of the two around the wall time.
  const before = offsetMs(wall - dayMs, zone);
  const after = offsetMs(wall + dayMs, zone);
  const shown = [wall - before, wall - after].filter((ms) => ms + offsetMs(ms, zone) === wall);
  return shown.length > 0 ? Math.min(...shown) : wall - before;
}

/** As msAt, as a moment. */
export function momentAt(day: Day, hour: number, minute: number, zone: TimeZone): Moment | null {
  return momentOf(msAt(day, hour, minute, zone));
}

/** Whether text is a day of the calendar. */
export function isDay(text: string): boolean {
  const ms = /^\d{4}-\d\d-\d\d$/.test(text) ? wallMs(text) : NaN;
  // Some engines read 30 February as 2 March.
  return !Number.isNaN(ms) && dayText(ms) === text;
}

export function addDays(day: Day, count: number): Day {
  return dayText(wallMs(day) + count * dayMs);
}

/** How many days the second lies after the first. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((wallMs(to) - wallMs(from)) / dayMs);
}

export function weekdayOf(day: Day): Weekday {
  return (((new Date(wallMs(day)).getUTCDay() + 6) % 7) + 1) as Weekday;
}

/** Days on which a person does not work, beside Saturday and Sunday. */
export type DaysOff = ReadonlySet<Day>;

const noneOff: DaysOff = new Set();

export function isBusinessDay(day: Day, off: DaysOff = noneOff): boolean {
  return weekdayOf(day) <= 5 && !off.has(day);
}

/** The nth business day after a day; with 0 the day itself, or the next one where it is none. */
export function addBusinessDays(day: Day, count: number, off: DaysOff = noneOff): Day {
  if (off.size > 0) return stepBusinessDays(day, count, off);
  const weekday = weekdayOf(day);
  if (count === 0) return weekday <= 5 ? day : addDays(day, 8 - weekday);
  // From a weekend one counts as from the Friday before it.
  const start = weekday <= 5 ? day : addDays(day, 5 - weekday);
  const intoWeek = weekdayOf(start) - 1 + count;
  return addDays(start, count + 2 * Math.floor(intoWeek / 5));
}

/** Day by day. It ends: after the last of the days off, which are so many and no more, every week has five. */
function stepBusinessDays(day: Day, count: number, off: DaysOff): Day {
  let at = day;
  while (count === 0 && !isBusinessDay(at, off)) at = addDays(at, 1);
  for (let left = count; left > 0; ) {
    at = addDays(at, 1);
    if (isBusinessDay(at, off)) left -= 1;
  }
  return at;
}

/** The last business day of the month a day lies in; where all of it is off, the last Monday to Friday. */
export function lastBusinessDayOfMonth(day: Day, off: DaysOff = noneOff): Day {
  const last = lastWeekdayOfMonth(day);
  for (let at = last; off.size > 0 && at.slice(0, 7) === last.slice(0, 7); at = addDays(at, -1)) {
    if (isBusinessDay(at, off)) return at;
  }
  return last;
}

function lastWeekdayOfMonth(day: Day): Day {
  const last = addDays(firstOfNextMonth(day, 1), -1);
  const over = weekdayOf(last) - 5;
  return over > 0 ? addDays(last, -over) : last;
}

/** The first day of the month `months` later. */
export function firstOfNextMonth(day: Day, months: number): Day {
  const date = new Date(wallMs(day));
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  return dayText(date.getTime());
}

/** Midnight of a day as if the wall were UTC; arithmetic on days happens there, where every day has 24 hours. */
function wallMs(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function dayText(wall: number): Day {
  const text = new Date(wall).toISOString();
  // Beyond the year 9999 ISO writes "+010000-…": kept whole, so that it fails as a day instead of becoming another.
  return text.slice(0, text.indexOf("T"));
}

const clocks = new Map<TimeZone, Intl.DateTimeFormat>();

/** Making a formatter costs a hundred times more than using it, so there is one a zone. */
function clockOf(zone: TimeZone): Intl.DateTimeFormat {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      era: "short",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    clocks.set(zone, clock);
  }
  return clock;
}

/** Offsets of whole weeks and days of UTC, by zone and number; null for one in which the clock changes. */
const offsetsBySpan = new Map([7 * dayMs, dayMs].map((span) => [span, new Map<TimeZone, Map<number, number | null>>()]));

/**
 * How far the wall in a zone is ahead of UTC at an instant. Asking Intl takes microseconds, a list of thousands of
 * lines asks thousands of times: so a week whose ends have the same offset is asked about once, and in the week of a
 * change each day. No zone changes its clock twice within a week.
 */
function offsetMs(ms: number, zone: TimeZone): number {
  if (zone === "UTC") return 0;
  for (const [span, offsetsByZone] of offsetsBySpan) {
    let offsets = offsetsByZone.get(zone);
    if (!offsets) offsetsByZone.set(zone, (offsets = new Map()));
    const offset = offsetIn(offsets, span, ms, zone);
    if (offset !== null) return offset;
  }
  return askedOffsetMs(ms, zone);
}

function offsetIn(offsets: Map<number, number | null>, span: number, ms: number, zone: TimeZone): number | null {
  const number = Math.floor(ms / span);
  let offset = offsets.get(number);
  if (offset === undefined) {
    const first = askedOffsetMs(number * span, zone);
    offset = first === askedOffsetMs((number + 1) * span - 1, zone) ? first : null;
    offsets.set(number, offset);
  }
  return offset;
}

function askedOffsetMs(ms: number, zone: TimeZone): number {
  const part: Record<string, string> = {};
  for (const { type, value } of clockOf(zone).formatToParts(ms)) part[type] = value;
  const year = part["era"] === "BC" ? 1 - Number(part["year"]) : Number(part["year"]);
  const wall = new Date(0);
  // Date.UTC would read the years 0 to 99 as 1900 to 1999.
  wall.setUTCFullYear(year, Number(part["month"]) - 1, Number(part["day"]));
  wall.setUTCHours(Number(part["hour"]), Number(part["minute"]), Number(part["second"]));
  // Intl shows whole seconds; below 1970 the remainder is negative.
  const fraction = ((ms % 1000) + 1000) % 1000;
  return wall.getTime() - (ms - fraction);
}
