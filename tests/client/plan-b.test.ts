import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { after, before, beforeEach, describe, mock, test } from "node:test";

process.env["TZ"] = "Europe/Berlin";

import { activatePlan, finishPlan, parkPlan, takeBackPlan, takeOutPlan } from "../../client/actions/activation.ts";
import { checkItem } from "../../client/actions/checklists.ts";
import { addPlan, setContact, setStopWaiting } from "../../client/actions/plans.ts";
import { snack } from "../../client/actions/undo.ts";
import { plansHeadline } from "../../client/model/plan-b.ts";
import { isReady, missingSentence, readinessOf, readinessWords, type PlanFacts } from "../../client/model/plan-b-readiness.ts";
import { firstName, nextSentence, suggestedSteps } from "../../client/model/plan-b-steps.ts";
import { stopWaiting } from "../../client/model/plan-b-waiting.ts";
import { PROFILE_ID } from "../../client/model/profile.ts";
import { collectionNames } from "../../client/model/schema.ts";
import { store } from "../../client/store/current.ts";

const soft = (words: string): string => words.replaceAll("\u00a0", " ");
const nothing: PlanFacts = { status: "ready", next_step: null, contact: null, next_step_on: null };
const step = { next_step: "ask Jonas what they are missing" };
const somebody = { contact: "0199" };
const day = { next_step_on: "2026-11-27" };

describe("readiness is read off what an option has", () => {
  const rows: readonly [has: Partial<PlanFacts>, words: string, missing: string | null][] = [
    [{}, "An idea", "A next step, somebody to ask and a day make it ready."],
    [step, "An idea", "Somebody to ask and a day make it ready."],
    [{ next_step: "   " }, "An idea", "A next step, somebody to ask and a day make it ready."],
    [somebody, "An idea", "A next step and a day make it ready."],
    [{ ...step, ...somebody }, "Ready after one step", "A day makes it ready."],
    [{ ...step, ...day }, "Ready after one step", "Somebody to ask makes it ready."],
    [{ ...somebody, ...day }, "Ready after one step", "A next step makes it ready."],
    [{ ...step, ...somebody, ...day }, "Ready", null],
  ];
  for (const [has, words, missing] of rows) {
    test(`${Object.keys(has).join(", ") || "nothing"}: ${words}`, () => {
      const plan = { ...nothing, ...has };
      assert.deepEqual([readinessWords[readinessOf(plan)], missingSentence(plan)], [words, missing]);
    });
  }

  test("and the headline says what is under way, else what is ready, else what is there", () => {
    const ready = { ...nothing, ...step, ...somebody };
    const active = { ...nothing, status: "active" } as const;
    const parked = { ...ready, status: "parked" } as const;
    assert.equal(plansHeadline([nothing, ready, active]), "One option is under way.");
    assert.equal(plansHeadline([nothing, ready, ready]), "Two options are ready.");
    assert.equal(plansHeadline([nothing, parked]), "One idea to start from.");
    assert.equal(plansHeadline([]), "Something of your own.");
    assert.ok(isReady(ready) && !isReady(nothing) && !isReady({ ...ready, status: "active" }) && !isReady(parked));
  });
});

describe("the next step", () => {
  const today = "2026-11-23";
  const rows: readonly [next_step: string | null, next_step_on: string | null, words: string | null][] = [
    [null, null, null],
    [" ", "2026-11-24", null],
    ["ask Jonas", null, "ask Jonas."],
    ["who leads it?", null, "who leads it?"],
    ["ask Jonas.", "2026-11-24", "ask Jonas, tomorrow."],
    ["ask Jonas", "2026-11-27", "ask Jonas, on Friday."],
    ["ask Jonas", "2026-11-16", "ask Jonas, on Mon 16 Nov."],
  ];
  for (const [next_step, next_step_on, words] of rows) {
    test(`${next_step} ${next_step_on}: ${words}`, () => {
      assert.equal(soft(nextSentence({ next_step, next_step_on }, today) ?? "-"), words ?? "-");
    });
  }

  test("is suggested for each kind, with the name of whoever could be asked", () => {
    for (const kind of ["inside", "outside", "own", "learn", null] as const) {
      assert.ok(suggestedSteps(kind, null).length >= 2);
      assert.ok(suggestedSteps(kind, "Ines").some((words) => words.includes("Ines")));
      for (const words of suggestedSteps(kind, null)) assert.doesNotMatch(words, /null|[.!]$/);
    }
    assert.deepEqual([firstName("Ines Duarte"), firstName("  "), firstName(null)], ["Ines", null, null]);
  });
});

