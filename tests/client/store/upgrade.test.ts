import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { test } from "node:test";
import { openDB } from "idb";
import { setScore } from "../../../client/actions/decisions.ts";
import { scoreId } from "../../../client/model/decision.ts";
import { collectionNames } from "../../../client/model/schema.ts";
import { store } from "../../../client/store/current.ts";
import { loadDecision } from "../../../client/views/decision/load.ts";

const decision = "01932b1e-5c00-7abc-8def-000000000001";
/** What the release before did not know. */
const newCollections: readonly string[] = ["decision_parts", "decision_scores", "namesakes"];

/** A database as the release before left it: its scores in one value, and a row it was sent and could not read. */
async function leaveOld(name: string): Promise<void> {
  const old = await openDB(name, 105, {
    upgrade(database) {
      for (const each of ["marks", "aside"]) database.createObjectStore(each, { keyPath: ["collection", "id"] });
      database.createObjectStore("meta");
      database.createObjectStore("versions", { keyPath: ["collection", "id", "field", "stamp"] });
      for (const each of collectionNames) if (!newCollections.includes(each)) database.createObjectStore(each, { keyPath: "id" });
    },
  });
  const stamp = "019abcde0000-0000-0123456789abcdef";
  const scores = { stay: { pay: 1, time: 2 }, move: { pay: 5 } };
  await old.put("decisions", { id: decision, seq: 3, round: 0, fields: { question: "Stay?", scores }, stamps: { question: stamp, scores: stamp } });
  await old.put("marks", { collection: "decisions", id: decision, fields: { scores: { stamp, seen: null } }, lost: {} });
  const cell = { decision, round: "first", option: "stay", criterion: "pay", score: 4 };
  const id = scoreId(decision, "first", "stay", "pay");
  const stamps = Object.fromEntries(Object.keys(cell).map((field) => [field, stamp]));
  await old.put("aside", { collection: "decision_scores", id, seq: 4, round: 0, fields: cell, stamps });
  old.close();
}

test("a device of the release before has its scores after the update, under those another device gave meanwhile", async () => {
  await leaveOld(store.value.name);
  const { first, sheet, options, criteria } = (await loadDecision(store.value, decision))!;
  assert.deepEqual(first, { stay: { pay: 4, time: 2 }, move: { pay: 5 } });
  assert.equal(await store.value.unsentCount(), 1, "what it had not sent is still to be sent");
  await setScore(sheet, "first", options[0]!, criteria[0]!, 3);
  assert.equal((await loadDecision(store.value, decision))!.first["stay"]?.["pay"], 3);
  store.value.close();
});
