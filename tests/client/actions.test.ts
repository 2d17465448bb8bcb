import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { after, before, beforeEach, describe, mock, test } from "node:test";

process.env["TZ"] = "Europe/Berlin";

import {
  addItem,
  archiveChecklist,
  checkItem,
  editItem,
  moveItem,
  renameChecklist,
  restore,
  setDue,
  skipItem,
  snoozeItem,
  startPlaybook,
  trashChecklist,
  trashItem,
  unarchiveChecklist,
  uncheckItem,
  unskipItem,
} from "../../client/actions/checklists.ts";
import {
  addAttendee,
  editInterview,
  logInterview,
  removeAttendee,
  setConfidence,
  setPromise,
  trashInterview,
  type NewInterview,
} from "../../client/actions/interviews.ts";
import { recordOutcome } from "../../client/actions/outcome.ts";
import { addPerson, editPerson, trashPerson } from "../../client/actions/people.ts";
import { addPlan, editPlan, movePlan, trashPlan } from "../../client/actions/plans.ts";
import { NoSuchPlaybook } from "../../client/actions/playbooks.ts";
import { dismissSnack, perform, say, snack } from "../../client/actions/undo.ts";
import { addWin, editWin, trashWin } from "../../client/actions/wins.ts";
import { successorId } from "../../client/model/id.ts";
import { byPosition } from "../../client/model/order.ts";
import { schema, type CollectionName } from "../../client/model/schema.ts";
import { store } from "../../client/store/current.ts";
import type { Entry } from "../../client/store/store.ts";

/** Thursday, 15:42 in Berlin. */
const heldAt = "2026-11-19T14:42:00Z";
const fenn: NewInterview = { company: "Fenn & Lowe", role: "Storage analyst", held_at: heldAt, internal: false, people: [] };
const collections = Object.keys(schema) as CollectionName[];

before(() => mock.timers.enable({ apis: ["Date"], now: Date.parse(heldAt) }));
after(() => {
  mock.timers.reset();
  store.value.close();
});

beforeEach(async () => {
  mock.timers.setTime(Date.parse(heldAt));
  dismissSnack();
  for (const collection of collections) {
    const rows = await store.value.all(collection);
    await store.value.write(rows.map(({ id }) => ({ collection, id, set: { trashed_at: heldAt } })));
  }
});

/** Monday, 12:00 in Berlin, four days later. */
function fourDaysPass(): void {
  mock.timers.setTime(Date.parse("2026-11-23T11:00:00Z"));
}

const soft = (text: string | undefined): string | undefined => text?.replaceAll("\u00a0", " ");
const message = (): string | undefined => soft(snack.value?.message);

async function undo(): Promise<void> {
  assert.ok(snack.value?.undo, "expected an Undo");
  await snack.value.undo();
}

/** Everything that is not in the trash, so that before and after can be compared. */
async function everything(): Promise<Record<string, unknown>> {
  const kept = await Promise.all(collections.map(async (name) => [name, (await store.value.all(name)).sort((a, b) => (a.id < b.id ? -1 : 1))]));
  return Object.fromEntries(kept);
}

async function lists(subject: string): Promise<Entry<"checklists">[]> {
  return (await store.value.by("checklists", "subject_id", subject)).sort(byPosition);
}

async function lines(list: string): Promise<Entry<"items">[]> {
  return (await store.value.by("items", "checklist", list)).sort(byPosition);
}

async function texts(list: string): Promise<(string | null)[]> {
  return (await lines(list)).map(({ text }) => text);
}

async function lineOf(list: string, step: string): Promise<Entry<"items">> {
  const found = (await lines(list)).find((line) => line.step === step);
  assert.ok(found, step);
  return found;
}

async function listOf(subject: string, playbook: string): Promise<string> {
  return (await lists(subject)).find((list) => list.playbook === playbook)!.id;
}