describe("the day to stop waiting", () => {
  const rows: readonly [on: string | null, setAt: string | null, title: string, note: string, hasCome: boolean][] = [
    [null, null, "Stop waiting here", "No date yet. One you choose yourself ends the waiting.", false],
    ["2027-01-15", "2026-11-18T09:00:00Z", "Stop waiting here: 15 Jan", "You chose this date on 18 Nov.", false],
    ["2028-01-15", "2026-11-18T09:00:00Z", "Stop waiting here: 15 Jan 2028", "You chose this date on 18 Nov.", false],
    ["2026-11-24", "2026-11-18T23:30:00Z", "Stop waiting here: 24 Nov", "You chose this date on 19 Nov.", false],
    ["2026-11-24", null, "Stop waiting here: 24 Nov", "A date of your own.", false],
    ["2026-11-23", "2026-11-18T09:00:00Z", "Stop waiting here: 23 Nov", "The day has come. You chose it on 18 Nov.", true],
  ];
  for (const [stop_waiting_on, stop_waiting_set_at, title, note, hasCome] of rows) {
    test(`${title}: ${note}`, () => {
      const said = stopWaiting({ stop_waiting_on, stop_waiting_set_at }, "2026-11-23", "Europe/Berlin");
      assert.deepEqual([soft(said.title), soft(said.note), said.hasCome], [title, note, hasCome]);
    });
  }
});

describe("setting out", () => {
  before(() => mock.timers.enable({ apis: ["Date"], now: Date.parse("2026-11-23T09:00:00Z") }));
  after(() => {
    mock.timers.reset();
    store.value.close();
  });
  beforeEach(async () => {
    for (const collection of collectionNames) {
      const rows = await store.value.all(collection);
      await store.value.write(rows.map(({ id }) => ({ collection, id, set: { trashed_at: "2026-01-01T00:00:00Z" } })));
    }
  });

  const added = async (): Promise<string> => (await addPlan({ title: "Storage team" }))!;
  const statusOf = async (id: string) => (await store.value.get("plans", id))?.status;
  const listsOf = (id: string) => store.value.by("checklists", "subject_id", id);
  const undo = async () => snack.value?.undo?.();

  test("marks the option and begins its list in one write, taken back with one tap", async () => {
    const id = await added();
    const list = await activatePlan(id);
    assert.equal(await statusOf(id), "active");
    assert.equal((await store.value.by("items", "checklist", list)).length, 7);
    await undo();
    assert.deepEqual([await statusOf(id), await listsOf(id)], ["ready", []]);
    assert.equal(await activatePlan(id), list, "the list that was taken back comes again");
    assert.equal((await store.value.by("items", "checklist", list)).length, 7);
  });

  test("gives the list an id that another device would give it, too", async () => {
    const id = await added();
    const list = await activatePlan(id);
    const lines = (await store.value.by("items", "checklist", list)).map((line) => line.id);
    assert.ok([list, ...lines].every((each) => each[14] === "5"));
  });

  test("is taken back on any device: an untouched list goes, one that was worked on is put away", async () => {
    const id = await added();
    await activatePlan(id);
    await takeBackPlan(id);
    assert.deepEqual([await statusOf(id), await listsOf(id)], ["ready", []]);
    const list = await activatePlan(id);
    await checkItem((await store.value.by("items", "checklist", list))[0]!);
    await takeBackPlan(id);
    const [kept] = await listsOf(id);
    assert.ok(kept?.archived_at);
    assert.equal(await activatePlan(id), list, "and it goes on where it was left");
    assert.equal((await listsOf(id))[0]?.archived_at, null);
  });

  test("parked and done put the list away; taken out again the option waits in its place", async () => {
    const id = await added();
    await activatePlan(id);
    await parkPlan(id);
    assert.equal(await statusOf(id), "parked");
    assert.ok((await listsOf(id))[0]?.archived_at);
    await takeOutPlan(id);
    assert.equal(await statusOf(id), "ready");
    await finishPlan(id);
    assert.equal(await statusOf(id), "done");
    await undo();
    assert.equal(await statusOf(id), "ready");
  });

  test("a new name becomes somebody to ask and a person, and goes with one undo", async () => {
    const id = await added();
    await setContact(id, { name: " Jonas Wild " });
    const [person] = await store.value.all("people");
    assert.deepEqual([person?.name, (await store.value.get("plans", id))?.contact], ["Jonas Wild", person?.id]);
    await undo();
    assert.deepEqual([await store.value.all("people"), (await store.value.get("plans", id))?.contact], [[], null]);
  });

  test("the day to stop waiting is kept with the day it was chosen, and cleared with it", async () => {
    await setStopWaiting("2027-01-15");
    const chosen = await store.value.get("profiles", PROFILE_ID);
    assert.deepEqual([chosen?.stop_waiting_on, chosen?.stop_waiting_set_at], ["2027-01-15", "2026-11-23T09:00:00Z"]);
    await setStopWaiting(null);
    const cleared = await store.value.get("profiles", PROFILE_ID);
    assert.deepEqual([cleared?.stop_waiting_on, cleared?.stop_waiting_set_at], [null, null]);
    await undo();
    assert.equal((await store.value.get("profiles", PROFILE_ID))?.stop_waiting_on, "2027-01-15");
  });
});
