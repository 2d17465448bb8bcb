import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { test } from "node:test";
import { LocalStore, type Change } from "../../../client/store/store.ts";
import { newId } from "../../../client/model/id.ts";

let stores = 0;
function aStore(): LocalStore {
  stores += 1;
  return new LocalStore(`store-test-${stores}`);
}

test("what was written can be read by id, by index and as a whole", async () => {
  const store = aStore();
  const [checklist, item] = [newId(), newId()];
  await store.write([
    { collection: "checklists", id: checklist, set: { title: "Debrief" } },
    { collection: "items", id: item, set: { checklist, text: "Names and roles" } },
  ]);
  assert.equal((await store.get("checklists", checklist))?.title, "Debrief");
  assert.deepEqual((await store.by("items", "checklist", checklist)).map(({ id }) => id), [item]);
  assert.deepEqual((await store.all("items")).map(({ text }) => text), ["Names and roles"]);
  assert.equal((await store.get("items", item))?.done_at, null);
  assert.equal(await store.unsentCount(), 2);
});

test("a thousand taps on one row are one unsent change", async () => {
  const store = aStore();
  const id = newId();
  for (let tap = 0; tap < 100; tap += 1) {
    await store.write([{ collection: "items", id, set: { done_at: tap % 2 ? null : "2026-11-23T09:30:00Z", text: "x" } }]);
  }
  assert.equal(await store.unsentCount(), 1);
});

test("undoing a new row puts it into the trash, undoing an edit brings the old value back", async () => {
  const store = aStore();
  const id = newId();
  const unmake = await store.write([{ collection: "plans", id, set: { title: "Ask Mia" } }]);
  const unedit = await store.write([{ collection: "plans", id, set: { title: "Ask Mia again", payoff: "much" } }]);
  const left = { title: "Ask Mia again", payoff: "much" };
  assert.deepEqual(unedit, [{ collection: "plans", id, set: { title: "Ask Mia", payoff: null }, basis: { payoff: "much" }, left }]);
  await store.write(unedit);
  assert.equal((await store.get("plans", id))?.title, "Ask Mia");
  await store.write(unmake);
  assert.deepEqual(await store.all("plans"), []);
  assert.deepEqual((await store.trashed()).map(({ entry }) => entry.id), [id]);
});

test("a text written on an older basis is merged with what the row has now", async () => {
  const store = aStore();
  const id = newId();
  const notes = (set: string, basis: string | null): Change => ({ collection: "interviews", id, set: { notes: set }, basis: { notes: basis } });
  await store.write([notes("one two three", null)]);
  await store.write([notes("one two three four", "one two three")]);
  await store.write([notes("zero one two three", "one two three")]);
  assert.equal((await store.get("interviews", id))?.notes, "zero one two three four");
});

test("open items come by date, the undated last, without those done, skipped or trashed", async () => {
  const store = aStore();
  const item = (text: string, set: object): Change => ({ collection: "items", id: newId(), set: { text, ...set } });
  const moment = "2026-11-23T09:30:00Z";
  await store.write([
    item("undated", {}),
    item("later", { due_at: "2026-12-01T09:00:00Z" }),
    item("soon", { due_at: "2026-11-24T09:00:00Z" }),
    item("snoozed", { due_at: "2026-11-20T09:00:00Z", snoozed_until: "2026-12-24T09:00:00Z" }),
    item("done", { done_at: moment }),
    item("skipped", { skipped_at: moment }),
    item("trashed", { trashed_at: moment }),
  ]);
  assert.deepEqual((await store.openItems()).map(({ text }) => text), ["soon", "later", "snoozed", "undated"]);
});

test("listeners hear which collections changed", async () => {
  const store = aStore();
  const heard: string[] = [];
  store.subscribe((collections, by) => heard.push(`${[...collections].join()} ${by}`));
  await store.write([{ collection: "wins", id: newId(), set: { title: "Shipped" } }]);
  assert.deepEqual(heard, ["wins person"]);
});

test("half a surrogate pair and NUL never reach a row", async () => {
  const store = aStore();
  const id = newId();
  await store.write([{ collection: "wins", id, set: { title: "cut \ud83d", notes: "a\0b" } }]);
  assert.deepEqual([(await store.get("wins", id))?.title, (await store.get("wins", id))?.notes], ["cut \ufffd", "ab"]);
});

