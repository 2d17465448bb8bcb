import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { after, before, beforeEach, describe, mock, test } from "node:test";

process.env["TZ"] = "Europe/Berlin";

import { checkItem, startPlaybook } from "../../client/actions/checklists.ts";
import { addOption, moveOption, removeOption, renameOption, setWeight } from "../../client/actions/decision-parts.ts";
import {
  choose,
  decideAgain,
  editDecision,
  finishSecond,
  lookBack,
  putScoresAway,
  setScore,
  startDecision,
  type Worksheet,
} from "../../client/actions/decisions.ts";
import { logInterview } from "../../client/actions/interviews.ts";
import { snack } from "../../client/actions/undo.ts";
import { decisionChart } from "../../client/model/decision-chart.ts";
import { chartSentence, comparedHeadline, doing, wordsFor } from "../../client/model/decision-words.ts";
import {
  defaultCriteria,
  defaultOptions,
  missingIn,
  scoreId,
  scoresOf,
  stageOf,
  weighted,
  worksheetId,
  type Round,
  type Score,
  type Scores,
  type Stage,
  type Standing,
} from "../../client/model/decision.ts";
import { criteriaOf, optionsOf, partId, type PartRow } from "../../client/model/decision-parts.ts";
import { collectionNames, type Decisions, type Structured } from "../../client/model/schema.ts";
import { store } from "../../client/store/current.ts";
import { loadDecision, loadDecisions } from "../../client/views/decision/load.ts";
import { recentlyTrashed } from "../../client/views/trash/load.ts";

const zone = "Europe/Berlin";
const soft = (words: string): string => words.replaceAll("\u00a0", " ");

describe("a weighted score", () => {
  const criteria = [
    { id: "pay", name: "Pay", weight: 2 },
    { id: "learning", name: "Learning", weight: 3 },
    { id: "time", name: "Time", weight: 1 },
  ] as const;
  const rows: readonly [scores: Record<string, Score>, is: number | null][] = [
    [{}, null],
    [{ pay: 5 }, 5],
    [{ pay: 3, learning: 3, time: 3 }, 3],
    [{ pay: 3, learning: 2, time: 4 }, 2.7],
    [{ pay: 1, learning: 5 }, 3.4],
    [{ gone: 5, pay: 2 }, 2],
  ];
  for (const [scores, is] of rows) {
    test(`of ${JSON.stringify(scores)} is ${is}`, () => assert.equal(weighted({ stay: scores }, "stay", criteria), is));
  }

  test("takes nothing every object has for a score", () => {
    const inherited = ["constructor", "toString", "__proto__"].map((id) => ({ id, name: id, weight: 1 }) as const);
    assert.equal(weighted({ stay: {} }, "stay", inherited), null);
    assert.equal(weighted({}, "constructor", [{ id: "name", name: "Name", weight: 1 }]), null);
    assert.equal(missingIn({}, inherited, inherited), 9);
  });

  test("misses one for every empty cell, and a cell can be emptied again", () => {
    const one = scoresOf("first", null, [cell("first", "stay", "pay", 3)]);
    assert.deepEqual(one, { stay: { pay: 3 } });
    assert.equal(missingIn(one, defaultOptions, defaultCriteria), 17);
    assert.deepEqual(scoresOf("first", null, [cell("first", "stay", "pay", null)]), { stay: {} });
  });
});

const cell = (round: Round, option: string, criterion: string, score: number | null) => ({ round, option, criterion, score });