describe("logging an interview", () => {
  test("begins the debrief and the thank-you, with every date", async () => {
    const id = await logInterview(fenn);
    assert.deepEqual((await lists(id)).map(({ title }) => title), ["Debrief while it is fresh", "Thank and follow up"]);
    const debrief = await lines(await listOf(id, "debrief"));
    assert.deepEqual(debrief.map(({ step, due_at }) => [step, due_at]), [
      ["confidence", "2026-11-19T14:42:00Z"],
      ["questions", "2026-11-19T15:42:00Z"],
      ["three-answers", "2026-11-19T17:42:00Z"],
      ["names", "2026-11-19T17:42:00Z"],
      ["promise", "2026-11-19T17:42:00Z"],
      ["story", "2026-11-20T08:00:00Z"],
      ["practise", "2026-11-20T08:00:00Z"],
    ]);
    const thank = await lines(await listOf(id, "thank"));
    assert.deepEqual(thank.map(({ due_at }) => due_at), [
      "2026-11-20T10:42:00Z",
      "2026-11-20T10:42:00Z",
      "2026-11-20T08:00:00Z",
      "2026-11-26T08:00:00Z",
      "2026-12-03T08:00:00Z",
      "2026-12-10T08:00:00Z",
    ]);
    assert.deepEqual([thank[0]!.tool, thank[0]!.tool_ref], ["composer", "thank-you"]);
  });

  test("keeps who was there: new people, and known ones once", async () => {
    const ruth = await addPerson({ name: "Ruth Abelson", organisation: "Elsewhere" });
    const people = [{ id: ruth!, name: "Ruth Abelson" }, { name: " Samuel Okoro " }, { name: "samuel okoro" }, { name: "  " }];
    const id = await logInterview({ ...fenn, people });
    const known = await store.value.all("people");
    assert.deepEqual(known.map(({ name, organisation }) => [name, organisation]).sort(), [
      ["Ruth Abelson", "Elsewhere"],
      ["Samuel Okoro", "Fenn & Lowe"],
    ]);
    assert.equal((await store.value.by("attendances", "interview", id)).length, 2);
  });

  test("again in the same company meets the same people", async () => {
    await logInterview({ ...fenn, people: [{ name: "Elif Aydin" }] });
    await logInterview({ ...fenn, role: "Planner", people: [{ name: "elif aydin" }] });
    assert.equal((await store.value.all("people")).length, 1);
    assert.equal((await store.value.all("attendances")).length, 2);
  });

  test("is one change: one Undo takes all of it back", async () => {
    const empty = await everything();
    await logInterview({ ...fenn, people: [{ name: "Elif Aydin" }] });
    assert.equal(message(), "Saved. Two short lists have begun.");
    await undo();
    assert.deepEqual(await everything(), empty);
  });

  test("takes pasted lines for one line, and keeps to the limits", async () => {
    const id = await logInterview({ ...fenn, company: " Fenn\n& Lowe\u0000 ", role: "🙂".repeat(300) });
    const interview = await store.value.get("interviews", id);
    assert.equal(interview!.company, "Fenn & Lowe");
    assert.equal(Array.from(interview!.role!).length, 200);
  });
});

describe("an interview's moved date", () => {
  test("moves what is untouched, and nothing else", async () => {
    const id = await logInterview(fenn);
    const debrief = await listOf(id, "debrief");
    await checkItem(await lineOf(debrief, "questions"));
    await setDue((await lineOf(debrief, "names")).id, "2026-12-24T08:00:00Z");
    await snoozeItem((await lineOf(debrief, "promise")).id, "2026-11-25T07:30:00Z");
    await editInterview(id, { held_at: "2026-11-20T14:42:00Z" });
    assert.deepEqual((await lines(debrief)).map(({ step, due_at }) => [step, due_at]), [
      ["confidence", "2026-11-20T14:42:00Z"],
      ["questions", "2026-11-19T15:42:00Z"],
      ["three-answers", "2026-11-20T17:42:00Z"],
      ["names", "2026-12-24T08:00:00Z"],
      ["promise", "2026-11-19T17:42:00Z"],
      ["story", "2026-11-21T08:00:00Z"],
      ["practise", "2026-11-21T08:00:00Z"],
    ]);
  });

  test("is undone with the dates that hung on it", async () => {
    const id = await logInterview(fenn);
    const before = await everything();
    await editInterview(id, { held_at: "2026-11-25T14:42:00Z" });
    assert.notDeepEqual(await everything(), before);
    await undo();
    assert.deepEqual(await everything(), before);
  });

  test("that is the same date writes nothing and says nothing", async () => {
    const id = await logInterview(fenn);
    dismissSnack();
    await editInterview(id, { held_at: heldAt, company: " Fenn & Lowe " });
    assert.equal(snack.value, null);
  });
});

