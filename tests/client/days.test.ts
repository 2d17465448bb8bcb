import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  addBusinessDays,
  addDays,
  dayMs,
  dayOf,
  daysBetween,
  firstOfNextMonth,
  hourMs,
  isBusinessDay,
  isDay,
  lastBusinessDayOfMonth,
  momentAt,
  momentOf,
  msAt,
  msOf,
  wallTime,
  weekdayOf,
} from "../../client/model/days.ts";

const zones = [
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "Australia/Lord_Howe",
  "Asia/Kolkata",
  "Pacific/Apia",
  "America/St_Johns",
  "Africa/Casablanca",
  "Asia/Gaza",
];

const anyMs = fc.integer({ min: Date.parse("1975-01-01"), max: Date.parse("2060-01-01") });
const anyDay = anyMs.map((ms) => new Date(ms).toISOString().slice(0, 10));
const anyZone = fc.constantFrom(...zones);

describe("a moment", () => {
  test("has one text: no fraction when it is zero, else three digits", () => {
    assert.equal(momentOf(Date.parse("2026-11-23T09:30:00Z")), "2026-11-23T09:30:00Z");
    assert.equal(momentOf(Date.parse("2026-11-23T09:30:00.120Z")), "2026-11-23T09:30:00.120Z");
  });

  test("outside the years 1 to 9999 is none", () => {
    assert.equal(momentOf(Date.parse("+010000-01-01T00:00:00Z")), null);
    assert.equal(momentOf(Date.parse("0000-12-31T23:59:59Z")), null);
    assert.equal(momentOf(NaN), null);
    assert.equal(momentOf(Date.parse("9999-12-31T23:59:59.999Z")), "9999-12-31T23:59:59.999Z");
  });
});

describe("a day", () => {
  test("is a day of the calendar", () => {
    for (const day of ["2026-11-23", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"]) assert.ok(isDay(day), day);
    for (const text of ["2026-02-29", "1900-02-29", "2026-11-31", "2026-13-01", "2026-00-10", "2026-1-1", "", "today", "2026-11-23T00:00:00Z"]) {
      assert.ok(!isDay(text), text);
    }
  });

  const dayOfMoments: readonly [moment: string, zone: string, day: string][] = [
    ["2026-11-23T23:30:00Z", "Europe/Berlin", "2026-11-24"],
    ["2026-11-23T04:30:00Z", "America/New_York", "2026-11-22"],
    ["2026-11-23T18:29:59Z", "Asia/Kolkata", "2026-11-23"],
    ["2026-11-23T18:30:00Z", "Asia/Kolkata", "2026-11-24"],
    ["2026-12-31T13:00:00Z", "Australia/Lord_Howe", "2027-01-01"],
    // Samoa went over the date line and had no 30 December 2011.
    ["2011-12-30T09:59:59Z", "Pacific/Apia", "2011-12-29"],
    ["2011-12-30T10:00:00Z", "Pacific/Apia", "2011-12-31"],
  ];
  for (const [moment, zone, day] of dayOfMoments) {
    test(`${moment} in ${zone} is ${day}`, () => assert.equal(dayOf(moment, zone), day));
  }

  test("is counted on over month ends, leap days and year ends", () => {
    assert.equal(addDays("2024-02-28", 1), "2024-02-29");
    assert.equal(addDays("2026-02-28", 1), "2026-03-01");
    assert.equal(addDays("2026-12-31", 1), "2027-01-01");
    assert.equal(addDays("2026-03-01", -1), "2026-02-28");
    assert.equal(daysBetween("2024-02-28", "2024-03-01"), 2);
    assert.equal(daysBetween("2027-01-01", "2026-12-31"), -1);
  });

  test("has a weekday, Monday first", () => {
    assert.equal(weekdayOf("2026-11-23"), 1);
    assert.equal(weekdayOf("2026-11-29"), 7);
    assert.equal(weekdayOf("1969-12-31"), 3);
  });

  test("is followed by the first of the month that many months on", () => {
    assert.equal(firstOfNextMonth("2026-01-31", 1), "2026-02-01");
    assert.equal(firstOfNextMonth("2026-11-23", 2), "2027-01-01");
    assert.equal(firstOfNextMonth("2026-11-23", 0), "2026-11-01");
  });
});

describe("a business day", () => {
  const counted: readonly [from: string, count: number, to: string][] = [
    ["2026-11-23", 1, "2026-11-24"],
    ["2026-11-23", 5, "2026-11-30"],
    ["2026-11-27", 1, "2026-11-30"],
    ["2026-11-28", 1, "2026-11-30"],
    ["2026-11-29", 1, "2026-11-30"],
    ["2026-11-28", 5, "2026-12-04"],
    ["2026-11-27", 15, "2026-12-18"],
    ["2026-12-31", 1, "2027-01-01"],
    ["2026-11-27", 0, "2026-11-27"],
    ["2026-11-28", 0, "2026-11-30"],
    ["2026-11-29", 0, "2026-11-30"],
  ];
  for (const [from, count, to] of counted) {
    test(`${count} after ${from} is ${to}`, () => assert.equal(addBusinessDays(from, count), to));
  }

  test("is counted as one would count on a calendar, day by day", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, count) => {
        let day = from;
        for (let left = count; left > 0; ) {
          day = addDays(day, 1);
          if (isBusinessDay(day)) left -= 1;
        }
        assert.equal(addBusinessDays(from, count), day);
      }),
    );
  });

  test("is the last of its month", () => {
    assert.equal(lastBusinessDayOfMonth("2026-11-23"), "2026-11-30");
    assert.equal(lastBusinessDayOfMonth("2026-10-01"), "2026-10-30");
    assert.equal(lastBusinessDayOfMonth("2026-02-10"), "2026-02-27");
    assert.equal(lastBusinessDayOfMonth("2026-05-31"), "2026-05-29");
  });
});

