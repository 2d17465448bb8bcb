import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { dayOf, hourMs, isBusinessDay, msOf, wallTime } from "../../client/model/days.ts";
import { dueAt, dueWords, effectiveDueMs, isUntouched, nextDueAt, replan, type Anchors, type Dated } from "../../client/model/due.ts";
import { anchorNames, formatRule, isRepeating, parseRule, ruleWords, type Rule } from "../../client/model/rules.ts";

const interview = "2026-11-19T14:42:00Z";
const berlin = "Europe/Berlin";

describe("a rule", () => {
  const after = {
    anchor: fc.constantFrom(...anchorNames),
    amount: fc.integer({ min: 0, max: 9999 }),
    unit: fc.constantFrom("h", "d", "bd"),
  };
  const anyAfter = fc.record(after, { noNullPrototype: true });
  const anyRule: fc.Arbitrary<Rule> = fc.oneof(
    fc.array(anyAfter, { minLength: 1, maxLength: 4 }).map((choices) => ({ kind: "after", choices }) as Rule),
    fc.integer({ min: 1, max: 7 }).map((weekday) => ({ kind: "weekly", weekday }) as Rule),
    fc.constantFrom<Rule>({ kind: "monthly" }, { kind: "quarterly" }),
  );

  test("reads back as it was written", () => {
    fc.assert(fc.property(anyRule, (rule) => assert.deepEqual(parseRule(formatRule(rule)), rule)));
  });

  test("has one spelling", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const rule = parseRule(text);
        if (rule) assert.equal(formatRule(rule), text);
      }),
    );
  });

  const unread = ["", "interview", "interview+", "interview+1", "interview+1w", "interview-1d", "interview+01d", "interview+10000d", "Interview+1d", "constructor+1d", "promise+1bd|", "|", "weekly", "weekly:", "weekly:friday", "monthly|interview+1d", " interview+1d", "interview+1d\n"];
  for (const text of unread) {
    test(`is not ${JSON.stringify(text)}, and such a line has no date`, () => {
      assert.equal(parseRule(text), null);
      assert.equal(dueAt(text, { interview, start: interview }, berlin), null);
      assert.equal(ruleWords(text), "");
    });
  }

  const said: readonly [rule: string, words: string][] = [
    ["interview+0h", "right after the interview"],
    ["interview+1h", "1 hour after the interview"],
    ["interview+20h", "20 hours after the interview"],
    ["outcome+0d", "the day of the outcome"],
    ["outcome+2bd", "2 business days after the outcome"],
    ["promise+1bd|interview+5bd", "1 business day after the promised date, or 5 business days after the interview"],
    ["weekly:fri", "every Friday"],
    ["monthly", "at the end of every month"],
    ["quarterly", "at the end of every quarter"],
  ];
  for (const [rule, words] of said) {
    test(`${rule} is said as "${words}"`, () => assert.equal(ruleWords(rule), words));
  }

  test("repeats or does not", () => {
    assert.ok(isRepeating("weekly:mon") && isRepeating("monthly") && isRepeating("quarterly"));
    assert.ok(!isRepeating("interview+1d") && !isRepeating("nonsense") && !isRepeating(null));
  });
});