describe("a promised date", () => {
  test("moves the question where things stand behind it, and settles the line that asks for it", async () => {
    const id = await logInterview(fenn);
    await setPromise(id, "2026-11-27T11:00:00Z");
    assert.equal(message(), "Answer promised by Fri 27 Nov");
    assert.equal((await lineOf(await listOf(id, "thank"), "status")).due_at, "2026-11-30T08:00:00Z");
    assert.equal((await lineOf(await listOf(id, "debrief"), "promise")).done_at, heldAt);
  });

  test("taken away goes back to five business days after the interview", async () => {
    const id = await logInterview(fenn);
    await setPromise(id, "2026-11-27T11:00:00Z");
    await setPromise(id, null);
    assert.equal(message(), "No date promised");
    assert.equal((await lineOf(await listOf(id, "thank"), "status")).due_at, "2026-11-26T08:00:00Z");
  });
});

describe("the confidence", () => {
  test("is said once and then locked", async () => {
    const id = await logInterview(fenn);
    await setConfidence(id, 4);
    assert.equal(message(), "Noted: 4 of 5");
    dismissSnack();
    await setConfidence(id, 1);
    assert.equal((await store.value.get("interviews", id))!.confidence, 4);
    assert.equal(snack.value, null);
  });

  test("settles its line, and Undo opens both again", async () => {
    const id = await logInterview(fenn);
    const before = await everything();
    await setConfidence(id, 4);
    assert.ok((await lineOf(await listOf(id, "debrief"), "confidence")).done_at);
    await undo();
    assert.deepEqual(await everything(), before);
  });
});

describe("the answer", () => {
  test("dates what waited for it, in one write with one Undo", async () => {
    const id = await logInterview(fenn);
    const feedback = await startPlaybook("feedback", { kind: "interview", id });
    assert.deepEqual((await lines(feedback)).map(({ due_at }) => due_at), Array(7).fill(null));
    const before = await everything();
    fourDaysPass();
    await recordOutcome(id, "no");
    assert.equal(message(), "Noted: they said no. 7 closed, 2 lists begun, 4 with a new date");
    assert.deepEqual((await lines(feedback)).map(({ due_at }) => due_at), [
      "2026-11-23T11:00:00Z",
      "2026-11-24T08:00:00Z",
      "2026-11-25T08:00:00Z",
      null,
      null,
      "2026-12-02T08:00:00Z",
      null,
    ]);
    await undo();
    assert.deepEqual(await everything(), before);
  });

  test("changed is dated anew; the same again changes nothing", async () => {
    const id = await logInterview(fenn);
    await recordOutcome(id, "no");
    fourDaysPass();
    dismissSnack();
    await recordOutcome(id, "no");
    assert.equal(snack.value, null);
    assert.equal((await store.value.get("interviews", id))!.outcome_at, heldAt);
    await recordOutcome(id, "offer");
    assert.equal((await store.value.get("interviews", id))!.outcome_at, "2026-11-23T11:00:00Z");
  });

  test("taken back waits again", async () => {
    const id = await logInterview(fenn);
    const planB = await startPlaybook("plan-b", { kind: "interview", id });
    await recordOutcome(id, "silence");
    await recordOutcome(id, "waiting");
    const interview = await store.value.get("interviews", id);
    assert.deepEqual([interview!.outcome, interview!.outcome_at], ["waiting", null]);
    assert.deepEqual((await lines(planB)).map(({ due_at }) => due_at), ["2026-11-20T08:00:00Z", null, null, null, null, null, null]);
  });

  test("is said in the same calm voice, whichever it is", async () => {
    const id = await logInterview(fenn);
    const said: unknown[] = [];
    for (const outcome of ["offer", "no", "silence", "withdrawn", "waiting"] as const) {
      await recordOutcome(id, outcome);
      // What follows from it comes after.
      said.push(message()?.split(".")[0]);
    }
    assert.deepEqual(said, ["Noted: they made an offer", "Noted: they said no", "Noted: no answer came", "Noted: you withdrew", "Noted: still waiting"]);
  });
});

describe("who was there", () => {
  test("is added once, and taken off without losing the person", async () => {
    const id = await logInterview(fenn);
    await addAttendee(id, { name: "Elif Aydin" });
    await addAttendee(id, { name: "Elif Aydin" });
    const [attendance, ...more] = await store.value.by("attendances", "interview", id);
    assert.equal(more.length, 0);
    await removeAttendee(attendance!.id);
    assert.equal((await store.value.by("attendances", "interview", id)).length, 0);
    assert.equal((await store.value.all("people")).length, 1);
  });
});

