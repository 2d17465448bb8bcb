import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { after, before, beforeEach, describe, mock, test } from "node:test";

process.env["TZ"] = "Europe/Berlin";

import { addItem, checkItem } from "../../client/actions/checklists.ts";
import { logInterview, setConfidence } from "../../client/actions/interviews.ts";
import { loadWhatChanged, putDown, recordOutcome, takeBackOutcome } from "../../client/actions/outcome.ts";
import { keepPlans } from "../../client/actions/plan-keeper.ts";
import { dismissSnack, snack } from "../../client/actions/undo.ts";
import { listId } from "../../client/model/planner/named-id.ts";
import { schema, type CollectionName } from "../../client/model/schema.ts";
import type { Outcome } from "../../client/model/words.ts";
import { store } from "../../client/store/current.ts";
import type { Entry } from "../../client/store/store.ts";

/** Thursday, 15:42 in Berlin. */
const heldAt = "2026-11-19T14:42:00Z";
const fenn = { company: "Fenn & Lowe", role: "Storage analyst", held_at: heldAt, internal: false, people: [] };
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
const monday = (): void => mock.timers.setTime(Date.parse("2026-11-23T11:00:00Z"));

async function everything(): Promise<string> {
  const rows = await Promise.all(collections.map((collection) => store.value.all(collection)));
  return JSON.stringify(rows.map((entries) => entries.map((row) => ({ ...row })).sort((a, b) => (a.id < b.id ? -1 : 1))));
}

async function titles(id: string): Promise<(string | null)[]> {
  return (await store.value.by("checklists", "subject_id", id)).map(({ title }) => title).sort();
}

const linesOf = (list: string): Promise<Entry<"items">[]> => store.value.by("items", "checklist", list);

/** As if the app had been started anew, or on another device: what was planned is not remembered. */
async function elsewhere(): Promise<typeof import("../../client/actions/outcome.ts")> {
  return import(`../../client/actions/outcome.ts?${Math.random()}`);
}

describe("an answer", () => {
  test("says what it changed, and one undo puts all of it back", async () => {
    const id = await logInterview(fenn);
    const before = await everything();
    monday();
    await recordOutcome(id, "offer");
    assert.equal(snack.value?.message, "Noted: they made an offer. 7 closed, 2 lists begun");
    assert.deepEqual(await titles(id), ["Debrief while it is fresh", "Decide on what it pays", "Thank and follow up", "Update network"]);
    await snack.value.undo!();
    assert.equal(await everything(), before);
  });

  test("that is a no begins three lists, which the first hour tells", async () => {
    const id = await logInterview(fenn);
    await recordOutcome(id, "no");
    assert.equal((await loadWhatChanged(store.value, id)).words, "7 closed, 3 lists begun");
  });

  test("is taken back exactly where it was given", async () => {
    const id = await logInterview(fenn);
    const before = await everything();
    monday();
    await recordOutcome(id, "no");
    await takeBackOutcome(id);
    assert.equal(await everything(), before);
  });

  test("is taken back to the answer before it, where it was given", async () => {
    const id = await logInterview(fenn);
    await recordOutcome(id, "no");
    const no = await everything();
    monday();
    await recordOutcome(id, "offer");
    await takeBackOutcome(id);
    assert.equal(await everything(), no);
  });

  test("is taken back elsewhere, too: one waits, and nothing is left of it", async () => {
    const id = await logInterview(fenn);
    const before = await titles(id);
    monday();
    await recordOutcome(id, "no");
    await (await elsewhere()).takeBackOutcome(id);
    assert.deepEqual(await titles(id), before);
    assert.equal((await store.value.get("interviews", id))!.outcome, "waiting");
    const open = await Promise.all((await store.value.by("checklists", "subject_id", id)).map(({ id: list }) => linesOf(list)));
    assert.ok(open.flat().every((item) => item.skipped_at === null));
  });

  test("taken back after something was done for it keeps what was done", async () => {
    const id = await logInterview(fenn);
    await recordOutcome(id, "no");
    const planB = listId(id, "plan-b");
    const [step] = await linesOf(planB);
    await checkItem(step!);
    await takeBackOutcome(id);
    assert.ok((await titles(id)).includes("Activate Plan B"));
    assert.equal((await store.value.get("items", step!.id))!.done_at !== null, true);
  });

  test("is told elsewhere in the same words", async () => {
    const id = await logInterview(fenn);
    await recordOutcome(id, "no");
    const there = await (await elsewhere()).loadWhatChanged(store.value, id);
    assert.equal(there.words, "7 closed, 3 lists begun");
    assert.ok(there.closed.every(({ why }) => why.length > 0));
  });

  test("closes the question of how it went", async () => {
    const id = await logInterview(fenn);
    await recordOutcome(id, "silence");
    await setConfidence(id, 4);
    assert.equal((await store.value.get("interviews", id))!.confidence, null);
  });
});

describe("after a sync", () => {
  const pairs: readonly [Outcome, Outcome][] = [["no", "offer"], ["offer", "no"], ["silence", "withdrawn"], ["withdrawn", "no"], ["no", "waiting"]];
  for (const [lost, stands] of pairs) {
    test(`${lost} here and ${stands} elsewhere end in the plan for ${stands}`, async () => {
      const alone = await logInterview(fenn);
      if (stands !== "waiting") await recordOutcome(alone, stands);
      const id = await logInterview(fenn);
      await recordOutcome(id, lost);
      monday();
      const outcome_at = stands === "waiting" ? null : "2026-11-23T11:00:00Z";
      await store.value.write([{ collection: "interviews", id, set: { outcome: stands, outcome_at } }]);
      await keepPlans(store.value);
      assert.deepEqual(await titles(id), await titles(alone));
      const settled = await everything();
      await keepPlans(store.value);
      assert.equal(await everything(), settled);
    });
  }
});

describe("put down for today", () => {
  test("lets what is due of this interview rest, and nothing else", async () => {
    const id = await logInterview(fenn);
    const other = await logInterview({ ...fenn, company: "Ostara Rail" });
    const [mine] = await store.value.by("checklists", "subject_id", id);
    const undated = await addItem(mine!.id, "Call Jonas");
    mock.timers.setTime(Date.parse("2026-11-20T11:00:00Z"));
    await putDown(id, "2026-11-21T07:00:00Z");
    assert.equal(snack.value?.message, "Put down until tomorrow, 08:00");
    const due = (await store.value.openItems()).filter((item) => item.snoozed_until !== null);
    const lists = new Set((await store.value.by("checklists", "subject_id", id)).map((list) => list.id));
    assert.ok(due.length > 0 && due.every((item) => lists.has(item.checklist!)));
    assert.equal((await store.value.get("items", undated!))!.snoozed_until, null);
    const others = await store.value.by("checklists", "subject_id", other);
    const asking = (await Promise.all(others.map((list) => linesOf(list.id)))).flat();
    assert.ok(asking.every((item) => item.snoozed_until === null));
  });

  test("with nothing due says so all the same", async () => {
    const id = await logInterview(fenn);
    mock.timers.setTime(Date.parse("2026-11-10T11:00:00Z"));
    await putDown(id, "2026-11-11T07:00:00Z");
    assert.equal(snack.value?.message, "Put down until tomorrow, 08:00");
    assert.equal(snack.value.undo, null);
  });
});