describe("what is kept", () => {
  test("of an earlier version holds where a cell has no row, of its own scoring only", () => {
    const kept = { stay: { pay: 2, time: 4 }, move: { pay: 5 } };
    const rows = [cell("first", "stay", "pay", 3), cell("first", "move", "pay", null), cell("second", "stay", "time", 1)];
    assert.deepEqual(scoresOf("first", kept, rows), { stay: { pay: 3, time: 4 }, move: {} });
    assert.deepEqual(scoresOf("second", null, rows), { stay: { time: 1 } });
    assert.deepEqual(scoresOf("first", null, [cell("first", "stay", "pay", 9), { ...rows[0]!, option: null }]), { stay: {} });
  });

  test("has an id a cell, the same on every device and another for each scoring", () => {
    const id = "01932b1e-5c00-7abc-8def-000000000001";
    assert.equal(scoreId(id, "first", "stay", "pay"), scoreId(id, "first", "stay", "pay"));
    assert.notEqual(scoreId(id, "first", "stay", "pay"), scoreId(id, "second", "stay", "pay"));
  });

  test("stands for the defaults where nothing is", () => {
    assert.deepEqual([optionsOf(usual, []), criteriaOf(usual, []), scoresOf("first", null, [])], [defaultOptions, defaultCriteria, {}]);
  });

  test("is read with everything malformed left out", () => {
    const broken = [{ id: "a", name: "A", weight: 9 }, { id: 3, name: "B" }, null, "C", { name: "D" }] as unknown as Structured;
    const begunWith = { options: broken, criteria: broken };
    assert.deepEqual(optionsOf(begunWith, []), [{ id: "a", name: "A" }]);
    assert.deepEqual(criteriaOf(begunWith, []), [{ id: "a", name: "A", weight: 2 }]);
    assert.deepEqual(scoresOf("first", { a: { x: 3, y: 6, z: "4", v: 2.5 }, b: 3 }, []), { a: { x: 3 } });
    assert.deepEqual(scoresOf("first", [1], []), {});
  });
});

const usual = { options: null, criteria: null };

const part = (kind: PartRow["kind"], id: string | null, more: Partial<PartRow>): PartRow => ({
  kind,
  part: id,
  name: null,
  weight: null,
  position: null,
  removed: null,
  ...more,
});

describe("options and criteria", () => {
  const options = (rows: readonly PartRow[], kept: Structured | null = null) =>
    optionsOf({ options: kept, criteria: null }, rows).map(({ name }) => name);
  const rows: readonly [what: string, rows: readonly PartRow[], options: readonly string[]][] = [
    ["are the usual ones where there is no row", [], ["Stay", "Move", "Negotiate"]],
    ["take a name from a row, and their place from where they began", [part("option", "move", { name: "Leave" })], ["Stay", "Leave", "Negotiate"]],
    ["take a place from a row, and their name from where they began", [part("option", "negotiate", { position: "Zz" })], ["Negotiate", "Stay", "Move"]],
    ["miss what was taken off", [part("option", "move", { removed: true, name: "Leave" })], ["Stay", "Negotiate"]],
    ["have it again when it was put back", [part("option", "move", { removed: false })], ["Stay", "Move", "Negotiate"]],
    ["end with what somebody added", [part("option", "new", { name: "Teach", position: "a3V" })], ["Stay", "Move", "Negotiate", "Teach"]],
    ["have it last without a place", [part("option", "new", { name: "Teach" })], ["Stay", "Move", "Negotiate", "Teach"]],
    ["take nothing from a row without a name, of another kind, or of nothing", [
      part("option", "new", { position: "a0" }),
      part("criterion", "stay", { name: "Pay" }),
      part("option", null, { name: "Nothing" }),
      part(null, "stay", { name: "Nothing" }),
    ], ["Stay", "Move", "Negotiate"]],
  ];
  for (const [what, given, is] of rows) test(what, () => assert.deepEqual(options(given), is));

  test("lie over a list that an earlier version kept, also over what it added later", () => {
    const kept = [{ id: "stay", name: "Stay" }, { id: "b", name: "Go north" }];
    const renamed = [part("option", "b", { name: "Go far north" })];
    assert.deepEqual(options(renamed, kept), ["Stay", "Go far north"]);
    assert.deepEqual(options(renamed, [...kept, { id: "c", name: "Teach" }]), ["Stay", "Go far north", "Teach"]);
  });

  test("weigh what a row says, and nothing it cannot mean", () => {
    const weightOf = (weight: number) => criteriaOf(usual, [part("criterion", "pay", { weight })])[0]!.weight;
    assert.deepEqual([weightOf(3), weightOf(1), weightOf(9), weightOf(1.5)], [3, 1, 2, 2]);
  });

  test("have an id a worksheet and a kind", () => {
    const id = "01932b1e-5c00-7abc-8def-000000000001";
    assert.equal(partId(id, "option", "stay"), partId(id, "option", "stay"));
    assert.notEqual(partId(id, "option", "stay"), partId(id, "criterion", "stay"));
  });
});