describe("starting a playbook", () => {
  test("on its own hangs every date on today, save a promise and a reply", async () => {
    const thank = await lines(await startPlaybook("thank", null));
    assert.equal(thank[3]!.due_at, "2026-11-26T08:00:00Z");
    const feedback = await lines(await startPlaybook("feedback", null));
    assert.deepEqual(feedback.map(({ due_at }) => due_at === null), [false, false, false, true, true, false, true]);
  });

  test("for an interview inside one's own company proposes a talk", async () => {
    const id = await logInterview({ ...fenn, internal: true });
    const feedback = await startPlaybook("feedback", { kind: "interview", id });
    assert.match((await lineOf(feedback, "ask")).text!, /15-minute talk/);
  });

  test("for a win hangs on its day", async () => {
    const win = await addWin({ title: "Depot model handed over", happened_on: "2026-11-06" });
    const list = await startPlaybook("forward-wins", { kind: "win", id: win! });
    assert.equal((await lineOf(list, "boss")).due_at, "2026-11-08T08:00:00Z");
    await editWin(win!, { happened_on: "2026-11-16" });
    assert.equal((await lineOf(list, "boss")).due_at, "2026-11-18T08:00:00Z");
    assert.equal((await lineOf(list, "digest")).due_at, "2026-11-30T08:00:00Z");
  });

  test("comes after the lists that are there", async () => {
    const id = await logInterview(fenn);
    await startPlaybook("plan-b", { kind: "interview", id });
    assert.deepEqual((await lists(id)).map(({ playbook }) => playbook), ["debrief", "thank", "plan-b"]);
  });

  test("is one change with one Undo", async () => {
    const before = await everything();
    await startPlaybook("decide", null);
    assert.equal(message(), "Started: Decide on what it pays");
    await undo();
    assert.deepEqual(await everything(), before);
  });

  test("of the person's own takes its steps in their order", async () => {
    const playbook = "0198aaaa-0000-7000-8000-000000000001";
    const step = (id: string, position: string, text: string, due_rule: string | null) =>
      ({ collection: "playbook_steps", id, set: { playbook, position, text, due_rule } }) as const;
    await store.value.write([
      { collection: "playbooks", id: playbook, set: { title: "Before a talk" } },
      step("0198aaaa-0000-7000-8000-000000000003", "a1", "Breathe", "start+1d"),
      step("0198aaaa-0000-7000-8000-000000000002", "a0", "Read the advert again", null),
    ]);
    const list = await startPlaybook(playbook, null);
    assert.deepEqual((await lines(list)).map(({ text, due_at }) => [text, due_at]), [
      ["Read the advert again", null],
      ["Breathe", "2026-11-20T08:00:00Z"],
    ]);
    assert.equal((await store.value.get("checklists", list))!.title, "Before a talk");
  });

  test("that does not exist says what was expected", async () => {
    await assert.rejects(startPlaybook("confetti", null), NoSuchPlaybook);
  });
});

