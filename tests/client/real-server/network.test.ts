// Cases 1-5 and 29 of docs/sync.md: what a line can do to a request.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { newId } from "../../../client/model/id.ts";
import { RealServer } from "./server.ts";
import { aPair, aSharedInterview, countWord, interview, meet, revisions } from "./story.ts";

let server: RealServer;
before(async () => {
  server = await RealServer.start();
});
after(() => server.stop());

test("case 1: a request that was lost is sent again", async () => {
  const { account, phone, laptop } = await aPair(server);
  phone.network.next("lost");
  await phone.front.write(interview(newId(), { company: "Acme", notes: "calm" }));
  assert.equal((await phone.front.sync())?.kind, "offline");
  assert.equal(await phone.front.store.unsentCount(), 1);
  assert.equal(Object.keys(await meet(server, account, phone, laptop)).length, 1);
  assert.equal((await phone.front.sync())?.kind, "saved");
});

test("case 2: committed, answer lost, retried: nothing changes", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server, { notes: "one two" });
  await phone.front.write(interview(id, { company: "Acme", notes: "one two three" }));
  phone.network.next("answer lost");
  await phone.front.sync();
  const before = await revisions(server, account, id);
  const journal = await meet(server, account, phone, laptop);
  assert.deepEqual(journal[`interviews/${id}`], { company: "Acme", notes: "one two three" });
  assert.deepEqual(await revisions(server, account, id), before);
});

test("case 2: committed, answer lost, typed on, retried: no word is doubled", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server, { notes: "one" });
  await phone.front.write(interview(id, { notes: "one two" }));
  phone.network.next("answer lost", "answer lost");
  await phone.front.sync();
  await phone.front.write(interview(id, { notes: "one two three" }));
  await phone.front.sync();
  await phone.front.write(interview(id, { notes: "one two three four" }));
  const journal = await meet(server, account, phone, laptop);
  assert.equal(journal[`interviews/${id}`]!.notes, "one two three four");
});

test("case 2: committed in the middle of a word, answer lost, the word finished: no half of it stays", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server, { notes: "they" });
  await phone.front.write(interview(id, { notes: "they promi" }));
  phone.network.next("answer lost", "lost");
  await phone.front.sync();
  await phone.front.write(interview(id, { notes: "they promised" }));
  await phone.front.sync();
  await phone.front.write(interview(id, { notes: "they promised me" }));
  const journal = await meet(server, account, phone, laptop);
  assert.equal(journal[`interviews/${id}`]!.notes, "they promised me");
});

test("case 2: committed, answer lost, the word deleted again: it does not come back", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server, { notes: "one" });
  await phone.front.write(interview(id, { notes: "one two" }));
  phone.network.next("answer lost");
  await phone.front.sync();
  await phone.front.write(interview(id, { notes: "one" }));
  const journal = await meet(server, account, phone, laptop);
  assert.equal(journal[`interviews/${id}`]!.notes, "one");
});

test("case 2: committed, answer lost, somebody else wrote on it, typed on, retried: no word is doubled", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server, { notes: "one" });
  await phone.front.write(interview(id, { notes: "one two" }));
  phone.network.next("answer lost");
  await phone.front.sync();
  await laptop.front.sync();
  await laptop.front.write(interview(id, { notes: "zero one two" }));
  await laptop.front.sync();
  await phone.front.write(interview(id, { notes: "one two three" }));
  const journal = await meet(server, account, phone, laptop);
  assert.equal(journal[`interviews/${id}`]!.notes, "zero one two three");
});

test("case 2: a first text that was committed and whose answer was lost is not merged with itself", async () => {
  const { account, phone, laptop } = await aPair(server);
  const id = newId();
  await phone.front.write(interview(id, { notes: "first" }));
  phone.network.next("answer lost");
  await phone.front.sync();
  phone.front.kill();
  await phone.tab().write(interview(id, { notes: "first words" }));
  assert.equal((await meet(server, account, phone, laptop))[`interviews/${id}`]!.notes, "first words");
});

test("case 2: what is written while the answer is on its way is sent after it, and nothing twice", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server, { company: "Acme", notes: "one" });
  await phone.front.write(interview(id, { company: "First", notes: "one two" }));
  phone.network.whileAnswering(() => phone.front.write(interview(id, { company: "Second", notes: "one three" })));
  await phone.front.sync();
  const journal = await meet(server, account, phone, laptop);
  assert.deepEqual(journal[`interviews/${id}`], { company: "Second", notes: "one three" });
});

