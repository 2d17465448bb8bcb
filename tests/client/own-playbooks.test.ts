import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { after, before, beforeEach, describe, mock, test } from "node:test";

process.env["TZ"] = "Europe/Berlin";

import { activatePlan } from "../../client/actions/activation.ts";
import { archiveChecklist, checkItem, startPlaybook, trashChecklist, uncheckItem } from "../../client/actions/checklists.ts";
import { logInterview } from "../../client/actions/interviews.ts";
import { recordOutcome } from "../../client/actions/outcome.ts";
import {
  addStep,
  editPlaybook,
  editStep,
  makeOwn,
  makePlaybook,
  moveStep,
  putOriginalBack,
  setPlaybookAnchor,
  trashStep,
} from "../../client/actions/own-playbooks.ts";
import { addPerson } from "../../client/actions/people.ts";
import { addPlan } from "../../client/actions/plans.ts";
import { keepRepeating } from "../../client/actions/repeating.ts";
import { restore } from "../../client/actions/trash.ts";
import { dismissSnack, snack } from "../../client/actions/undo.ts";
import { successorId } from "../../client/model/id.ts";
import { byPosition } from "../../client/model/order.ts";
import { copyId, rehung } from "../../client/model/own-playbooks.ts";
import { builtIn } from "../../client/model/playbooks.ts";
import { draftedRule, ruleDraft, withFallback } from "../../client/model/rule-draft.ts";
import { schema, type CollectionName } from "../../client/model/schema.ts";
import { store } from "../../client/store/current.ts";
import type { Entry } from "../../client/store/store.ts";
import { loadRunning } from "../../client/views/playbooks/running.ts";
import { loadOffers, type Offer } from "../../client/views/playbooks/offers.ts";

/** Thursday, 15:42 in Berlin. */
const heldAt = "2026-11-19T14:42:00Z";
const fenn = { company: "Fenn & Lowe", role: "Storage analyst", held_at: heldAt, internal: false, people: [] };
const collections = Object.keys(schema) as CollectionName[];

before(() => mock.timers.enable({ apis: ["Date"], now: Date.parse(heldAt) }));
after(() => {
  mock.timers.reset();
  store.value.close();
});

/** Every test begins on its own ground: copies in the trash still count, so the rows of the one before are renamed away. */
let day = 0;
beforeEach(async () => {
  mock.timers.setTime(Date.parse(heldAt) + day++);
  dismissSnack();
  for (const collection of collections) {
    const rows = await store.value.all(collection);
    await store.value.write(rows.map(({ id }) => ({ collection, id, set: { trashed_at: heldAt } })));
  }
});

const weeksPass = (weeks: number, days = 0): void => mock.timers.setTime(Date.parse(heldAt) + (7 * weeks + days) * 86_400_000);
const soft = (text: string | undefined): string | undefined => text?.replaceAll("\u00a0", " ");

async function undo(): Promise<void> {
  assert.ok(snack.value?.undo, "expected an Undo");
  await snack.value.undo();
}

const stepsOf = async (id: string): Promise<Entry<"playbook_steps">[]> =>
  (await store.value.by("playbook_steps", "playbook", id)).sort(byPosition);
const linesOf = async (list: string): Promise<Entry<"items">[]> =>
  (await store.value.by("items", "checklist", list)).sort(byPosition);
const texts = (rows: readonly { readonly text: string | null }[]): (string | null)[] => rows.map(({ text }) => text);
const offer = async (slug: string): Promise<Offer> => (await loadOffers(store.value)).find((one) => one.slug === slug)!;
const listsFrom = async (playbook: string): Promise<Entry<"checklists">[]> =>
  (await store.value.all("checklists")).filter((list) => list.playbook === playbook);

async function settleAll(list: string): Promise<void> {
  for (const line of await linesOf(list)) await checkItem(line);
}