describe("a line", () => {
  let list: string;
  let line: Entry<"items">;

  beforeEach(async () => {
    list = await startPlaybook("thank", null);
    line = await lineOf(list, "status");
  });

  const verbs: readonly [name: string, act: () => Promise<unknown>, said: string][] = [
    ["is done", () => checkItem(line), "Done: Ask where things stand"],
    ["is skipped, a normal result", () => skipItem(line), "Skipped: Ask where things stand"],
    ["is edited", () => editItem(line.id, { text: "Ask Ruth" }), "Saved"],
    ["is dated by hand", () => setDue(line.id, "2026-12-03T08:00:00Z"), "Due Thu 3 Dec"],
    ["loses its date", () => setDue(line.id, null), "No date"],
    ["rests", () => snoozeItem(line.id, "2026-11-20T07:30:00Z"), "Rests until tomorrow, 08:30"],
    ["is moved", () => moveItem(line.id, null, null), "Moved: Ask where things stand"],
    ["goes to the trash", () => trashItem(line.id), "Moved to the trash for 30 days"],
    ["is added", () => addItem(list, "Call Leila"), "Added: Call Leila"],
  ];
  for (const [name, act, said] of verbs) {
    test(`${name}, which is said and undone`, async () => {
      const before = await everything();
      await act();
      assert.equal(message(), said);
      assert.notDeepEqual(await everything(), before);
      await undo();
      assert.deepEqual(await everything(), before);
    });
  }

  test("is opened again after it was done or skipped", async () => {
    const before = await everything();
    await checkItem(line);
    await uncheckItem(await lineOf(list, "status"));
    assert.equal(message(), "Open again: Ask where things stand");
    assert.deepEqual(await everything(), before);
    await skipItem(line);
    await unskipItem(await lineOf(list, "status"));
    assert.deepEqual(await everything(), before);
  });

  test("is either done or skipped, never both", async () => {
    await skipItem(line);
    await checkItem(await lineOf(list, "status"));
    const { done_at, skipped_at } = await lineOf(list, "status");
    assert.deepEqual([done_at, skipped_at], [heldAt, null]);
  });

  test("dated by hand follows no rule any more", async () => {
    await snoozeItem(line.id, "2026-11-20T07:30:00Z");
    await setDue(line.id, "2026-12-03T08:00:00Z");
    const { due_rule, due_at, snoozed_until } = await lineOf(list, "status");
    assert.deepEqual([due_rule, due_at, snoozed_until], [null, "2026-12-03T08:00:00Z", null]);
  });

  test("goes where it is moved", async () => {
    const [first, second, third] = await lines(list);
    await moveItem(third!.id, first!.id, second!.id);
    assert.deepEqual((await texts(list)).slice(0, 3), [first!.text, third!.text, second!.text]);
  });

  test("without words is none", async () => {
    assert.equal(await addItem(list, " \n "), null);
    dismissSnack();
    await editItem(line.id, { text: "   " });
    assert.equal(snack.value, null);
    assert.equal((await lineOf(list, "status")).text, "Ask where things stand");
  });

  test("added comes last and has no date", async () => {
    const id = await addItem(list, "Call\nLeila");
    const last = (await lines(list)).at(-1)!;
    assert.deepEqual([last.id, last.text, last.due_at, last.due_rule], [id, "Call Leila", null, null]);
  });
});

describe("a line that repeats", () => {
  async function friday(): Promise<{ readonly list: string; readonly line: Entry<"items"> }> {
    const list = await startPlaybook("evidence", null);
    return { list, line: await lineOf(list, "friday") };
  }

  test("comes again when it is done, in its place, a week later", async () => {
    const { list, line } = await friday();
    mock.timers.setTime(Date.parse("2026-11-20T15:00:00Z"));
    await checkItem(line);
    const after = await lines(list);
    const index = after.findIndex(({ id }) => id === line.id);
    const next = after[index + 1]!;
    assert.deepEqual([next.id, next.text, next.due_at, next.done_at], [successorId(line.id), line.text, "2026-11-27T08:00:00Z", null]);
  });

  test("done before its day does not come twice on it", async () => {
    const { list, line } = await friday();
    await checkItem(line);
    const next = (await lines(list)).find(({ id }) => id === successorId(line.id));
    assert.equal(next!.due_at, "2026-11-27T08:00:00Z");
  });

  test("done on two devices comes again once", async () => {
    const { list, line } = await friday();
    await checkItem(line);
    const once = await everything();
    await checkItem(line);
    assert.deepEqual(await everything(), once);
    assert.equal((await lines(list)).length, 8);
  });

  test("opened again takes back what had come in its place", async () => {
    const { list, line } = await friday();
    const before = await everything();
    await skipItem(line);
    await uncheckItem(await lineOf(list, "friday"));
    assert.deepEqual(await everything(), before);
    await checkItem(line);
    assert.equal((await lines(list)).length, 8);
  });

  test("opened again keeps the next one that was worked on", async () => {
    const { list, line } = await friday();
    await checkItem(line);
    const next = (await lines(list)).find(({ id }) => id === successorId(line.id))!;
    await checkItem(next);
    await uncheckItem(await lineOf(list, "friday"));
    assert.ok((await lines(list)).find(({ id }) => id === next.id)?.done_at);
  });

  test("is one change with one Undo", async () => {
    const { line } = await friday();
    const before = await everything();
    await checkItem(line);
    await undo();
    assert.deepEqual(await everything(), before);
  });
});

describe("a list", () => {
  const verbs: readonly [name: string, act: (id: string) => Promise<unknown>, said: string][] = [
    ["is renamed", (id) => renameChecklist(id, "Plan B, just in case"), "Saved"],
    ["is put away", archiveChecklist, "Put away: Activate Plan B"],
    ["goes to the trash", trashChecklist, "Moved to the trash for 30 days"],
  ];
  for (const [name, act, said] of verbs) {
    test(`${name}, which is said and undone`, async () => {
      const id = await startPlaybook("plan-b", null);
      const before = await everything();
      await act(id);
      assert.equal(message(), said);
      await undo();
      assert.deepEqual(await everything(), before);
    });
  }

  test("put away is taken out again", async () => {
    const id = await startPlaybook("plan-b", null);
    const before = await everything();
    await archiveChecklist(id);
    await unarchiveChecklist(id);
    assert.deepEqual(await everything(), before);
  });
});