describe("a time on the wall", () => {
  const walls: readonly [name: string, day: string, hour: number, minute: number, zone: string, moment: string][] = [
    ["is an ordinary morning in Berlin", "2026-11-23", 9, 0, "Europe/Berlin", "2026-11-23T08:00:00Z"],
    ["is half an hour off in Kolkata", "2026-11-23", 9, 0, "Asia/Kolkata", "2026-11-23T03:30:00Z"],
    ["that Berlin's spring jumps over comes an hour later", "2026-03-29", 2, 30, "Europe/Berlin", "2026-03-29T01:30:00Z"],
    ["just after Berlin's jump is itself", "2026-03-29", 3, 0, "Europe/Berlin", "2026-03-29T01:00:00Z"],
    ["that Berlin's autumn shows twice is the first", "2026-10-25", 2, 30, "Europe/Berlin", "2026-10-25T00:30:00Z"],
    ["that New York's spring jumps over comes an hour later", "2026-03-08", 2, 30, "America/New_York", "2026-03-08T07:30:00Z"],
    ["that New York's autumn shows twice is the first", "2026-11-01", 1, 30, "America/New_York", "2026-11-01T05:30:00Z"],
    ["that Lord Howe jumps over comes half an hour later", "2026-10-04", 2, 15, "Australia/Lord_Howe", "2026-10-03T15:45:00Z"],
    ["that Lord Howe shows twice is the first", "2026-04-05", 1, 45, "Australia/Lord_Howe", "2026-04-04T14:45:00Z"],
    ["on the day Samoa left out is the day after", "2011-12-30", 9, 0, "Pacific/Apia", "2011-12-30T19:00:00Z"],
    ["before the day Samoa left out is itself", "2011-12-29", 23, 0, "Pacific/Apia", "2011-12-30T09:00:00Z"],
    ["after the day Samoa left out is itself", "2011-12-31", 0, 30, "Pacific/Apia", "2011-12-30T10:30:00Z"],
    ["at a midnight that does not exist comes an hour later", "2018-11-04", 0, 0, "America/Sao_Paulo", "2018-11-04T03:00:00Z"],
    ["in the year 50 is not in 1950", "0050-06-01", 9, 0, "UTC", "0050-06-01T09:00:00Z"],
  ];
  for (const [name, day, hour, minute, zone, moment] of walls) {
    test(name, () => assert.equal(momentAt(day, hour, minute, zone), moment));
  }

  test("reads back as it was set, unless the clock jumped over it", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), anyZone, (day, hour, minute, zone) => {
        const ms = msAt(day, hour, minute, zone);
        const wall = wallTime(ms, zone);
        const shown = dayOf(ms, zone) === day && wall.hour === hour && wall.minute === minute;
        // An earlier instant with the same wall time would have been the one to choose.
        if (shown) {
          const earlier = wallTime(ms - hourMs, zone);
          assert.ok(!(earlier.hour === hour && earlier.minute === minute && dayOf(ms - hourMs, zone) === day));
        } else {
          assert.ok(skips(ms, zone), `${day} ${hour}:${minute} in ${zone}`);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("and a moment's own wall time lead back to the moment or its twin", () => {
    fc.assert(
      fc.property(anyMs, anyZone, (ms, zone) => {
        const minutes = Math.floor(ms / 60_000) * 60_000;
        const { hour, minute } = wallTime(minutes, zone);
        const back = msAt(dayOf(minutes, zone), hour, minute, zone);
        assert.ok(back === minutes || (back < minutes && minutes - back <= 2 * hourMs));
      }),
      { numRuns: 500 },
    );
  });

  test("has its day's weekday wherever one lives", () => {
    fc.assert(
      fc.property(anyMs, anyZone, (ms, zone) => {
        const name = new Intl.DateTimeFormat("en-US", { timeZone: zone, weekday: "short" }).format(ms);
        const names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
        assert.equal(names[weekdayOf(dayOf(ms, zone)) - 1], name);
      }),
    );
  });
});

test("moments keep their milliseconds before 1970 too", () => {
  assert.equal(dayOf(msOf("1969-12-31T22:59:59.999Z"), "Europe/Berlin"), "1969-12-31");
  assert.equal(dayOf(msOf("1969-12-31T23:00:00Z"), "Europe/Berlin"), "1970-01-01");
});

/** Whether the wall's clock jumped forward within the day before an instant. */
function skips(ms: number, zone: string): boolean {
  const offset = (at: number): number => msOf(`${dayOf(at, zone)}T00:00:00Z`) + wallTime(at, zone).hour * hourMs + wallTime(at, zone).minute * 60_000 - at;
  return offset(ms) > offset(ms - dayMs);
}
