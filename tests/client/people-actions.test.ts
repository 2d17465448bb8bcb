import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { after, beforeEach, describe, test } from "node:test";

import { importPeople, readCards } from "../../client/actions/import-people.ts";
import { keepMerges } from "../../client/actions/merge-keeper.ts";
import { tellApart } from "../../client/actions/namesakes.ts";
import { addPerson, mergePeople, setRelation } from "../../client/actions/people.ts";
import { editProfile } from "../../client/actions/profile.ts";
import { editTouch, logTouch } from "../../client/actions/touches.ts";
import { dismissSnack, snack } from "../../client/actions/undo.ts";
import { newId } from "../../client/model/id.ts";
import { planImport } from "../../client/model/people/import-plan.ts";
import { PROFILE_ID } from "../../client/model/profile.ts";
import { schema, type CollectionName, type FieldsOf } from "../../client/model/schema.ts";
import { vcardOf } from "../../client/model/vcard/write.ts";
import { store } from "../../client/store/current.ts";
import { loadContacts, loadPerson } from "../../client/views/people/load.ts";

const collections = Object.keys(schema) as CollectionName[];
const trashedAt = "2026-11-23T10:00:00Z";

after(() => store.value.close());

beforeEach(async () => {
  dismissSnack();
  for (const collection of collections) {
    const rows = await store.value.all(collection);
    await store.value.write(rows.map(({ id }) => ({ collection, id, set: { trashed_at: trashedAt } })));
  }
  const merged = await store.value.merged();
  await store.value.write([...merged.keys()].map((id) => ({ collection: "people", id, set: { merged_into: null } })));
});

async function put<C extends CollectionName>(collection: C, set: Partial<FieldsOf[C]>, id = newId()): Promise<string> {
  await store.value.write([{ collection, id, set } as never]);
  return id;
}

async function undo(): Promise<void> {
  assert.ok(snack.value?.undo, "expected an Undo");
  await snack.value.undo();
}

async function everything(): Promise<Record<string, unknown>> {
  const kept = await Promise.all(collections.map(async (name) => [name, (await store.value.all(name)).sort((a, b) => (a.id < b.id ? -1 : 1))]));
  return Object.fromEntries(kept);
}

const named = async (name: string): Promise<string> => (await addPerson({ name }))!;
const relationOf = async (id: string) => (await store.value.get("people", id))!.relation;

describe("naming a boss", () => {
  test("moves the word from the one who was, and back with one Undo", async () => {
    const [tomas, ingrid, ines] = [await named("Tomas Reiter"), await named("Ingrid Sohl"), await named("Ines Duarte")];
    await setRelation(tomas, "boss");
    await setRelation(ines, "trusted");
    await setRelation(ingrid, "boss");
    assert.deepEqual([await relationOf(tomas), await relationOf(ingrid), await relationOf(ines)], [null, "boss", "trusted"]);
    assert.equal(snack.value?.message, "Your boss is now Ingrid Sohl");
    await undo();
    assert.deepEqual([await relationOf(tomas), await relationOf(ingrid)], ["boss", null]);
  });
});

describe("a word that was logged", () => {
  test("is the last one from then on, until it is undone", async () => {
    const ines = await named("Ines Duarte");
    const touch = await logTouch(ines, "coffee");
    assert.equal(snack.value?.message, "Coffee with Ines Duarte, noted");
    assert.equal((await loadContacts(store.value)).last.get(ines)?.by, "coffee");
    await undo();
    assert.equal((await loadContacts(store.value)).last.get(ines), undefined);
    await editTouch(touch, { give: " A sheet\n" });
    assert.equal((await store.value.get("touches", touch))!.give, "A sheet");
  });
});

describe("what one says of oneself", () => {
  test("is one row, also after the first of it was undone", async () => {
    await editProfile({ department: "Network planning" });
    await undo();
    await editProfile({ department: "Network planning" });
    const profile = (await store.value.get("profiles", PROFILE_ID))!;
    assert.deepEqual([profile.department, profile.trashed_at], ["Network planning", null]);
  });
});

