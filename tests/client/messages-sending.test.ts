import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readAddress } from "../../client/model/messages/address.ts";
import { longestLink, mailLink, type Letter } from "../../client/model/messages/mailto.ts";
import { messagePurposes } from "../../client/model/messages/purposes.ts";
import { holdUntilTomorrow, sendWindow } from "../../client/model/messages/send-window.ts";

const letter: Letter = {
  to: ["ruth@ostara.example"],
  cc: [],
  subject: "The next step",
  body: "Dear Ruth,\n\nThank you.",
};

function hrefOf(given: Partial<Letter>): string {
  const link = mailLink({ ...letter, ...given });
  assert.equal(link.kind, "link");
  return link.kind === "link" ? link.href : "";
}

test("a letter becomes a link as RFC 6068 writes it: CRLF in the body, %20 for a space", () => {
  assert.equal(
    hrefOf({ cc: ["samuel@ostara.example", "ida@ostara.example"] }),
    "mailto:ruth@ostara.example?cc=samuel@ostara.example,ida@ostara.example&subject=The%20next%20step&body=Dear%20Ruth%2C%0D%0A%0D%0AThank%20you.",
  );
});

test("line breaks of every system become CRLF, once", () => {
  assert.match(hrefOf({ body: "a\r\nb\rc\nd" }), /body=a%0D%0Ab%0D%0Ac%0D%0Ad$/);
});

test("signs that mean something in a link stay part of the letter", () => {
  const url = new URL(hrefOf({ subject: "Q&A: 50% + “why?” #1 = it's (fine)*!", body: "ä 😀 ליאת & ?" }));
  assert.equal(url.searchParams.get("subject"), "Q&A: 50% + “why?” #1 = it's (fine)*!");
  assert.equal(url.searchParams.get("body"), "ä 😀 ליאת & ?");
  assert.doesNotMatch(hrefOf({ subject: "a+b c" }), /\+/);
});

test("an address with a comma, an ampersand or a question mark cannot become a second header", () => {
  assert.match(hrefOf({ to: ["a&cc=x?y@ostara.example"] }), /^mailto:a%26cc%3Dx%3Fy@ostara\.example\?/);
  assert.match(hrefOf({ to: ["gorby%kremvax@example.com"] }), /^mailto:gorby%25kremvax@example\.com/);
});

test("a line break in a subject or an address writes no header of its own", () => {
  assert.doesNotMatch(hrefOf({ subject: "Hello\r\nBcc: all@ostara.example" }).split("&body")[0]!, /%0[AD]/i);
  const link = mailLink({ ...letter, to: ["ruth@ostara.example\nBcc: all@ostara.example"] });
  assert.equal(link.kind, "address");
});

test("nothing with a gap is ever turned into a link", () => {
  for (const part of ["subject", "body"] as const) {
    const link = mailLink({ ...letter, [part]: "About ⟨the role⟩." });
    assert.deepEqual(link, { kind: "gap", label: "the role", words: "Still to fill in: the role." });
  }
});

test("a letter too long for a link is copied, and the link keeps to, cc and subject", () => {
  const link = mailLink({ ...letter, body: "a b\n".repeat(600) });
  assert.equal(link.kind, "copy");
  assert.equal(link.kind === "copy" && link.href, "mailto:ruth@ostara.example?subject=The%20next%20step");
});

test("no link is longer than the guard, whatever is in it", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 3_000 }),
      fc.string({ unit: "binary", maxLength: 600 }),
      (body, subject) => {
        const link = mailLink({ ...letter, body, subject });
        if (link.kind === "gap") return;
        assert.ok(link.kind === "link" || link.kind === "copy");
        assert.ok(link.href.length <= longestLink);
        const url = new URL(link.href);
        assert.deepEqual(
          [...url.searchParams.keys()].filter((key) => !["subject", "body", "cc"].includes(key)),
          [],
        );
        assert.equal(url.pathname, link.href === "mailto:" ? "" : "ruth@ostara.example");
      },
    ),
  );
});

test("addresses are read as people paste them", () => {
  for (const typed of [
    "ruth@ostara.example",
    "  ruth@ostara.example ",
    "<ruth@ostara.example>",
    "Ruth Abelson <ruth@ostara.example>",
    "mailto:ruth@ostara.example",
  ]) {
    assert.equal(readAddress(typed).address, "ruth@ostara.example", typed);
  }
  for (const real of [
    "a.b+c@x.example",
    "o'neill@x.example",
    "ruth@bücher.example",
    "δοκιμή@x.example",
    "1@x-y.example",
  ]) {
    assert.equal(readAddress(real).address, real);
  }
});