describe("a copy of a built-in playbook", () => {
  test("stands in its place, with every line, and one undo takes it away", async () => {
    const id = await makeOwn("thank");
    const steps = await stepsOf(id);
    const { steps: originals } = builtIn("thank")!;
    assert.deepEqual(
      steps.map(({ text, why, tool, tool_ref, due_rule }) => [text, why, tool, tool_ref, due_rule]),
      originals.map(({ text, why, tool, purpose, due_rule }) => [text, why, tool, purpose ?? null, due_rule]),
    );
    assert.deepEqual([(await offer("thank")).playbook, (await loadOffers(store.value)).length], [id, 8]);
    await undo();
    assert.deepEqual(await offer("thank"), { ...(await offer("thank")), isOwn: false, playbook: "thank" });
  });

  test("has the same ids on every device, and is made once", async () => {
    const id = await makeOwn("network");
    assert.equal(await makeOwn("network"), id);
    assert.equal(id[14], "5");
    assert.equal(new Set([copyId("network", 0), copyId("network", 1), copyId("decide", 0)]).size, 3);
  });

  test("goes when the original is put back, which can be undone; a later copy leaves it alone in the trash", async () => {
    const first = await makeOwn("decide");
    await editPlaybook(first, { title: "Sleep on it" });
    await putOriginalBack(first);
    assert.equal((await offer("decide")).title, "Decide on what it pays");
    await undo();
    assert.equal((await offer("decide")).title, "Sleep on it");
    await putOriginalBack(first);
    const second = await makeOwn("decide");
    assert.notEqual(second, first);
    assert.equal((await store.value.get("playbooks", first))?.title, "Sleep on it");
    await restore("playbooks", first);
    assert.equal((await loadOffers(store.value)).length, 9, "one stands in its place, the other is a list of its own");
  });

  test("is begun where the built-in one would be: by an interview, an answer, an option", async () => {
    const [debrief, planB] = [await makeOwn("debrief"), await makeOwn("plan-b")];
    await editStep((await stepsOf(debrief))[0]!.id, { text: "Breathe out" });
    await trashStep((await stepsOf(planB))[0]!.id);
    const interview = await logInterview(fenn);
    const [list] = await listsFrom(debrief);
    assert.equal((await linesOf(list!.id))[0]!.text, "Breathe out");
    await recordOutcome(interview, "silence");
    assert.equal((await listsFrom(planB)).length, 1);
    const option = await activatePlan((await addPlan({ title: "Teach" }))!);
    assert.deepEqual((await linesOf(option)).length, builtIn("plan-b")!.steps.length - 1);
    assert.equal((await store.value.get("checklists", option))?.playbook, planB);
  });

  test("reads as the original does inside one's own company, where its words are the original's", async () => {
    const id = await makeOwn("feedback");
    const interview = await logInterview({ ...fenn, internal: true });
    const about = { kind: "interview", id: interview } as const;
    const inside = await linesOf(await startPlaybook("feedback", about));
    assert.deepEqual([inside[2]!.step, inside[2]!.tool_ref], [builtIn("feedback")!.steps[2]!.slug, "internal-talk"]);
    await editStep((await stepsOf(id))[2]!.id, { text: "Ask Ruth over coffee" });
    const changed = await linesOf(await startPlaybook("feedback", about));
    assert.deepEqual([changed[2]!.text, changed[2]!.tool_ref], ["Ask Ruth over coffee", "feedback-request"]);
  });

  test("lets lists that were begun before keep their lines", async () => {
    const before = await startPlaybook("evidence", null);
    const id = await makeOwn("evidence");
    for (const { id: step } of await stepsOf(id)) await trashStep(step);
    assert.equal((await linesOf(before)).length, 7);
    assert.equal((await linesOf(await startPlaybook("evidence", null))).length, 0);
  });
});

describe("a playbook of one's own", () => {
  test("is made, filled, put in order and started for a person", async () => {
    assert.equal(await makePlaybook("  \n "), null);
    const id = (await makePlaybook("Before every\nsecond talk"))!;
    for (const text of ["Read the notes", "Sleep", "Choose two questions"]) await addStep(id, text);
    const [read, sleep, choose] = await stepsOf(id);
    await moveStep(choose!.id, read!.id, sleep!.id);
    await editStep(choose!.id, { due_rule: "start+2bd" });
    await trashStep(sleep!.id);
    await undo();
    assert.deepEqual(texts(await stepsOf(id)), ["Read the notes", "Choose two questions", "Sleep"]);
    const person = (await addPerson({ name: "Ruth Abelson" }))!;
    const list = await startPlaybook(id, { kind: "person", id: person });
    assert.equal((await store.value.get("checklists", list))?.title, "Before every second talk");
    assert.deepEqual((await linesOf(list)).map(({ due_at }) => due_at), [null, "2026-11-23T08:00:00Z", null]);
  });

  test("keeps its title and its words when a field is emptied", async () => {
    const id = (await makePlaybook("Mine"))!;
    const step = (await addStep(id, "One"))!;
    await editPlaybook(id, { title: "   ", intro: "For Mondays" });
    await editStep(step, { text: "" });
    const playbook = await store.value.get("playbooks", id);
    assert.deepEqual([playbook?.title, playbook?.intro], ["Mine", "For Mondays"]);
    assert.equal((await stepsOf(id))[0]!.text, "One");
  });

  test("takes its lines along to the day its dates count from", async () => {
    const id = await makeOwn("thank");
    await setPlaybookAnchor(id, "win");
    assert.equal(soft(snack.value?.message), "Saved. 6 lines count from there");
    assert.deepEqual((await stepsOf(id)).map(({ due_rule }) => due_rule), ["win+20h", "win+20h", "win+1d", "promise+1bd|win+5bd", "promise+6bd|win+10bd", "promise+11bd|win+15bd"]);
    await undo();
    assert.equal((await stepsOf(id))[0]!.due_rule, "interview+20h");
    assert.equal(rehung("weekly:fri", "start", "win"), "weekly:fri");
  });
});