describe("a line is due", () => {
  type Case = readonly [name: string, rule: string, anchors: Anchors, zone: string, due: string | null];
  const cases: readonly Case[] = [
    ["at once with +0h", "interview+0h", { interview }, berlin, interview],
    ["to the minute with hours", "interview+20h", { interview }, berlin, "2026-11-20T10:42:00Z"],
    ["at the anchor itself with +0d", "outcome+0d", { outcome: interview }, berlin, interview],
    ["at nine the next day with +1d", "interview+1d", { interview }, berlin, "2026-11-20T08:00:00Z"],
    ["on a weekend if days say so", "interview+2d", { interview }, berlin, "2026-11-21T08:00:00Z"],
    ["after the weekend with business days", "interview+2bd", { interview }, berlin, "2026-11-23T08:00:00Z"],
    ["a week on with five business days", "interview+5bd", { interview }, berlin, "2026-11-26T08:00:00Z"],
    ["three weeks on with fifteen", "interview+15bd", { interview }, berlin, "2026-12-10T08:00:00Z"],
    ["on Monday, one business day after a Saturday", "outcome+1bd", { outcome: "2026-11-21T12:00:00Z" }, berlin, "2026-11-23T08:00:00Z"],
    ["on Monday, no business day after a Sunday", "outcome+0bd", { outcome: "2026-11-22T12:00:00Z" }, berlin, "2026-11-23T08:00:00Z"],
    ["at the anchor itself, no business day after a Friday", "outcome+0bd", { outcome: "2026-11-20T12:00:00Z" }, berlin, "2026-11-20T12:00:00Z"],
    ["after the promise where one was made", "promise+1bd|interview+5bd", { interview, promise: "2026-11-27T11:00:00Z" }, berlin, "2026-11-30T08:00:00Z"],
    ["after the interview where no promise was made", "promise+1bd|interview+5bd", { interview, promise: null }, berlin, "2026-11-26T08:00:00Z"],
    ["never while no anchor is known", "promise+1bd|outcome+5bd", { interview }, berlin, null],
    ["never after an anchor that is no moment", "interview+1d", { interview: "soon" }, berlin, null],
    ["on the day of a win at nine", "win+0d", { win: "2026-11-23" }, berlin, "2026-11-23T08:00:00Z"],
    ["hours after a win's nine o'clock", "win+3h", { win: "2026-11-23" }, berlin, "2026-11-23T11:00:00Z"],
    ["a week after a win", "win+7d", { win: "2026-12-28" }, berlin, "2027-01-04T08:00:00Z"],
    ["not on a day the calendar does not have", "win+0d", { win: "2026-02-30" }, berlin, null],
    ["exact hours over the night Berlin's clocks go back", "interview+20h", { interview: "2026-10-24T18:00:00Z" }, berlin, "2026-10-25T14:00:00Z"],
    ["at nine on the wall the day Berlin's clocks go back", "interview+1d", { interview: "2026-10-24T18:00:00Z" }, berlin, "2026-10-25T08:00:00Z"],
    ["at nine on the wall the day Berlin's clocks go forward", "interview+1d", { interview: "2026-03-28T18:00:00Z" }, berlin, "2026-03-29T07:00:00Z"],
    ["exact hours over the night New York's clocks go forward", "interview+20h", { interview: "2026-03-07T22:00:00Z" }, "America/New_York", "2026-03-08T18:00:00Z"],
    ["at nine on the wall after New York's clocks went forward", "interview+1d", { interview: "2026-03-07T22:00:00Z" }, "America/New_York", "2026-03-08T13:00:00Z"],
    ["by Lord Howe's half hour", "interview+1d", { interview: "2026-10-03T05:00:00Z" }, "Australia/Lord_Howe", "2026-10-03T22:00:00Z"],
    ["by Lord Howe's winter", "interview+1d", { interview: "2026-07-03T05:00:00Z" }, "Australia/Lord_Howe", "2026-07-03T22:30:00Z"],
    ["by Kolkata's half hour", "interview+1d", { interview }, "Asia/Kolkata", "2026-11-20T03:30:00Z"],
    ["by the day where the person is, not in UTC", "interview+1d", { interview: "2026-11-19T20:00:00Z" }, "Asia/Kolkata", "2026-11-21T03:30:00Z"],
    ["the day after the one Samoa left out", "interview+1d", { interview: "2011-12-29T20:00:00Z" }, "Pacific/Apia", "2011-12-30T19:00:00Z"],
    ["on a leap day", "interview+1d", { interview: "2028-02-28T12:00:00Z" }, berlin, "2028-02-29T08:00:00Z"],
    ["on 1 March where there is no leap day", "interview+1d", { interview: "2027-02-28T12:00:00Z" }, berlin, "2027-03-01T08:00:00Z"],
    ["over the year's end, Friday to Monday", "interview+1bd", { interview: "2027-01-01T12:00:00Z" }, berlin, "2027-01-04T08:00:00Z"],
    ["never beyond the year 9999", "outcome+9999d", { outcome: "9999-01-01T00:00:00Z" }, berlin, null],
    ["the first Friday after the start", "weekly:fri", { start: "2026-11-23T12:00:00Z" }, berlin, "2026-11-27T08:00:00Z"],
    ["the same Friday where nine is still to come", "weekly:fri", { start: "2026-11-27T07:00:00Z" }, berlin, "2026-11-27T08:00:00Z"],
    ["the next Friday where nine is over", "weekly:fri", { start: "2026-11-27T08:00:00Z" }, berlin, "2026-12-04T08:00:00Z"],
    ["the last business day of the month", "monthly", { start: "2026-10-05T12:00:00Z" }, berlin, "2026-10-30T08:00:00Z"],
    ["the last business day of the next month once this one's is over", "monthly", { start: "2026-10-31T12:00:00Z" }, berlin, "2026-11-30T08:00:00Z"],
    ["the last business day of the quarter", "quarterly", { start: "2026-11-23T12:00:00Z" }, berlin, "2026-12-31T08:00:00Z"],
    ["the last business day of the next quarter once this one's is over", "quarterly", { start: "2026-12-31T12:00:00Z" }, berlin, "2027-03-31T07:00:00Z"],
  ];
  for (const [name, rule, anchors, zone, due] of cases) {
    test(name, () => assert.equal(dueAt(rule, anchors, zone), due));
  }

  const anyMoment = fc.integer({ min: Date.parse("1990-01-01"), max: Date.parse("2060-01-01") }).map((ms) => new Date(ms).toISOString());
  const anyZone = fc.constantFrom(berlin, "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC");
  const anyAmount = fc.integer({ min: 1, max: 400 });

  test("exactly so many hours later, whatever the clocks do", () => {
    fc.assert(
      fc.property(anyMoment, anyAmount, anyZone, (at, amount, zone) => {
        assert.equal(msOf(dueAt(`interview+${amount}h`, { interview: at }, zone)!) - msOf(at), amount * hourMs);
      }),
    );
  });

  test("at nine on the wall, always, with days and business days", () => {
    fc.assert(
      fc.property(anyMoment, anyAmount, fc.constantFrom("d", "bd"), anyZone, (at, amount, unit, zone) => {
        const due = dueAt(`interview+${amount}${unit}`, { interview: at }, zone)!;
        assert.deepEqual(wallTime(due, zone), { hour: 9, minute: 0 });
        if (unit === "bd") assert.ok(isBusinessDay(dayOf(due, zone)));
      }),
    );
  });

  test("never before what it hangs on, and later with more days", () => {
    fc.assert(
      fc.property(anyMoment, anyAmount, fc.constantFrom("h", "d", "bd"), anyZone, (at, amount, unit, zone) => {
        const due = msOf(dueAt(`interview+${amount}${unit}`, { interview: at }, zone)!);
        const next = msOf(dueAt(`interview+${amount + 1}${unit}`, { interview: at }, zone)!);
        assert.ok(due > msOf(at) && next > due);
      }),
    );
  });

  test("again, always later than the last time, with what repeats", () => {
    fc.assert(
      fc.property(anyMoment, fc.constantFrom("weekly:fri", "weekly:sun", "monthly", "quarterly"), anyZone, (at, rule, zone) => {
        const next = nextDueAt(rule, msOf(at), zone)!;
        assert.ok(msOf(next) > msOf(at));
        assert.deepEqual(wallTime(next, zone), { hour: 9, minute: 0 });
        assert.ok(msOf(nextDueAt(rule, msOf(next), zone)!) > msOf(next));
      }),
    );
  });

  test("again only with a rule that repeats", () => {
    assert.equal(nextDueAt("interview+1d", msOf(interview), berlin), null);
    assert.equal(nextDueAt("nonsense", msOf(interview), berlin), null);
  });
});