describe("the stage of a decision", () => {
  const nothing = { scored_at: null, blind_scored_at: null, chosen: null, review_at: null, reviewed_at: null };
  // A quarter past midnight in Berlin.
  const scored_at = "2026-11-15T23:15:00Z";
  const twice = { ...nothing, scored_at, blind_scored_at: "2026-11-23T10:00:00Z" };
  const chosen = { ...twice, chosen: "Move", review_at: "2027-02-21T08:00:00Z" };
  const rows: readonly [what: string, decision: typeof nothing | typeof chosen | object, today: string, stage: Stage][] = [
    ["nothing yet", nothing, "2026-11-23", "scoring"],
    ["the same day", { ...nothing, scored_at }, "2026-11-16", "waiting"],
    ["the sixth day", { ...nothing, scored_at }, "2026-11-22", "waiting"],
    ["the seventh day", { ...nothing, scored_at }, "2026-11-23", "blind"],
    ["scored twice", twice, "2026-11-23", "compared"],
    ["chosen", chosen, "2026-11-24", "chosen"],
    ["chosen after one scoring", { ...nothing, scored_at, chosen: "Stay" }, "2026-11-17", "chosen"],
    ["on the review date", chosen, "2027-02-21", "review"],
    ["looked back", { ...chosen, reviewed_at: "2027-02-22T08:00:00Z" }, "2027-03-01", "reviewed"],
  ];
  for (const [what, decision, today, stage] of rows) {
    test(`${what}: ${stage}`, () => assert.equal(stageOf(decision as typeof nothing, today, zone), stage));
  }
});

const standing = (name: string, first: number | null, second: number | null): Standing => ({ id: name, name, first, second });

describe("the headline of what a week changed", () => {
  const rows: readonly [standings: readonly Standing[], days: number, headline: string][] = [
    [[standing("Stay", 3.5, 2.8), standing("Move to storage", 3.4, 3.8), standing("Negotiate", 3.1, 3.2)], 7, "A week changed your mind about staying."],
    [[standing("Stay", 3.1, 3.3), standing("Move", 3.4, 3.5)], 7, "A week later, you see it the same way."],
    [[standing("Stay", 3.1, 3.4), standing("Move", 3.4, 3.5)], 9, "Nine days later, moving still pays most."],
    [[standing("Stay", 4.1, 2.4), standing("Move", 2.4, 3.5), standing("Negotiate", 3, 2)], 7, "A week moved everything. Now moving pays most."],
    [[standing("Stay", 4.1, 3.5), standing("Move", 2.4, 3.5)], 14, "Two weeks later, staying and moving are level."],
    [[standing("Teach maths", 2, 4.5), standing("Storage team", 3, 3)], 70, "Two months changed your mind about teaching maths."],
    [[standing("Stay", 3.5, 3.4), standing("Storage team", 3.4, 4)], 10, "10 days changed your mind about “Storage team”."],
    [[standing("Stay", 3.4, 3.4), standing("Move", 3.4, 3.9)], 7, "A week changed your mind about moving."],
    [[standing("Stay", null, 3), standing("Move", null, 4)], 7, "Scored twice."],
    [[standing("Stay", 3, 2), standing("Move", null, 4), standing("Ask", 2, 2.1)], 8, "Eight days changed your mind about staying."],
  ];
  for (const [standings, days, headline] of rows) {
    test(headline, () => assert.equal(comparedHeadline(standings, days), headline));
  }

  test("and at every other stage there is one, too", () => {
    const facts: Decisions = { ...blank, scored_at: "2026-11-16T09:00:00Z", chosen: "Move to storage", review_at: "2027-02-21T08:00:00Z" };
    const said = (stage: Stage, more: Partial<Decisions> = {}) => {
      const { headline, note } = wordsFor(stage, { ...facts, ...more }, [], "2026-11-18", zone);
      return soft(`${headline} ${note}`);
    };
    assert.equal(said("scoring"), "What would each of them pay you? Write what you feel, score what you see. Decide nothing today.");
    assert.match(said("waiting"), /^Let it rest\. Score it again on Monday\. First scored on 16 Nov\./);
    assert.match(said("blind"), /^Once more, as you see it today\./);
    assert.equal(said("chosen"), "You chose moving to storage. You look at it again on 21 Feb 2027.");
    assert.equal(said("review"), "Did it pay what you hoped? You chose moving to storage.");
    const promise = { commitment: "A role with a date", commitment_on: "2027-02-01" };
    assert.equal(said("review", promise), "Did the commitment come true? “A role with a date”, by 1 Feb.");
    assert.match(said("reviewed", { came_true: "no", ...promise }), /^It did not come true\. Now you have your answer in writing\./);
    assert.match(said("reviewed", { came_true: "partly" }), /^It came true in part\./);
  });

  test("knows verbs, and puts the rest in quotes", () => {
    assert.deepEqual(["Stay", "Go to Ostara", "storage"].map(doing), ["staying", "going to Ostara", "“storage”"]);
  });
});