describe("merging two who are one", () => {
  async function twice(): Promise<{ kept: string; gone: string }> {
    const kept = await put("people", { name: "Ines Duarte", role: "Lead", email: "ines@norrholm.example", notes: "Tea." });
    const gone = await put("people", { name: "Inês Duarte", phone: "1", email: "i.duarte@old.example", relation: "trusted", notes: "Knows the depots." });
    return { kept, gone };
  }

  test("rewrites whatever named the one who is gone, in one write with one Undo", async () => {
    const { kept, gone } = await twice();
    const [interview, both] = [await put("interviews", { role: "Team lead" }), await put("interviews", { role: "Planner" })];
    const there = await put("attendances", { interview: both, person: kept, detail: "On time." });
    await put("attendances", { interview: both, person: gone, detail: "Costs." });
    const moved = await put("attendances", { interview, person: gone });
    const touch = await put("touches", { person: gone, at: trashedAt, channel: "call" });
    const win = await put("wins", { title: "Forecast", praiser: gone });
    const forward = await put("forwards", { win, person: gone });
    const feedback = await put("feedback", { interview, person: gone });
    const plan = await put("plans", { title: "Storage team", contact: gone });
    const list = await put("checklists", { title: "Network", subject_kind: "person", subject_id: gone });
    const letter = await put("messages", {
      purpose: "thank-you",
      to: [{ id: gone, name: "Inês", email: null }, { id: kept, name: "Ines", email: null }],
      about_kind: "person",
      about_id: gone,
    });
    const other = (await store.value.get("people", await put("people", { name: "Ines Duarte", organisation: "Ostara" })))!;
    await tellApart((await store.value.get("people", gone))!, other);
    const before = await everything();
    await mergePeople(kept, gone);
    const [apart] = await store.value.all("namesakes");
    assert.deepEqual([apart?.one, apart?.other], [kept, other.id], "still told apart from whom they were");
    const get = store.value.get.bind(store.value);
    const ines = (await get("people", kept))!;
    assert.deepEqual([ines.name, ines.role, ines.phone, ines.relation], ["Ines Duarte", "Lead", "1", "trusted"]);
    assert.equal(ines.notes, "Tea.\n\nKnows the depots.\n\nAlso: i.duarte@old.example");
    const old = (await get("people", gone))!;
    assert.equal(old.merged_into, kept);
    assert.notEqual(old.trashed_at, null);
    assert.deepEqual(
      [(await get("touches", touch))!.person, (await get("wins", win))!.praiser, (await get("forwards", forward))!.person,
       (await get("feedback", feedback))!.person, (await get("plans", plan))!.contact, (await get("checklists", list))!.subject_id,
       (await get("attendances", moved))!.person, (await get("messages", letter))!.about_id],
      Array.from({ length: 8 }, () => kept),
    );
    assert.deepEqual((await get("messages", letter))!.to, [{ id: kept, name: "Inês", email: null }]);
    const at = await store.value.by("attendances", "person", kept);
    assert.deepEqual(at.map(({ id }) => id).sort(), [there, moved].sort());
    assert.equal((await get("attendances", there))!.detail, "On time.\nCosts.");
    await undo();
    assert.deepEqual(await everything(), before);
  });

  test("leads an old address to who they are now", async () => {
    const { kept, gone } = await twice();
    await mergePeople(kept, gone);
    assert.equal((await loadPerson(store.value, gone))!.person.id, kept);
  });

  test("finds what a device that was away still wrote of the old one", async () => {
    const { kept, gone } = await twice();
    await mergePeople(kept, gone);
    const late = await put("touches", { person: gone, at: trashedAt, channel: "mail" });
    await keepMerges(store.value);
    assert.equal((await store.value.get("touches", late))!.person, kept);
    const before = await everything();
    await keepMerges(store.value);
    assert.deepEqual(await everything(), before);
  });

  test("on two devices the other way round keeps one of them, the same on both", async () => {
    const { kept, gone } = await twice();
    await mergePeople(kept, gone);
    await store.value.write([{ collection: "people", id: kept, set: { merged_into: gone, trashed_at: trashedAt } }]);
    await keepMerges(store.value);
    const live = (await store.value.all("people")).map(({ id }) => id);
    assert.deepEqual(live, [kept < gone ? kept : gone]);
  });

  test("does not swallow somebody the person takes out of the trash again", async () => {
    const { kept, gone } = await twice();
    await mergePeople(kept, gone);
    await store.value.write([{ collection: "people", id: gone, set: { trashed_at: null } }]);
    assert.equal((await loadPerson(store.value, gone))!.person.id, gone);
  });
});

describe("importing", () => {
  const cards = (count: number): string =>
    vcardOf(Array.from({ length: count }, (_, index) => ({ id: newId(), name: `Ruth ${index}`, email: `r${index}@x.example`, phone: "1" })));
  const reading = () => ({ signal: new AbortController().signal, onProgress: () => undefined });

  test("hundreds of cards are one write, and one Undo takes them back", async () => {
    const { cards: read, faults } = (await readCards(cards(600), reading()))!;
    assert.deepEqual([read.length, faults.length], [600, 0]);
    await importPeople(planImport(read, []).entries);
    assert.equal(snack.value?.message, "Added 600 people");
    assert.equal((await store.value.all("people")).length, 600);
    await undo();
    assert.equal((await store.value.all("people")).length, 0);
  });

  test("can be called off while it reads", async () => {
    const controller = new AbortController();
    const parts: number[] = [];
    const read = await readCards(cards(4_000), {
      signal: controller.signal,
      onProgress: (part) => {
        parts.push(part);
        controller.abort();
      },
    });
    assert.equal(read, null);
    assert.ok(parts[0]! > 0 && parts[0]! < 1);
  });

  test("fills in, overwrites nothing, and names no second boss", async () => {
    const boss = await named("Tomas Reiter");
    await setRelation(boss, "boss");
    const text = vcardOf([
      { id: newId(), name: "Ingrid Sohl", relation: "boss" },
      { id: newId(), name: "Tomas Reiter", phone: "1", relation: "boss" },
    ]);
    const { cards: read } = (await readCards(text, reading()))!;
    await importPeople(planImport(read, await store.value.all("people")).entries);
    const people = (await store.value.all("people")).map(({ name, phone, relation }) => [name, phone, relation]);
    assert.deepEqual(people.sort(), [["Ingrid Sohl", null, null], ["Tomas Reiter", "1", "boss"]]);
  });
});