test("case 3: a request that arrives twice counts once", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server, { notes: "one" });
  await phone.front.write(interview(id, { company: "Acme Ltd", notes: "one two" }));
  phone.network.next("doubled");
  await phone.front.sync();
  const journal = await meet(server, account, phone, laptop);
  assert.deepEqual(journal[`interviews/${id}`], { company: "Acme Ltd", notes: "one two" });
});

test("case 4: a request that arrives long after it was given up changes nothing any more", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server, { notes: "one" });
  await phone.front.write(interview(id, { company: "Acme Ltd", notes: "one two" }));
  phone.network.next("late");
  await phone.front.sync();
  await phone.front.write(interview(id, { company: "Acme Group", notes: "one two three" }));
  await meet(server, account, phone, laptop);
  await laptop.front.write(interview(id, { notes: "one three" }));
  await meet(server, account, phone, laptop);
  assert.equal(phone.network.lateCount, 1);
  await phone.network.deliverLate();
  const journal = await meet(server, account, phone, laptop);
  assert.deepEqual(journal[`interviews/${id}`], { company: "Acme Group", notes: "one three" });
});

test("case 4: a late request that had never arrived adds its words once", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server, { notes: "one" });
  await phone.front.write(interview(id, { notes: "one two" }));
  phone.network.next("late");
  await phone.front.sync();
  await phone.front.write(interview(id, { notes: "one two three" }));
  phone.network.next(async () => {
    await phone.network.deliverLate();
    return undefined;
  });
  const journal = await meet(server, account, phone, laptop);
  assert.equal(journal[`interviews/${id}`]!.notes, "one two three");
});

test("case 5: an answer that is cut in the middle is no answer", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server, { notes: "one" });
  await phone.front.write(interview(id, { notes: "one two" }));
  phone.network.next("cut");
  assert.equal((await phone.front.sync())?.kind, "offline");
  const journal = await meet(server, account, phone, laptop);
  assert.equal(countWord(journal[`interviews/${id}`]!.notes, "two"), 1);
});

test("case 29: a captive portal that says 200 is not an answer", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server);
  await phone.front.write(interview(id, { notes: "kept" }));
  phone.network.next("portal", () => new Response("{}", { headers: { "Content-Type": "application/json" } }));
  assert.equal((await phone.front.sync())?.kind, "offline");
  assert.equal((await phone.front.sync())?.kind, "offline");
  assert.equal(await phone.front.store.unsentCount(), 1);
  assert.equal((await meet(server, account, phone, laptop))[`interviews/${id}`]!.notes, "kept");
});

test("case 29: a request that is too large is halved until it fits", async () => {
  const { account, phone, laptop } = await aPair(server);
  const long = "many words ".repeat(9_000);
  for (let index = 0; index < 14; index += 1) {
    await phone.front.write(interview(newId(), { company: `Company ${index}`, notes: `${index} ${long}` }));
  }
  const tooLarge = () => Response.json({ error: { code: "too_large", message: "", path: null } }, { status: 413 });
  phone.network.next(tooLarge, tooLarge);
  assert.equal(Object.keys(await meet(server, account, phone, laptop)).length, 14);
});

test("case 29: one op that is too large for the server stays on the device and holds back nothing", async () => {
  const { phone } = await aPair(server);
  const [long, short] = [newId(), newId()].sort() as [string, string];
  await phone.front.write(interview(long, { notes: "\u0001".repeat(199_000) }), interview(short, { company: "Acme" }));
  await phone.front.sync();
  const state = await phone.front.sync();
  assert.equal(state?.unsent, 1);
  assert.equal(state?.why, "refused");
  assert.equal((await phone.front.store.get("interviews", long))?.notes?.length, 199_000);
});

test("case 29: 429 and 503 wait as long as they ask, and lose nothing", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server);
  await phone.front.write(interview(id, { notes: "kept" }));
  for (const status of [429, 503]) {
    phone.network.next(() => Response.json({ error: { code: "busy" } }, { status, headers: { "Retry-After": "7" } }));
    await phone.front.sync();
    const asked = phone.network.requests;
    await phone.front.sync();
    assert.equal(phone.network.requests, asked, "not before its time");
    phone.clockMs += 7_000;
  }
  phone.network.next(() => new Response("Internal Server Error", { status: 500 }));
  await phone.front.sync();
  assert.equal((await meet(server, account, phone, laptop))[`interviews/${id}`]!.notes, "kept");
});
