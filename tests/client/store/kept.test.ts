// A device keeps what its rows held before, without a network and over a restart.

import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { test } from "node:test";
import { newId } from "../../../client/model/id.ts";
import { adoptRows } from "../../../client/store/adopt.ts";
import { LocalStore } from "../../../client/store/store.ts";
import type { CollectionName } from "../../../client/model/schema.ts";

let stores = 0;
const aStore = () => new LocalStore(`kept-${(stores += 1)}`);

const earlier = async (store: LocalStore, collection: CollectionName, id: string) =>
  (await store.earlier(collection, id)).map(({ field, value }) => `${field}: ${String(value)}`).sort();

test("a text that loses words is kept, and is there after a restart", async () => {
  const store = aStore();
  const id = newId();
  for (const notes of ["Ruth asked", "Ruth asked about the depot", "Nothing", ""]) {
    await store.write([{ collection: "interviews", id, set: { notes } }]);
  }
  store.close();
  const again = new LocalStore(store.name);
  // "Nothing" went within the same minute: the longest of a minute stays.
  assert.deepEqual(await earlier(again, "interviews", id), ["notes: Ruth asked about the depot"]);
});

test("a short value somebody may want back is kept, the app's own book-keeping is not", async () => {
  const store = aStore();
  const id = newId();
  const list = newId();
  await store.write([{ collection: "interviews", id, set: { company: "Norholm", confidence: 3 } }]);
  await store.write([{ collection: "interviews", id, set: { company: "Norrholm Power", confidence: 4 } }]);
  await store.write([{ collection: "checklists", id: list, set: { title: "Thanks", position: "a0" } }]);
  await store.write([{ collection: "checklists", id: list, set: { position: "a1" } }]);
  assert.deepEqual(await earlier(store, "interviews", id), ["company: Norholm"]);
  assert.deepEqual(await earlier(store, "checklists", list), []);
});

test("what was undone is an earlier value too", async () => {
  const store = aStore();
  const id = newId();
  await store.write([{ collection: "wins", id, set: { title: "The rota held" } }]);
  const undo = await store.write([{ collection: "wins", id, set: { title: "The new rota held for a month" } }]);
  await store.write(undo);
  assert.deepEqual(await earlier(store, "wins", id), ["title: The new rota held for a month", "title: The rota held"]);
});

test("earlier values move into the account with their rows", async () => {
  const [local, account] = [aStore(), aStore()];
  const id = newId();
  await local.write([{ collection: "people", id, set: { name: "Ines", notes: "Met at the fair" } }]);
  await local.write([{ collection: "people", id, set: { name: "Ines Duarte", notes: "" } }]);
  await adoptRows(local.database, account.database);
  assert.deepEqual(await earlier(account, "people", id), ["name: Ines", "notes: Met at the fair"]);
  assert.deepEqual(await earlier(local, "people", id), []);
});

test("rows of another name do not show each other's", async () => {
  const store = aStore();
  const [one, other] = [newId(), newId()];
  for (const name of ["Leila", "Leila Brandt"]) await store.write([{ collection: "people", id: one, set: { name } }]);
  assert.deepEqual(await earlier(store, "people", other), []);
  assert.deepEqual(await earlier(store, "wins", one), []);
});
