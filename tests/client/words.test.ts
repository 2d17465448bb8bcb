import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  answers,
  answerWords,
  apart,
  counted,
  countWord,
  dateWords,
  initials,
  interviewsHeadline,
  listed,
  longDateWords,
  nearDayWords,
  nearMomentWords,
  outcomeSentence,
  shortDateWords,
  spokenDateWords,
  tickWords,
  timeWords,
  todayHeadline,
} from "../../client/model/words.ts";

const zone = "Europe/Berlin";
const today = "2026-11-23";
const soft = (text: string): string => text.replaceAll("\u00a0", " ");

describe("a date", () => {
  test("keeps together with hard spaces", () => assert.equal(dateWords("2026-11-27", zone), "Fri\u00a027\u00a0Nov"));

  test("is the person's own day", () => {
    assert.equal(soft(dateWords("2026-11-26T23:30:00Z", zone)), "Fri 27 Nov");
    assert.equal(soft(dateWords("2026-11-26T23:30:00Z", "America/New_York")), "Thu 26 Nov");
  });

  test("names the year when it is another one", () => {
    assert.equal(soft(dateWords("2027-01-04", zone, today)), "Mon 4 Jan 2027");
    assert.equal(soft(dateWords("2026-12-31", zone, today)), "Thu 31 Dec");
    assert.equal(soft(shortDateWords("2025-11-05", zone, today)), "5 Nov 2025");
  });

  test("is long over Today, short on the ground, whole when spoken", () => {
    assert.equal(soft(longDateWords("2026-11-23", zone)), "Monday 23 November");
    assert.equal(soft(tickWords("2026-11-27")), "Fri 27");
    assert.equal(soft(shortDateWords("2026-11-05", zone)), "5 Nov");
    assert.equal(spokenDateWords("2026-12-03"), "Thursday 3 December");
  });

  const near: readonly [day: string, words: string][] = [
    ["2026-11-23", "today"],
    ["2026-11-24", "tomorrow"],
    ["2026-11-22", "yesterday"],
    ["2026-11-25", "on Wednesday"],
    ["2026-11-29", "on Sunday"],
    ["2026-11-30", "on Mon 30 Nov"],
    ["2026-11-20", "on Fri 20 Nov"],
    ["2027-11-23", "on Tue 23 Nov 2027"],
  ];
  for (const [day, words] of near) {
    test(`${day} is "${words}" seen from Monday 23 November`, () => assert.equal(soft(nearDayWords(day, today)), words));
  }

  test("has a time on a clock of 24 hours", () => {
    assert.equal(timeWords("2026-11-23T07:05:00Z", zone), "08:05");
    assert.equal(timeWords("2026-11-22T23:00:00Z", zone), "00:00");
    assert.equal(nearMomentWords("2026-11-24T07:30:00Z", Date.parse("2026-11-23T12:00:00Z"), zone), "tomorrow, 08:30");
  });
});

describe("a count", () => {
  test("is a word to nine in a headline, figures from ten on", () => {
    assert.equal(countWord(1), "One");
    assert.equal(countWord(9), "Nine");
    assert.equal(countWord(10), "10");
  });

  test("is figures in a row", () => {
    assert.equal(counted(1, "change"), "1 change");
    assert.equal(counted(3, "change"), "3 changes");
    assert.equal(counted(2, "person", "people"), "2 people");
  });
});

describe("names", () => {
  test("are listed as one says them", () => {
    assert.equal(listed([]), "");
    assert.equal(listed(["Ruth"]), "Ruth");
    assert.equal(listed(["Ruth", "Samuel"]), "Ruth and Samuel");
    assert.equal(listed(["Ruth", "Samuel", "Ida"]), "Ruth, Samuel and Ida");
  });

  test("that run from right to left keep their place in a sentence, and are set apart once", () => {
    assert.equal(listed(["ליאת כהן", "محمد", "Ida"]), "\u2068ליאת כהן\u2069, \u2068محمد\u2069 and Ida");
    assert.equal(apart("Énergie du Rhône 🚆"), "Énergie du Rhône 🚆");
    assert.equal(apart(apart("ליאת")), "\u2068ליאת\u2069");
  });

  test("with a tower of marks on a letter stay in their circle", () => {
    assert.equal(initials("Z\u0302\u0354\u032d\u0304algo Nguyê\u0303n"), "Z\u0302\u0354N");
  });

  const circles: readonly [name: string, initials: string][] = [
    ["Ruth Abelson", "RA"],
    ["  elif   aydin ", "EA"],
    ["Madonna", "M"],
    ["Anne Marie de Vries", "AV"],
    ["Øystein Åberg", "ØÅ"],
    ["李 小龍", "李小"],
    ["محمد علي", "مع"],
    ["(Ruth) Abelson", "RA"],
    ["🙂", ""],
    ["", ""],
  ];
  for (const [name, letters] of circles) {
    test(`${JSON.stringify(name)} is "${letters}" in a circle`, () => assert.equal(initials(name), letters));
  }
});

describe("a headline", () => {
  test("of Today counts small things and promises nothing", () => {
    assert.equal(todayHeadline(0), "Nothing has to happen today.");
    assert.equal(todayHeadline(1), "One small thing today.");
    assert.equal(todayHeadline(3), "Three small things today.");
  });

  test("of Interviews counts what is open and never what ended", () => {
    assert.equal(interviewsHeadline([]), "No interviews yet.");
    assert.equal(interviewsHeadline([{ outcome: null }, { outcome: "waiting" }, { outcome: "no" }]), "Two open.");
    assert.equal(interviewsHeadline([{ outcome: "no" }]), "None open.");
  });
});

describe("the answer", () => {
  test("is one of four, in the order of the switch", () => {
    assert.deepEqual(answers.map((answer) => answerWords[answer]), ["Offer", "No", "Silence", "Withdrawn"]);
  });

  const at = "2026-11-20T12:00:00Z";
  const sentences: readonly [Parameters<typeof outcomeSentence>[0], string][] = [
    [{ outcome: null, outcome_at: null, promised_at: null }, "Waiting. No date was promised."],
    [{ outcome: "waiting", outcome_at: null, promised_at: "2026-11-27T11:00:00Z" }, "Waiting. They promised an answer by Fri 27 Nov."],
    [{ outcome: null, outcome_at: null, promised_at: "2026-11-20T11:00:00Z" }, "Waiting. The day they promised, Fri 20 Nov, has passed."],
    [{ outcome: "offer", outcome_at: at, promised_at: null }, "They made an offer on Fri 20 Nov."],
    [{ outcome: "no", outcome_at: at, promised_at: null }, "They said no on Fri 20 Nov."],
    [{ outcome: "no", outcome_at: null, promised_at: null }, "They said no."],
    [{ outcome: "silence", outcome_at: at, promised_at: null }, "Nothing came. You put it down on Fri 20 Nov."],
    [{ outcome: "withdrawn", outcome_at: at, promised_at: null }, "You withdrew on Fri 20 Nov."],
  ];
  for (const [interview, sentence] of sentences) {
    test(`reads "${sentence}"`, () => assert.equal(soft(outcomeSentence(interview, zone, today)), sentence));
  }
});