test("a collection can be read in pages, without what is in the trash", async () => {
  const store = aStore();
  const ids = Array.from({ length: 7 }, () => newId());
  await store.write(ids.map((id, index) => ({ collection: "items", id, set: { text: `line ${index}` } })));
  await store.write([{ collection: "items", id: ids[2]!, set: { trashed_at: "2026-11-23T09:30:00Z" } }]);
  const pages = [];
  for await (const page of store.pages("items", 3)) pages.push(page);
  assert.ok(pages.every((page) => page.length <= 3));
  assert.deepEqual(
    pages.flat().map(({ text }) => text).sort(),
    [0, 1, 3, 4, 5, 6].map((number) => `line ${number}`),
  );
});

test("listeners are told which rows were written, also in other tabs", async () => {
  const messages: unknown[] = [];
  const channel = { postMessage: (message: unknown) => messages.push(message), onmessage: null, close: () => undefined };
  const store = new LocalStore("store-test-names", { channel });
  const heard: unknown[] = [];
  store.subscribe((_, __, rows) => heard.push(rows));
  const id = newId();
  await store.write([{ collection: "wins", id, set: { title: "The night plan held" } }]);
  assert.deepEqual(heard, [[{ collection: "wins", id }]]);
  assert.deepEqual((messages[0] as { rows: unknown }).rows, [{ collection: "wins", id }]);
  store.announceAll();
  assert.equal(heard[1], null);
});

test("undoing the first thing said in a profile empties it, and never puts the person into the trash", async () => {
  const store = aStore();
  const id = newId();
  const undo = await store.write([{ collection: "profiles", id, set: { days_off: ["2026-12-24"] } }]);
  await store.write(undo);
  const profile = await store.get("profiles", id);
  assert.deepEqual([profile?.days_off, profile?.trashed_at], [null, null]);
});

function twoTabs(name: string): [LocalStore, LocalStore] {
  const ends = [0, 1].map(() => ({ onmessage: null as ((event: MessageEvent) => unknown) | null, close: () => undefined }));
  const tab = (own: number): LocalStore => {
    const postMessage = (data: unknown) => ends[1 - own]!.onmessage?.({ data } as MessageEvent);
    return new LocalStore(name, { channel: Object.assign(ends[own]!, { postMessage }) });
  };
  return [tab(0), tab(1)];
}

test("a collection read whole is read once, and again when a row of it changes, here or in another tab", async () => {
  const [here, there] = twoTabs("store-test-whole");
  const titles = async () => (await here.all("wins")).map(({ title }) => title).sort();
  await here.write([{ collection: "wins", id: newId(), set: { title: "a" } }]);
  const [first, again] = [await here.all("wins"), await here.all("wins")];
  assert.equal(first[0], again[0], "the same entry, not read anew");
  await here.write([{ collection: "plans", id: newId(), set: { title: "another collection" } }]);
  assert.equal((await here.all("wins"))[0], first[0]);
  await here.write([{ collection: "wins", id: newId(), set: { title: "b" } }]);
  assert.deepEqual(await titles(), ["a", "b"]);
  await there.write([{ collection: "wins", id: newId(), set: { title: "c" } }]);
  assert.deepEqual(await titles(), ["a", "b", "c"]);
});

test("who sorts what was read whole sorts a copy", async () => {
  const [store] = twoTabs("store-test-copy");
  await store.write(["a", "b", "c"].map((title) => ({ collection: "wins" as const, id: newId(), set: { title } })));
  const before = (await store.all("wins")).map(({ id }) => id);
  (await store.all("wins")).reverse();
  assert.deepEqual((await store.all("wins")).map(({ id }) => id), before);
});

test("what is read while a write is on its way is not kept as if it were the last word", async () => {
  const [store] = twoTabs("store-test-race");
  const id = newId();
  await store.write([{ collection: "wins", id, set: { title: "before" } }]);
  const writing = store.write([{ collection: "wins", id, set: { title: "after" } }]);
  const meanwhile = store.all("wins");
  await writing;
  await meanwhile;
  assert.deepEqual((await store.all("wins")).map(({ title }) => title), ["after"]);
});