describe("a list that comes again", () => {
  async function weekly(): Promise<{ readonly playbook: string; readonly list: string }> {
    const playbook = (await makePlaybook("Friday line"))!;
    const step = (await addStep(playbook, "Write one line"))!;
    await editStep(step, { due_rule: "start+1d" });
    await editPlaybook(playbook, { repeat_weeks: 1 });
    return { playbook, list: await startPlaybook(playbook, null) };
  }

  test("begins the next one when it is finished, dated a week later, and shows only that", async () => {
    const { playbook, list } = await weekly();
    await keepRepeating(store.value);
    assert.equal((await listsFrom(playbook)).length, 1);
    await settleAll(list);
    await keepRepeating(store.value);
    await keepRepeating(store.value);
    assert.equal((await listsFrom(playbook)).length, 2);
    assert.deepEqual((await linesOf(successorId(list))).map(({ due_at }) => due_at), ["2026-11-27T08:00:00Z"]);
    assert.deepEqual((await loadRunning(store.value, null)).map(({ checklist }) => checklist.id), [successorId(list)]);
  });

  test("takes the next one back when a line is opened again, unless something was done on it", async () => {
    const { playbook, list } = await weekly();
    await settleAll(list);
    await keepRepeating(store.value);
    await uncheckItem((await linesOf(list))[0]!);
    await keepRepeating(store.value);
    assert.deepEqual((await listsFrom(playbook)).map(({ id }) => id), [list]);
    await settleAll(list);
    await keepRepeating(store.value);
    await settleAll(successorId(list));
    await uncheckItem((await linesOf(list))[0]!);
    await keepRepeating(store.value);
    assert.ok((await listsFrom(playbook)).some(({ id }) => id === successorId(list)));
  });

  test("begins the next one when its time has come and puts the rest of this one away; weeks nobody looked are left out", async () => {
    const { playbook, list } = await weekly();
    weeksPass(3, 1);
    await keepRepeating(store.value);
    const [first, second] = (await listsFrom(playbook)).sort((a, b) => (a.id < b.id ? -1 : 1));
    assert.deepEqual([first!.id, first!.archived_at !== null, second!.id], [list, true, successorId(list)]);
    assert.equal(second!.anchor_at?.slice(0, 10), "2026-12-10");
  });

  test("ends when the person puts it away or throws the next one away", async () => {
    const { playbook, list } = await weekly();
    await settleAll(list);
    await keepRepeating(store.value);
    await trashChecklist(successorId(list));
    mock.timers.tick(5);
    await keepRepeating(store.value);
    assert.equal((await listsFrom(playbook)).length, 1);
    const other = await weekly();
    await archiveChecklist(other.list);
    weeksPass(2);
    await keepRepeating(store.value);
    assert.equal((await listsFrom(other.playbook)).length, 1);
  });

  test("comes once for all interviews, and hangs on its own beginning from then on", async () => {
    const playbook = await makeOwn("network");
    await editPlaybook(playbook, { repeat_weeks: 4 });
    const interviews = [await logInterview(fenn), await logInterview({ ...fenn, company: "Ostara Rail" })];
    for (const id of interviews) await startPlaybook("network", { kind: "interview", id });
    weeksPass(4, 1);
    await keepRepeating(store.value);
    const lists = await listsFrom(playbook);
    assert.equal(lists.length, 3);
    const next = lists.find((list) => lists.some(({ id }) => successorId(id) === list.id))!;
    assert.ok((await linesOf(next.id)).every(({ due_rule }) => due_rule!.startsWith("start+")));
  });
});

describe("a rule chosen in words", () => {
  const rules = ["outcome+2bd", "promise+1bd|interview+5bd", "weekly:tue", "monthly", "quarterly", "start+0h", null];
  for (const rule of rules) {
    test(`${rule} comes out as it went in`, () => assert.equal(draftedRule(ruleDraft(rule, "start")), rule));
  }

  test("begins with what the playbook's dates hang on", () => {
    assert.equal(draftedRule({ ...ruleDraft(null, "win"), kind: "after" }), "win+1bd");
    assert.equal(draftedRule(withFallback(ruleDraft("interview+1d", "start"))), "interview+1d|outcome+5bd");
  });

  for (const amount of ["", "-1", "1.5", "two", "731", "9999", "١"]) {
    test(`says that “${amount}” is no number of days`, () => {
      const draft = ruleDraft("outcome+2bd", "start");
      assert.equal(draftedRule({ ...draft, choices: [{ ...draft.choices[0]!, amount }] }), undefined);
    });
  }
});
