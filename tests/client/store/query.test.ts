import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { test } from "node:test";
import { newId } from "../../../client/model/id.ts";
import { LiveQueries } from "../../../client/store/query.ts";
import { LocalStore } from "../../../client/store/store.ts";

const titles = (store: { all: LocalStore["all"] }) => store.all("wins").then((wins) => wins.map(({ title }) => title));

async function until(isTrue: () => boolean): Promise<void> {
  for (let turn = 0; turn < 200 && !isTrue(); turn += 1) await new Promise((resolve) => setTimeout(resolve, 1));
  assert.ok(isTrue());
}

test("a watched question is answered again when a collection it reads changes, and only then", async () => {
  const store = new LocalStore("query-test-1");
  const queries = new LiveQueries(store);
  let runs = 0;
  const query = queries.of(["wins"], ["wins"], async (from) => ((runs += 1), titles(from as LocalStore)));
  let painted = 0;
  queries.watch(query, () => (painted += 1), undefined);
  await until(() => painted === 1);
  await store.write([{ collection: "wins", id: newId(), set: { title: "Shipped" } }]);
  await until(() => painted === 2);
  assert.deepEqual(query.answer, ["Shipped"]);
  await store.write([{ collection: "plans", id: newId(), set: { title: "Elsewhere" } }]);
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.equal(runs, 2);
});

test("going back paints the old answer at once, and the new one when it has come", async () => {
  const store = new LocalStore("query-test-2");
  const queries = new LiveQueries(store);
  const ask = () => queries.of(["wins"], ["wins"], (from) => titles(from as LocalStore));
  const leave = queries.watch(ask(), () => undefined, ask().answer);
  await until(() => ask().answer !== undefined);
  leave();
  await store.write([{ collection: "wins", id: newId(), set: { title: "Meanwhile" } }]);
  assert.deepEqual(ask().answer, []);
  queries.watch(ask(), () => undefined, ask().answer);
  await until(() => ask().answer?.length === 1);
});

test("a failing question says how it failed, and recovers", async () => {
  const store = new LocalStore("query-test-3");
  const queries = new LiveQueries(store);
  let isBroken = true;
  const query = queries.of(["x"], ["wins"], async () => {
    if (isBroken) throw new Error("broken");
    return 1;
  });
  queries.watch(query, () => undefined, undefined);
  await until(() => query.failure !== undefined);
  isBroken = false;
  await store.write([{ collection: "wins", id: newId(), set: { title: "x" } }]);
  await until(() => query.answer === 1);
  assert.equal(query.failure, undefined);
});

test("an answer that came between being painted and watching is told", async () => {
  const store = new LocalStore("query-test-4");
  const queries = new LiveQueries(store);
  const query = queries.of(["wins"], ["wins"], (from) => titles(from as LocalStore));
  const painted = query.answer;
  // Another view asks the same, and has its answer before this one watches.
  queries.watch(query, () => undefined, undefined);
  await until(() => query.answer !== undefined);
  let isTold = false;
  queries.watch(query, () => (isTold = true), painted);
  assert.ok(isTold);
});