describe("the trash", () => {
  test("gives an interview back with all of its lists", async () => {
    const id = await logInterview(fenn);
    const before = await everything();
    await trashInterview(id);
    assert.equal((await store.value.all("interviews")).length, 0);
    await restore("interviews", id);
    assert.equal(message(), "Restored");
    assert.deepEqual(await everything(), before);
  });

  test("gives a list back with the dates of today's answer, not of the day it was thrown away", async () => {
    const id = await logInterview(fenn);
    const feedback = await startPlaybook("feedback", { kind: "interview", id });
    await trashChecklist(feedback);
    await recordOutcome(id, "no");
    assert.equal((await lineOf(feedback, "accept")).due_at, null);
    await restore("checklists", feedback);
    assert.equal((await lineOf(feedback, "accept")).due_at, heldAt);
  });
});

describe("people, wins and options", () => {
  type Verbs = readonly [name: string, add: () => Promise<string | null>, edit: (id: string) => Promise<void>, away: (id: string) => Promise<void>, said: string];
  const kinds: readonly Verbs[] = [
    ["somebody", () => addPerson({ name: " Ines Duarte " }), (id) => editPerson(id, { level: "lead" }), trashPerson, "Added: Ines Duarte"],
    ["a win", () => addWin({ title: "Outage seen a day early" }), (id) => editWin(id, { praised_by: "Ines Duarte" }), trashWin, "Kept: Outage seen a day early"],
    ["an option", () => addPlan({ title: "Storage team" }), (id) => editPlan(id, { kind: "inside" }), trashPlan, "Added: Storage team"],
  ];
  for (const [name, add, edit, away, said] of kinds) {
    test(`${name} is added, changed and thrown away, each undone`, async () => {
      const empty = await everything();
      const id = await add();
      assert.equal(message(), said);
      const added = await everything();
      await edit(id!);
      assert.equal(message(), "Saved");
      await undo();
      assert.deepEqual(await everything(), added);
      await away(id!);
      await undo();
      assert.deepEqual(await everything(), added);
      await away(id!);
      assert.deepEqual(await everything(), empty);
    });
  }

  test("need a name", async () => {
    assert.equal(await addPerson({ name: " " }), null);
    assert.equal(await addWin({ title: "\n" }), null);
    assert.equal(await addPlan({ title: "" }), null);
    assert.equal(snack.value, null);
  });

  test("a win happened today unless said otherwise", async () => {
    const id = await addWin({ title: "Praise" });
    assert.equal((await store.value.get("wins", id!))!.happened_on, "2026-11-19");
  });

  test("options are ranked by hand", async () => {
    const ids = [await addPlan({ title: "a" }), await addPlan({ title: "b" }), await addPlan({ title: "c" })] as string[];
    await movePlan(ids[2]!, null, ids[0]!);
    const ranked = (await store.value.all("plans")).sort(byPosition);
    assert.deepEqual(ranked.map(({ title }) => title), ["c", "a", "b"]);
    assert.equal(message(), "Moved: c");
  });
});

describe("the snackbar", () => {
  test("shows the last thing that was done", async () => {
    await addWin({ title: "one" });
    const first = snack.value!;
    await addWin({ title: "two" });
    assert.equal(message(), "Kept: two");
    assert.ok(snack.value!.id > first.id);
  });

  test("says without Undo what cannot be undone", () => {
    say("Offline, still saved");
    assert.equal(snack.value!.undo, null);
    dismissSnack();
    assert.equal(snack.value, null);
  });

  test("says nothing where nothing was changed", async () => {
    await perform("Nothing", []);
    assert.equal(snack.value, null);
  });

  test("undoes once, however often it is tapped", async () => {
    const id = await addPlan({ title: "Storage team" });
    await editPlan(id!, { title: "Storage" });
    const { undo: takeBack } = snack.value!;
    await Promise.all([takeBack!(), takeBack!()]);
    await editPlan(id!, { title: "Something newer" });
    await takeBack!();
    assert.equal((await store.value.get("plans", id!))!.title, "Something newer");
  });
});