describe("the chart", () => {
  const chart = decisionChart([standing("Stay", 3.5, 2.8), standing("Move", 3.4, 3.8), standing("Negotiate", 3.2, 3.2), standing("New", null, 3)]);

  test("begins at the whole number under the lowest score and ends at five", () => {
    assert.deepEqual(chart.ticks, [{ x: 4, label: "2" }, { x: 122.7, label: "3" }, { x: 241.3, label: "4" }, { x: 360, label: "5" }]);
    assert.deepEqual(decisionChart([standing("Stay", 5, 5)]).ticks.map(({ label }) => label), ["4", "5"]);
    assert.deepEqual(decisionChart([standing("Stay", null, null)]).ticks.map(({ label }) => label), ["4", "5"]);
  });

  test("hops from the first score to the second, higher the further, and not at all where nothing moved", () => {
    assert.deepEqual(chart.rows.map(({ hop }) => hop), ["M182 22Q140.5 -2 98.9 22", "M170.1 22Q193.9 -1.7 217.6 22", null, null]);
  });

  test("says the numbers, and which is highest now", () => {
    assert.deepEqual(chart.rows.map(({ words }) => words), ["3.5 then 2.8", "3.4 then 3.8", "3.2 then 3.2", "3.0, new"]);
    assert.deepEqual(chart.rows.map(({ isHighest }) => isHighest), [false, true, false, false]);
  });

  test("is a sentence for whoever hears it", () => {
    assert.equal(
      chartSentence([standing("Stay", 3.5, 2.8), standing("Move", 3.4, 3.8), standing("Ask", 3, 3), standing("New", null, 3), standing("Wait", 2, null)]),
      "Weighted score out of 5. Stay fell from 3.5 to 2.8. Move rose from 3.4 to 3.8. Ask stayed at 3.0. New has 3.0, for the first time. Wait has no score.",
    );
  });
});

const blank = Object.fromEntries(
  ["question", "interview", "options", "criteria", "scores", "scored_at", "blind_scores", "blind_scored_at", "risk", "chosen", "first_step", "review_at", "commitment", "commitment_on", "came_true", "reviewed_at", "notes", "trashed_at"].map((field) => [field, null]),
) as unknown as Decisions;

