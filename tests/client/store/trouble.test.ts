// Cases 34 and 35 of docs/sync.md: full disks, lost connections, databases that do not open.

import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { test } from "node:test";
import { openDB } from "idb";
import { newId } from "../../../client/model/id.ts";
import { Database, StorageTrouble, type Mode, type Transaction } from "../../../client/store/database.ts";
import { LocalStore } from "../../../client/store/store.ts";

let stores = 0;

/** A database on which the next transactions fail in the way a browser's do. */
class FailingDatabase extends Database {
  failures: string[] = [];
  isGone = false;

  override run<T, M extends Mode>(
    names: readonly string[],
    mode: M,
    work: (transaction: Transaction<M>) => Promise<T>,
    durability?: IDBTransactionDurability,
  ): Promise<T> {
    if (this.isGone) return Promise.reject(new StorageTrouble("corrupt"));
    return super.run(names, mode, async (transaction) => {
      const failure = mode === "readwrite" ? this.failures.shift() : undefined;
      if (failure) throw new DOMException("as a browser says it", failure);
      return work(transaction);
    }, durability);
  }
}

function aTroubledStore() {
  stores += 1;
  const database = new FailingDatabase(`trouble-test-${stores}`);
  const troubles: (string | null)[] = [];
  const store = new LocalStore(database.name, { database, onTrouble: (trouble) => troubles.push(trouble?.what ?? null) });
  return { store, database, troubles };
}

for (const name of ["InvalidStateError", "UnknownError", "AbortError"]) {
  test(`case 35: a connection lost with ${name} is opened again, and the write goes through`, async () => {
    const { store, database, troubles } = aTroubledStore();
    database.failures = [name, name];
    const id = newId();
    await store.write([{ collection: "wins", id, set: { title: "Shipped" } }]);
    assert.equal((await store.get("wins", id))?.title, "Shipped");
    assert.deepEqual(troubles, []);
    store.close();
  });
}

test("case 34: with a full disk the write is held, shown, said, and stored when there is room", async () => {
  const { store, database, troubles } = aTroubledStore();
  const [checklist, item] = [newId(), newId()];
  await store.write([{ collection: "items", id: item, set: { checklist, text: "Old" } }]);
  database.failures = ["QuotaExceededError", "QuotaExceededError"];
  await store.write([{ collection: "items", id: item, set: { text: "New" } }]);
  assert.deepEqual(troubles, ["full"]);
  assert.equal((await store.get("items", item))?.text, "New");
  assert.deepEqual((await store.by("items", "checklist", checklist)).map(({ text }) => text), ["New"]);
  assert.deepEqual((await store.openItems()).map(({ text }) => text), ["New"]);
  await store.write([{ collection: "items", id: newId(), set: { checklist, text: "Another" } }]);
  assert.equal((await store.by("items", "checklist", checklist)).length, 2);
  await store.write([]);
  assert.equal(troubles.at(-1), null);
  const fresh = new LocalStore(database.name);
  assert.deepEqual((await fresh.by("items", "checklist", checklist)).map(({ text }) => text).sort(), ["Another", "New"]);
  store.close();
  fresh.close();
});

test("case 34: a text held in memory is merged with what the row has become meanwhile", async () => {
  const { store, database } = aTroubledStore();
  const id = newId();
  await store.write([{ collection: "interviews", id, set: { notes: "one" } }]);
  database.failures = ["QuotaExceededError"];
  await store.write([{ collection: "interviews", id, set: { notes: "one two" }, basis: { notes: "one" } }]);
  const other = new LocalStore(database.name);
  await other.write([{ collection: "interviews", id, set: { notes: "zero one" }, basis: { notes: "one" } }]);
  await store.write([]);
  assert.equal((await store.get("interviews", id))?.notes, "zero one two");
  store.close();
  other.close();
});

test("case 35: a database that cannot be read shows what is held, and says so; nothing throws", async () => {
  const { store, database, troubles } = aTroubledStore();
  database.isGone = true;
  const id = newId();
  assert.deepEqual(await store.all("wins"), []);
  await store.write([{ collection: "wins", id, set: { title: "Kept in memory" } }]);
  assert.deepEqual((await store.all("wins")).map(({ title }) => title), ["Kept in memory"]);
  assert.equal(await store.unsentCount(), 1);
  assert.equal(troubles.at(-1), "corrupt");
  database.isGone = false;
  await store.write([]);
  assert.equal(troubles.at(-1), null);
  assert.equal(await store.unsentCount(), 1);
  store.close();
});

test("case 35: a database of a newer version is not touched, and the person is told", async () => {
  stores += 1;
  const name = `trouble-test-${stores}`;
  (await openDB(name, 9_999_999)).close();
  const troubles: string[] = [];
  const store = new LocalStore(name, { onTrouble: (trouble) => troubles.push(trouble?.what ?? "none") });
  await store.write([{ collection: "wins", id: newId(), set: { title: "x" } }]);
  assert.equal(troubles.at(-1), "blocked");
  store.close();
});

test("case 35: another tab's upgrade is not blocked by this one", async () => {
  stores += 1;
  const name = `trouble-test-${stores}`;
  const store = new LocalStore(name);
  await store.write([{ collection: "wins", id: newId(), set: { title: "x" } }]);
  let wasBlocked = false;
  (await openDB(name, 9_999_999, { blocked: () => (wasBlocked = true) })).close();
  assert.equal(wasBlocked, false);
  store.close();
});

test("a mistake in the program is not taken for a broken disk", async () => {
  const { store } = aTroubledStore();
  await assert.rejects(store.by("items", "note", "x"), /no index/);
  store.close();
});

test("case 35: a first opening cut short, as by a sign-out that clears the site, is told to who waits and nothing else throws", async () => {
  const database = new Database("cut-short-test");
  const getAll = IDBObjectStore.prototype.getAll;
  let cuts = 0;
  IDBObjectStore.prototype.getAll = function (this: IDBObjectStore, ...range) {
    const request = getAll.apply(this, range);
    cuts += 1;
    if (cuts === 1) this.transaction.abort();
    return request;
  };
  try {
    // The second attempt finds a whole database. A rejection nobody heard would fail this test.
    assert.equal(await database.run(["marks"], "readonly", (transaction) => transaction.objectStore("marks").count()), 0);
    assert.ok(cuts > 1);
  } finally {
    IDBObjectStore.prototype.getAll = getAll;
    database.close();
  }
});
