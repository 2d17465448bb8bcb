import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { test } from "node:test";
import { newId } from "../../../client/model/id.ts";
import { storage } from "../../../client/store/local-storage.ts";
import type { Mirror } from "../../../client/store/mirrors.ts";
import { LocalStore } from "../../../client/store/store.ts";
import { recoverTyping, TypedText } from "../../../client/store/typing.ts";

/** A desk with a store's row, a mirror and a screen, on which one text is being typed. */
function aDesk(row: string | null) {
  const desk = {
    row,
    mirror: null as Mirror | null,
    shown: [] as { value: string; before: string }[],
    timers: [] as (() => void)[],
    isStuck: false,
    text: null as unknown as TypedText,
  };
  desk.text = new TypedText({
    mirror: (mirror) => (desk.mirror = mirror),
    write: async (value) => {
      if (desk.isStuck) await new Promise(() => undefined);
      desk.row = value;
    },
    read: async () => desk.row,
    show: (value, before) => desk.shown.push({ value, before }),
    setTimeout: (run) => desk.timers.push(run),
    clearTimeout: () => desk.timers.splice(0),
  });
  return desk;
}

test("every keystroke is in the mirror before anything else happens, and gone from it once stored", async () => {
  const desk = aDesk("one");
  await desk.text.refresh();
  desk.text.type("one t");
  assert.deepEqual(desk.mirror, { basis: "one", value: "one t" });
  desk.text.type("one tw");
  assert.deepEqual(desk.mirror, { basis: "one", value: "one tw" });
  await desk.text.flush();
  assert.equal(desk.row, "one tw");
  assert.equal(desk.mirror, null);
});

test("while words are on their way into the store the mirror says so", async () => {
  const desk = aDesk("one");
  await desk.text.refresh();
  desk.isStuck = true;
  desk.text.type("one two");
  void desk.text.flush();
  await new Promise((resolve) => setTimeout(resolve, 5));
  desk.text.type("one two three");
  assert.deepEqual(desk.mirror, { basis: "one", value: "one two three", writing: "one two" });
});

test("case 15: what comes in while typing is merged under the caret, never pasted over", async () => {
  const desk = aDesk("one two");
  await desk.text.refresh();
  desk.text.type("one two three");
  desk.row = "zero one two";
  await desk.text.refresh();
  assert.equal(desk.text.value, "zero one two three");
  assert.deepEqual(desk.shown.at(-1), { value: "zero one two three", before: "one two three" });
  await desk.text.flush();
  assert.equal(desk.row, "zero one two three");
});

test("case 15: while a word is being composed nothing moves; after it, everything is there", async () => {
  const desk = aDesk("one");
  await desk.text.refresh();
  desk.text.startComposing();
  desk.text.type("one に");
  desk.row = "zero one";
  await desk.text.refresh();
  assert.equal(desk.text.value, "one に");
  await desk.text.stopComposing("one 日本");
  assert.equal(desk.text.value, "zero one 日本");
});

test("nothing typed, what comes in is simply shown", async () => {
  const desk = aDesk(null);
  await desk.text.refresh();
  desk.row = "from the other device";
  await desk.text.refresh();
  assert.equal(desk.text.value, "from the other device");
  assert.equal(desk.mirror, null);
});

let stores = 0;
async function aStoreWith(notes: string): Promise<{ store: LocalStore; id: string }> {
  stores += 1;
  const store = new LocalStore(`typing-test-${stores}`);
  const id = newId();
  await store.write([{ collection: "interviews", id, set: { notes } }]);
  return { store, id };
}

function leaveBehind(store: LocalStore, id: string, mirror: Mirror): void {
  storage.set(`rebound.typing/${store.name}/a-dead-tab/interviews/${id}/notes`, JSON.stringify(mirror));
}

const recoveries: readonly { readonly name: string; readonly row: string; readonly mirror: Mirror; readonly is: string }[] = [
  { name: "unwritten words", row: "one", mirror: { basis: "one", value: "one two" }, is: "one two" },
  { name: "words on a row that moved on", row: "zero one", mirror: { basis: "one", value: "one two" }, is: "zero one two" },
  { name: "words whose write had come through", row: "one tw", mirror: { basis: "one", value: "one two", writing: "one tw" }, is: "one two" },
  { name: "words whose write had not come through", row: "one", mirror: { basis: "one", value: "one two", writing: "one tw" }, is: "one two" },
  { name: "words written in mid-kill on a row that moved on", row: "zero one two", mirror: { basis: "one", value: "one two three", writing: "one two" }, is: "zero one two three" },
];

for (const { name, row, mirror, is } of recoveries) {
  test(`case 7: a killed tab's ${name} are recovered once`, async () => {
    const { store, id } = await aStoreWith(row);
    leaveBehind(store, id, mirror);
    assert.equal(await recoverTyping(store), 1);
    assert.equal((await store.get("interviews", id))?.notes, is);
    assert.equal(await recoverTyping(store), 0);
  });
}

test("a mirror whose row has not come yet waits for it", async () => {
  const { store } = await aStoreWith("one");
  leaveBehind(store, newId(), { basis: null, value: "words" });
  assert.equal(await recoverTyping(store), 0);
  assert.equal(storage.keys().filter((key) => key.includes(store.name)).length, 1);
});

test("another store's mirrors, and half a mirror, are left alone", async () => {
  const { store, id } = await aStoreWith("one");
  storage.set(`rebound.typing/rebound-other/a-dead-tab/interviews/${id}/notes`, JSON.stringify({ basis: "", value: "x" }));
  storage.set(`rebound.typing/${store.name}/a-dead-tab/interviews/${id}/notes`, '{"basis":"one","va');
  assert.equal(await recoverTyping(store), 0);
});