describe("a worksheet", () => {
  const at = (day: string) => mock.timers.setTime(Date.parse(`${day}T09:00:00Z`));
  before(() => mock.timers.enable({ apis: ["Date"], now: Date.parse("2026-11-16T09:00:00Z") }));
  after(() => {
    mock.timers.reset();
    store.value.close();
  });
  beforeEach(async () => {
    at("2026-11-16");
    for (const collection of collectionNames) {
      const rows = await store.value.all(collection);
      await store.value.write(rows.map(({ id }) => ({ collection, id, set: { trashed_at: "2026-01-01T00:00:00Z" } })));
    }
  });

  const undo = async () => snack.value?.undo?.();
  const viewOf = async (id: string) => (await loadDecision(store.value, id))!;
  const rowOf = async ({ id }: Worksheet) => (await store.value.get("decisions", id))!;
  const scoreAll = async (id: string, round: "first" | "second", score: Score): Promise<Worksheet> => {
    const { sheet, options, criteria } = await viewOf(id);
    for (const option of options) for (const criterion of criteria) await setScore(sheet, round, option, criterion, score);
    return sheet;
  };
  /** The deciding list of an interview: its lines by their step. */
  const decidingList = async () => {
    const interview = await logInterview({ company: "Norrholm Power", role: "Team lead", held_at: "2026-11-12T09:00:00Z", internal: true, people: [] });
    const list = await startPlaybook("decide", { kind: "interview", id: interview });
    const lines = await store.value.by("items", "checklist", list);
    return { interview, list, line: (step: string) => lines.find((item) => item.step === step)! };
  };
  const isDone = async (id: string) => Boolean((await store.value.get("items", id))?.done_at);

  test("opened from a line writes nothing, and is the interview's one on every device", async () => {
    const { interview, line } = await decidingList();
    const view = await viewOf(line("score").id);
    assert.equal(view.sheet.id, worksheetId(interview));
    assert.deepEqual([view.stage, view.options.length, view.criteria.length], ["scoring", 3, 6]);
    assert.deepEqual(await store.value.all("decisions"), []);
    await editDecision(view.sheet, { risk: "Being passed over again" });
    const row = await rowOf(view.sheet);
    assert.deepEqual([row.interview, row.question, row.risk], [interview, "Norrholm Power: stay, move or negotiate?", "Being passed over again"]);
    assert.equal((await viewOf(line("choose").id)).sheet.id, view.sheet.id, "every line of the list opens the same");
  });

  test("keeps what it is about although feelings were written first", async () => {
    const { interview, line } = await decidingList();
    const { sheet } = await viewOf(line("feel")?.id ?? line("staying").id);
    await store.value.write([{ collection: "decisions", id: sheet.id, set: { notes: "Sore." } }]);
    const again = await viewOf(line("staying").id);
    await setWeight(again.sheet, again.criteria[0]!, 3);
    assert.equal((await rowOf(again.sheet)).interview, interview);
  });

  test("is scored, hidden for a week, scored again without the first, and compared", async () => {
    const { line } = await decidingList();
    const sheet = await scoreAll(line("score").id, "first", 3);
    await putScoresAway(sheet);
    assert.ok(await isDone(line("score").id), "the line that asked for it is settled");
    const holds = async (words: string) => JSON.stringify(await viewOf(sheet.id)).includes(words);
    assert.deepEqual([(await viewOf(sheet.id)).stage, await holds('"pay":3')], ["waiting", false]);
    at("2026-11-23");
    assert.deepEqual([(await viewOf(sheet.id)).stage, await holds('"pay":3')], ["blind", false]);
    await scoreAll(line("score-again").id, "second", 3);
    await setScore(sheet, "second", { id: "stay", name: "Stay" }, { id: "learning", name: "Learning", weight: 3 }, 1);
    assert.deepEqual((await viewOf(sheet.id)).first, {}, "not one of the first while the second is given");
    await finishSecond((await viewOf(sheet.id)).sheet);
    assert.ok(await isDone(line("score-again").id));
    const { stage, said, first } = await viewOf(sheet.id);
    assert.equal(stage, "compared");
    assert.equal(first["stay"]?.["pay"], 3);
    assert.equal(said.headline, "A week later, moving and negotiating are level.");
  });

  test("keeps a row a cell: what another device scored meanwhile stays, and so does what an earlier version kept", async () => {
    const id = await startDecision("Stay or go?");
    await store.value.write([{ collection: "decisions", id, set: { scores: { stay: { pay: 1, time: 2 } } } }]);
    const { sheet, options, criteria } = await viewOf(id);
    const [pay, learning] = criteria;
    await setScore(sheet, "first", options[0]!, pay!, 4);
    await setScore(sheet, "first", options[1]!, pay!, 5);
    await setScore(sheet, "first", options[0]!, learning!, null);
    assert.deepEqual((await viewOf(id)).first, { stay: { pay: 4, time: 2 }, move: { pay: 5 } });
    assert.deepEqual((await rowOf(sheet)).scores as Scores, { stay: { pay: 1, time: 2 } }, "not written any more");
    const cells = await store.value.by("decision_scores", "decision", id);
    assert.ok(cells.some((row) => row.id === scoreId(id, "first", "stay", "pay") && row.score === 4));
    await setScore(sheet, "first", options[0]!, pay!, null);
    assert.deepEqual((await viewOf(id)).first, { stay: { time: 2 }, move: { pay: 5 } });
    await undo();
    assert.equal((await viewOf(id)).first["stay"]?.["pay"], 4);
  });

  test("a score that is taken back lies in no trash where it could be read", async () => {
    const id = await startDecision("Stay or go?");
    const { sheet, options, criteria } = await viewOf(id);
    await setScore(sheet, "first", options[0]!, criteria[0]!, 4);
    await undo();
    assert.deepEqual((await viewOf(id)).first, {});
    assert.ok(!(await recentlyTrashed(store.value, Date.now())).some(({ collection }) => collection === "decision_scores"));
    await setScore(sheet, "first", options[0]!, criteria[0]!, 2);
    assert.deepEqual((await viewOf(id)).first, { stay: { pay: 2 } });
  });

  test("loses nothing to quick fingers: a name and a new option in the same moment, eighteen scores at once", async () => {
    const id = await startDecision("Stay or go?");
    const { sheet, options, criteria } = await viewOf(id);
    await Promise.all([renameOption(sheet, options[1]!, "Move to storage"), addOption(sheet, "Teach maths")]);
    assert.deepEqual((await viewOf(id)).options.map(({ name }) => name), ["Stay", "Move to storage", "Negotiate", "Teach maths"]);
    await Promise.all(options.flatMap((option) => criteria.map((criterion) => setScore(sheet, "first", option, criterion, 4))));
    assert.equal(missingIn((await viewOf(id)).first, options, criteria), 0);
  });

  test("has options and criteria of one's own; what is taken off keeps its scores and comes back with one undo", async () => {
    const id = await startDecision("Stay or go?");
    const { sheet, options } = await viewOf(id);
    await addOption(sheet, "  Teach maths ");
    await moveOption(sheet, (await viewOf(id)).options[3]!.id, null);
    await renameOption(sheet, options[1]!, "Move to storage");
    await renameOption(sheet, options[0]!, "  ");
    await removeOption(sheet, options[2]!);
    assert.deepEqual((await viewOf(id)).options.map(({ name }) => name), ["Teach maths", "Stay", "Move to storage"]);
    await undo();
    assert.equal((await viewOf(id)).options.length, 4);
    assert.equal((await rowOf(sheet)).options, null, "a row a part, and nothing else");
  });

  test("forgets what an undone edit of a part said when the next one is made", async () => {
    const id = await startDecision("Stay or go?");
    const { sheet, options, criteria } = await viewOf(id);
    await renameOption(sheet, options[0]!, "Remain");
    await undo();
    assert.deepEqual((await viewOf(id)).options, options);
    await moveOption(sheet, "stay", "negotiate");
    assert.deepEqual((await viewOf(id)).options.map(({ name }) => name), ["Move", "Negotiate", "Stay"]);
    await setWeight(sheet, criteria[0]!, 3);
    await setWeight(sheet, criteria[0]!, 1);
    await undo();
    assert.equal((await viewOf(id)).criteria[0]!.weight, 3);
    assert.ok(!(await recentlyTrashed(store.value, Date.now())).some(({ collection }) => collection === "decision_parts"));
  });

  test("keeps what was chosen under its name, also when two names follow each other faster than the page", async () => {
    const id = await startDecision("Stay or go?");
    const { sheet, options } = await viewOf(id);
    await editDecision(sheet, { chosen: "Move" });
    await renameOption(sheet, options[1]!, "Move north");
    await renameOption(sheet, options[1]!, "Move to storage");
    assert.equal((await viewOf(id)).options[1]!.name, "Move to storage");
    assert.equal((await rowOf(sheet)).chosen, "Move to storage");
  });

  test("is made again with the parts it came to, and none of the scores", async () => {
    const id = await startDecision("Stay or go?");
    const { sheet, options, criteria } = await viewOf(id);
    await addOption(sheet, "Teach maths");
    await removeOption(sheet, options[2]!);
    await setWeight(sheet, criteria[0]!, 3);
    await setScore(sheet, "first", options[0]!, criteria[0]!, 4);
    const again = await viewOf(await decideAgain(sheet));
    assert.deepEqual(again.options, (await viewOf(id)).options);
    assert.deepEqual(again.criteria, (await viewOf(id)).criteria);
    assert.deepEqual(again.first, {});
  });

  test("is chosen: the first step goes on the list, and the list's own line waits for the review date", async () => {
    const { list, line } = await decidingList();
    const sheet = await scoreAll(line("score").id, "first", 3);
    await putScoresAway(sheet);
    await choose((await viewOf(line("choose").id)).sheet, { chosen: "Move", firstStep: "ask Jonas for coffee", goesTo: "list", reviewOn: "2027-02-21" });
    const lines = await store.value.by("items", "checklist", list);
    assert.equal(lines.filter(({ text }) => text === "ask Jonas for coffee").length, 1);
    assert.equal((await store.value.get("items", line("review").id))?.due_at, "2027-02-21T08:00:00Z");
    assert.ok(await isDone(line("choose").id));
    await choose(sheet, { chosen: "Negotiate", firstStep: "ask Ingrid for a date", goesTo: "list", reviewOn: "2027-03-01" });
    const again = await store.value.by("items", "checklist", list);
    assert.equal(again.length, lines.length, "chosen again it is the same line");
    at("2027-03-01");
    const { stage, sheet: due } = await viewOf(line("review").id);
    assert.equal(stage, "review");
    await lookBack(due, "partly");
    assert.ok(await isDone(line("review").id));
    assert.equal((await viewOf(sheet.id)).said.headline, "It came true in part.");
    await undo();
    assert.equal((await viewOf(sheet.id)).stage, "review");
  });

  test("on its own gets a list for the review; the first step may become an option of Plan B", async () => {
    const id = await startDecision("Stay or teach?");
    const sheet = await scoreAll(id, "first", 4);
    await choose(sheet, { chosen: "Move", firstStep: "write to Leila", goesTo: "plan", reviewOn: "2027-01-10" });
    const [plan] = await store.value.all("plans");
    assert.deepEqual([plan?.title, plan?.next_step], ["Move", "write to Leila"]);
    const [list] = await store.value.all("checklists");
    const [review, ...others] = await store.value.by("items", "checklist", list!.id);
    assert.deepEqual([list?.title, review?.tool, review?.tool_ref, others], ["Stay or teach?", "decision", id, []]);
    assert.equal((await viewOf(review!.id)).sheet.id, id, "its button opens this worksheet");
    await checkItem(review!);
    await undo();
    await undo();
    assert.equal((await loadDecisions(store.value)).length, 1);
  });
});