const line: Dated = { id: "a", due_rule: "interview+1d", due_at: null, done_at: null, skipped_at: null, snoozed_until: null, trashed_at: null };

describe("re-dating", () => {
  const anchors: Anchors = { interview };
  const due = "2026-11-20T08:00:00Z";

  test("gives an untouched, unfinished line its new date", () => {
    assert.deepEqual(replan([line], anchors, berlin), [{ collection: "items", id: "a", set: { due_at: due } }]);
  });

  test("takes the date away when the anchor is no longer known", () => {
    assert.deepEqual(replan([{ ...line, due_at: due }], {}, berlin), [{ collection: "items", id: "a", set: { due_at: null } }]);
  });

  test("writes nothing where the date stays", () => {
    assert.deepEqual(replan([{ ...line, due_at: due }], anchors, berlin), []);
  });

  const leftAlone: readonly [name: string, item: Dated][] = [
    ["done", { ...line, done_at: due }],
    ["skipped", { ...line, skipped_at: due }],
    ["snoozed", { ...line, snoozed_until: due }],
    ["in the trash", { ...line, trashed_at: due }],
    ["dated by hand", { ...line, due_rule: null, due_at: "2026-12-24T08:00:00Z" }],
    ["repeating", { ...line, due_rule: "weekly:fri", due_at: "2026-11-27T08:00:00Z" }],
  ];
  for (const [name, item] of leftAlone) {
    test(`leaves alone what is ${name}`, () => assert.deepEqual(replan([item], { ...anchors, start: interview }, berlin), []));
  }

  test("twice is the same as once", () => {
    const [change] = replan([line], anchors, berlin);
    assert.deepEqual(replan([{ ...line, ...change!.set }], anchors, berlin), []);
  });

  test("knows what was touched", () => {
    assert.ok(isUntouched(line));
    assert.ok(!leftAlone.slice(0, 5).some(([, item]) => isUntouched(item)));
  });
});

