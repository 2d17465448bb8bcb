// Passing a win on: who knows, what the row says, what may be written, and the calm warnings.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  aboveIn,
  ageNote,
  ageWords,
  bunchNote,
  knowersWords,
  letterValues,
  mayGoHigher,
  reasonForCopy,
  roundNote,
  stateOf,
  wordingNote,
  type Forward,
  type Person,
  type Win,
} from "../../client/model/pass-on.ts";
import { compose } from "../../client/model/messages/compose.ts";
import { keptText } from "../../client/model/messages/draft.ts";

const zone = "Europe/Oslo";
const today = "2026-11-23";
const space = "\u00a0";

const person = (id: string, name: string, rest: Partial<Person> = {}): Person => {
  return { id, name, department: null, role: null, relation: null, ...rest };
};
const tomas = person("t", "Tomas Reiter", { relation: "boss" });
const ingrid = person("i", "Ingrid Sohl", { relation: "bosss_boss", department: "Storage" });
const above = { boss: tomas, bosssBoss: ingrid };

const win: Win = {
  id: "w",
  title: "Outage in Sande seen 24 hours early",
  quote: "Your forecast told us about the Sande outage a day before the phones did.",
  effect: "14 minutes a run, was 90",
  who_benefited: null,
  happened_on: "2026-11-12",
  praised_by: "Ines Duarte",
  praiser: null,
  may_leave: null,
};

const told = (person: string, to: Forward["to"], at: string, rest: Partial<Forward> = {}): Forward => {
  return { id: `${person}${at}`, win: "w", to, person, at, message: null, ...rest };
};
const toTomas = told("t", "boss", "2026-11-20T09:00:00Z");
const toIngrid = told("i", "bosss_boss", "2026-11-21T09:00:00Z");

describe("who is above", () => {
  test("is whom People call so, and of two the same one on every device", () => {
    const other = person("z", "Mikkel Holm", { relation: "boss" });
    assert.equal(aboveIn([other, tomas, ingrid]).boss, tomas);
    assert.equal(aboveIn([tomas, ingrid]).bosssBoss, ingrid);
    assert.deepEqual(aboveIn([person("x", "Leila Brandt")]), { boss: null, bosssBoss: null });
  });
});

describe("the row of a win", () => {
  const states: readonly [name: string, win: Partial<Win>, forwards: readonly Forward[], state: ReturnType<typeof stateOf>][] = [
    ["nobody was told", {}, [], "only-you"],
    ["the boss was told", {}, [toTomas], "known"],
    ["it is kept on purpose", { may_leave: "no" }, [], "kept"],
    ["the boss said it, by name", { praised_by: "tomas reiter" }, [], "kept"],
    ["the boss said it, from People", { praised_by: "Tomas", praiser: "t" }, [], "kept"],
    ["twenty days have passed", { happened_on: "2026-11-03" }, [], "only-you"],
    ["three weeks have passed", { happened_on: "2026-11-02" }, [], "kept"],
    ["it has no day", { happened_on: null }, [], "only-you"],
  ];
  for (const [name, part, forwards, state] of states) {
    test(`says ${state} where ${name}`, () => assert.equal(stateOf({ ...win, ...part }, forwards, above, today), state));
  }

  const people = new Map([tomas, ingrid, person("l", "Leila Brandt"), person("m", "Mikkel Holm")].map((one) => [one.id, one]));
  const knowers: readonly [forwards: readonly Forward[], words: string][] = [
    [[toTomas], "Tomas knows"],
    [[toIngrid, toTomas], "Tomas and Ingrid know"],
    [[toTomas, told("t", "boss", "2026-11-22T09:00:00Z")], "Tomas knows"],
    [[told("gone", "boss", "2026-11-20T09:00:00Z")], "Your boss knows"],
    [[toTomas, toIngrid, told("l", "other", "2026-11-22T09:00:00Z")], "Tomas, Ingrid and Leila know"],
    [["t", "i", "l", "m"].map((id, day) => told(id, "other", `2026-11-1${day}T09:00:00Z`)), "Tomas, Ingrid and two others know"],
  ];
  for (const [forwards, words] of knowers) test(words, () => assert.equal(knowersWords(forwards, people), words));

  test("asks for the next one up once the boss knows, and only while it is fresh", () => {
    assert.equal(mayGoHigher(win, [toTomas], above, today), true);
    assert.equal(mayGoHigher(win, [], above, today), false);
    assert.equal(mayGoHigher(win, [toTomas, toIngrid], above, today), false);
    assert.equal(mayGoHigher(win, [toTomas], { ...above, bosssBoss: null }, today), false);
    assert.equal(mayGoHigher({ ...win, happened_on: "2026-11-02" }, [toTomas], above, today), false);
    assert.equal(mayGoHigher({ ...win, praised_by: "Ingrid Sohl" }, [toTomas], above, today), false);
  });
});

describe("the age of a win", () => {
  const ages: readonly [days: number, words: string][] = [
    [1, "One day old."],
    [11, "Eleven days old."],
    [20, "Twenty days old."],
    [21, "Three weeks old."],
    [62, "Eight weeks old."],
    [63, "Two months old."],
    [400, "Thirteen months old."],
  ];
  for (const [days, words] of ages) test(words, () => assert.equal(ageWords(days), words));

  test("is news in the first week, fresh up to three, and saved up from then on", () => {
    assert.equal(ageNote({ happened_on: "2026-11-17" }, today), null);
    assert.equal(ageNote({ happened_on: "2026-12-01" }, today), null);
    assert.equal(ageNote({ happened_on: "2026-11-12" }, today)?.words, "Still fresh; after three weeks it reads like saving up.");
    assert.match(ageNote({ happened_on: "2026-11-02" }, today)!.words, /review talk it is worth more/);
  });
});