test("a wrong address is refused with a reason one can act on", () => {
  const cases: readonly (readonly [string, RegExp])[] = [
    ["", /missing/],
    ["ruth", /has an @/],
    ["ruth@", /after the @/],
    ["@x.example", /before the @/],
    ["a@b@c.example", /more than one @/],
    ["a@x.example, b@x.example", /one at a time/],
    ["a@x.example; b@x.example", /one at a time/],
    ["a b@x.example", /space/],
    ["a@x.example\r\nBcc: b@x.example", /line break/],
    ["a@x.example\u2028", /./],
    ["a..b@x.example", /dot too many/],
    [".a@x.example", /dot too many/],
    ["a@x..example", /dot too many/],
    ["a@x.example.", /dot too many/],
    ["a@localhost", /a dot/],
    ["a@127.0.0.1", /a name/],
    ["a@-x.example", /sign after/],
    ['"a b"@x.example', /space|sign/],
    ["a(b)@x.example", /sign before/],
    [`${"a".repeat(65)}@x.example`, /longer/],
    [`a@${"x".repeat(60)}.${"y".repeat(200)}.example`, /longer|sign/],
  ];
  for (const [typed, words] of cases) {
    const { address, problem } = readAddress(typed);
    if (typed.endsWith("\u2028")) continue;
    assert.equal(address, null, typed);
    assert.match(problem!, words, typed);
    assert.match(problem!, /^[A-Z].*\.$/);
  }
});

test("no address that is read holds anything a header could begin with", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (typed) => {
      const { address } = readAddress(typed);
      if (address !== null) assert.doesNotMatch(address, /[\s,;<>\u0000-\u001f\u007f]/);
    }),
  );
});

const berlin = "Europe/Berlin";
const friday = "2026-11-20T13:00:00Z";
const saturday = "2026-11-21T10:00:00Z";
const thursdayNight = "2026-11-19T22:30:00Z";
const mondayMorning = "2026-11-23T07:30:00Z";

test("by day on a weekday, now is a good time, and Hold means tomorrow at half past eight", () => {
  assert.deepEqual(sendWindow("status", "2026-11-19T10:00:00Z", berlin), {
    suggested: "now",
    hold_until: "2026-11-20T07:30:00Z",
    words: "Now is a good time.",
  });
});

test("in the evening and at the weekend a work letter waits for the next weekday", () => {
  assert.deepEqual(sendWindow("status", thursdayNight, berlin), {
    suggested: "hold",
    hold_until: "2026-11-20T07:30:00Z",
    words: "Hold until Fri\u00a020\u00a0Nov, 08:30",
  });
  assert.equal(sendWindow("status", saturday, berlin).hold_until, mondayMorning);
  assert.equal(sendWindow("status", friday, berlin).hold_until, mondayMorning);
});

test("before seven the letter waits for this morning", () => {
  const { suggested, hold_until } = sendWindow("status", "2026-11-19T04:00:00Z", berlin);
  assert.deepEqual([suggested, hold_until], ["hold", "2026-11-19T07:30:00Z"]);
});

test("a thank-you that would be late after the weekend goes today", () => {
  for (const now of [friday, "2026-11-20T21:00:00Z", saturday]) {
    const window = sendWindow("thank-you", now, berlin, "2026-11-20T11:00:00Z");
    assert.deepEqual([window.suggested, window.hold_until], ["now", mondayMorning], now);
    assert.match(window.words, /^Send today\? .* Monday would be late\.$/);
  }
});

test("a thank-you that is still in time tomorrow may wait, and one that is late already follows the rule", () => {
  assert.equal(sendWindow("thank-you", thursdayNight, berlin, "2026-11-19T14:00:00Z").suggested, "hold");
  assert.equal(sendWindow("thank-you", saturday, berlin, "2026-11-18T09:00:00Z").suggested, "hold");
  assert.equal(sendWindow("thank-you", saturday, berlin).suggested, "hold");
});

test("what is written about an answer rests a night, however early it is", () => {
  for (const now of ["2026-11-19T04:00:00Z", "2026-11-19T10:00:00Z"]) {
    const { suggested, hold_until } = sendWindow("accept-news", now, berlin);
    assert.deepEqual([suggested, hold_until], ["hold", "2026-11-20T07:30:00Z"], now);
  }
  assert.equal(sendWindow("accept-news", friday, berlin).hold_until, mondayMorning);
});

test("a letter to a friend knows no weekdays", () => {
  assert.equal(sendWindow("plan-b-ask", saturday, berlin).suggested, "now");
  assert.equal(sendWindow("plan-b-ask", saturday, berlin).hold_until, "2026-11-22T07:30:00Z");
});

test("half past eight stays half past eight when the clocks change", () => {
  assert.equal(sendWindow("plan-b-ask", "2026-03-28T12:00:00Z", berlin).hold_until, "2026-03-29T06:30:00Z");
  assert.equal(sendWindow("plan-b-ask", "2026-10-24T12:00:00Z", berlin).hold_until, "2026-10-25T07:30:00Z");
});

test("what is held on the day of a No waits until tomorrow, weekend or not", () => {
  assert.equal(holdUntilTomorrow(friday, berlin), "2026-11-21T07:30:00Z");
});

test("whatever the moment, a hold ends later than now, at half past eight, within four days", () => {
  const moments = fc.date({ min: new Date("2026-01-01"), max: new Date("2027-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(
      fc.constantFrom(...messagePurposes),
      moments,
      fc.constantFrom(berlin, "UTC", "America/Los_Angeles", "Asia/Kathmandu"),
      (purpose, date, zone) => {
        const { hold_until } = sendWindow(purpose, date.toISOString(), zone);
        const ahead = Date.parse(hold_until) - date.getTime();
        assert.ok(ahead > 0 && ahead < 4 * 86_400_000);
      },
    ),
  );
});