describe("a row says", () => {
  // Monday, 12:00 in Berlin.
  const now = Date.parse("2026-11-23T11:00:00Z");
  const rows: readonly [words: string, item: Partial<Dated>][] = [
    ["Due today", { due_at: "2026-11-23T08:00:00Z" }],
    ["Due today", { due_rule: "interview+20h", due_at: "2026-11-23T08:00:00Z" }],
    ["Tomorrow", { due_rule: "interview+3h", due_at: "2026-11-24T00:35:00Z" }],
    ["Today, from 16:40", { due_rule: "interview+3h", due_at: "2026-11-23T15:40:00Z" }],
    ["Tomorrow", { due_at: "2026-11-24T08:00:00Z" }],
    ["Tomorrow, from 07:15", { due_rule: "interview+20h", due_at: "2026-11-24T06:15:00Z" }],
    ["Thu 3 Dec", { due_at: "2026-12-03T08:00:00Z" }],
    ["Mon 4 Jan 2027", { due_at: "2027-01-04T08:00:00Z" }],
    ["Since Fri 20 Nov", { due_at: "2026-11-20T08:00:00Z" }],
    ["Done, Fri 20 Nov", { done_at: "2026-11-20T08:00:00Z", due_at: "2026-11-19T08:00:00Z" }],
    ["Skipped, Fri 20 Nov", { skipped_at: "2026-11-20T08:00:00Z" }],
    ["Until tomorrow, 08:30", { snoozed_until: "2026-11-24T07:30:00Z", due_at: "2026-11-20T08:00:00Z" }],
    ["Until Monday, 08:30", { snoozed_until: "2026-11-23T07:30:00Z" }],
    ["Once you have their answer", { due_rule: "outcome+1d" }],
    ["Once they reply", { due_rule: "reply+0d" }],
    ["", { due_rule: null }],
    ["", { due_rule: "nonsense" }],
  ];
  for (const [words, item] of rows) {
    const when = words.startsWith("Until Monday") ? Date.parse("2026-11-18T11:00:00Z") : now;
    test(words || `nothing with ${JSON.stringify(item)}`, () => {
      assert.equal(dueWords({ ...line, due_rule: null, ...item }, when, berlin).replaceAll("\u00a0", " "), words);
    });
  }

  test("due today once a snooze is over", () => {
    const item = { ...line, due_at: "2026-11-20T08:00:00Z", snoozed_until: "2026-11-23T07:30:00Z" };
    assert.equal(dueWords(item, now, berlin), "Due today");
    assert.equal(effectiveDueMs(item), msOf("2026-11-23T07:30:00Z"));
  });
});