describe("bunching", () => {
  const two = ["2026-11-19T09:00:00Z", "2026-11-21T09:00:00Z"].map((at) => told("t", "boss", at, { win: "other" }));
  test("is said from the third win to one person in a week", () => {
    assert.equal(bunchNote("w", tomas, two, today, zone)?.strong, "Tomas has heard two from you this week.");
    assert.equal(bunchNote("w", tomas, two.slice(1), today, zone), null);
    assert.equal(bunchNote("w", ingrid, two, today, zone), null);
    assert.equal(bunchNote("w", null, two, today, zone), null);
  });
  test("counts a letter with five wins once, this win not, and nothing older than a week", () => {
    const digest = ["a", "b", "c"].map((id) => told("t", "boss", "2026-11-21T09:00:00Z", { id, win: id, message: "m" }));
    assert.equal(bunchNote("w", tomas, digest, today, zone), null);
    assert.equal(bunchNote("other", tomas, two, today, zone), null);
    assert.equal(bunchNote("w", tomas, two, "2026-11-27", zone), null);
  });
});

describe("going round the boss", () => {
  const cases: readonly [name: string, told: readonly string[], forwards: readonly Forward[], isRound: boolean][] = [
    ["the boss’s boss alone", ["i"], [], true],
    ["both at once", ["i", "t"], [], false],
    ["the boss’s boss, after the boss", ["i"], [toTomas], false],
    ["the boss alone", ["t"], [], false],
    ["a colleague", ["l"], [], false],
  ];
  for (const [name, ids, forwards, isRound] of cases) {
    test(`${isRound ? "is" : "is not"} to tell ${name}`, () => assert.equal(roundNote(above, new Set(ids), forwards) !== null, isRound));
  }
  test("names the boss where one is known", () => {
    assert.equal(roundNote(above, new Set(["i"]), [])?.strong, "Tomas does not know of it yet.");
    assert.equal(roundNote({ boss: null, bosssBoss: ingrid }, new Set(["i"]), [])?.strong, "Your boss does not know of it yet.");
  });
});

describe("the wording", () => {
  test("is open until the first question is answered, and while a yes is missing", () => {
    assert.equal(wordingNote({ ...win, may_leave: null }, null, zone)?.strong, "Not answered yet.");
    assert.equal(wordingNote({ ...win, may_leave: "ask_first" }, null, zone)?.words, "You wanted to ask Ines first.");
    assert.equal(wordingNote({ ...win, may_leave: "ask_first" }, "2026-11-20", zone)?.strong, `You asked Ines on Fri${space}20${space}Nov.`);
    assert.equal(wordingNote({ ...win, may_leave: "own_words" }, null, zone), null);
  });
});

describe("a copy concerns somebody", () => {
  const reasons: readonly [win: Partial<Win>, reason: string | null][] = [
    [{ who_benefited: "The storage team" }, "It concerns Ingrid: Storage gained by it."],
    [{ effect: "Storage plans with it" }, "It concerns Ingrid: it speaks of Storage."],
    [{ effect: "Ingrid Sohl asked for it" }, "It concerns Ingrid: it names Ingrid."],
    [{ effect: "Restorage of the archive" }, null],
    [{}, null],
  ];
  for (const [part, reason] of reasons) {
    test(reason ?? `not for ${JSON.stringify(part)}`, () => assert.equal(reasonForCopy({ ...win, ...part }, ingrid), reason));
  }
  test("a short department counts in its own letters only", () => {
    const it = { ...ingrid, department: "IT" };
    assert.equal(reasonForCopy({ ...win, effect: "it was faster" }, it), null);
    assert.equal(reasonForCopy({ ...win, effect: "IT saves a day" }, it), "It concerns Ingrid: it speaks of IT.");
  });
});

describe("the letter in one’s own words", () => {
  const text = (may_leave: Win["may_leave"], purpose: "win-to-boss" | "win-to-bosss-boss" | "credit" | "thank-praiser", tone: "warm" | "formal") => {
    const values = letterValues({ ...win, may_leave }, purpose);
    const praiser = { name: "Ines Duarte", email: null };
    const draft = compose(purpose, tone, { me: "Nadia", zone, values, circle: { boss: { name: "Tomas Reiter", email: null }, praiser } });
    return `${keptText(draft.subject)}\n${keptText(draft.body)}`;
  };
  for (const tone of ["warm", "formal"] as const) {
    for (const purpose of ["win-to-boss", "win-to-bosss-boss", "credit"] as const) {
      for (const answer of ["own_words", "ask_first", "no"] as const) {
        test(`${purpose}, ${tone}, ${answer}: no place, no figure, no quote`, () => {
          assert.doesNotMatch(text(answer, purpose, tone), /Sande|\d|forecast|phones/);
        });
      }
    }
    test(`to the boss, ${tone}: who said it stays named`, () => {
      assert.match(text("own_words", "win-to-boss", tone), /Ines Duarte/);
      assert.match(text("as_it_is", "win-to-boss", tone), /Ines Duarte (put it like this|wrote): “Your forecast/);
    });
    test(`to whoever said it, ${tone}: it says what it is about`, () => {
      assert.match(text("ask_first", "thank-praiser", tone), /Sande/);
    });
  }
  test("a line that is the quote is not said twice", () => {
    assert.equal(letterValues({ ...win, title: win.quote, may_leave: "as_it_is" }, "win-to-boss").quote, null);
  });
});
