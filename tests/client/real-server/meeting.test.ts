// Cases 12-18 and 36 of docs/sync.md: two devices, one row, and what each of them meant.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { newId } from "../../../client/model/id.ts";
import { Device } from "./device.ts";
import { RealServer } from "./server.ts";
import { aPair, aSharedInterview, countWord, interview, meet, revisions } from "./story.ts";

let server: RealServer;
before(async () => {
  server = await RealServer.start();
});
after(() => server.stop());

const MOMENT = "2026-11-23T09:30:00Z";
const LATER = "2026-11-24T09:30:00Z";

test("case 12: different fields of one row both stay", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server);
  await phone.front.write(interview(id, { role: "Engineer" }));
  await laptop.front.write(interview(id, { department: "Research" }));
  const journal = await meet(server, account, phone, laptop);
  assert.deepEqual(journal[`interviews/${id}`], { company: "Acme", department: "Research", role: "Engineer" });
});

test("case 13: of two short values the later is live and the other in the earlier versions", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server);
  await phone.front.write(interview(id, { company: "From the phone" }));
  laptop.clockMs = 60_000;
  await laptop.front.write(interview(id, { company: "From the laptop" }));
  const journal = await meet(server, account, phone, laptop);
  assert.equal(journal[`interviews/${id}`]!.company, "From the laptop");
  assert.ok((await revisions(server, account, id)).some(({ value }) => value === "From the phone"));
});

test("case 13: a short value that lost before it was sent still reaches the earlier versions", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server);
  await phone.front.write(interview(id, { company: "Early" }));
  laptop.clockMs = 60_000;
  await laptop.front.write(interview(id, { company: "Late" }));
  await laptop.front.sync();
  // These go first and fill the request, whose answer brings the later value before "Early" has left.
  const others = Array.from({ length: 500 }, () => ({ collection: "attendances", id: newId(), set: { interview: id } }) as const);
  await phone.front.write(...others);
  phone.network.next(() => undefined, "down");
  await phone.front.sync();
  assert.equal((await phone.front.store.get("interviews", id))?.company, "Late");
  await phone.front.write(interview(id, { company: "Third" }));
  await meet(server, account, phone, laptop);
  const values = (await revisions(server, account, id)).map(({ value }) => value);
  assert.ok(values.includes("Early"), `"Early" is not among ${JSON.stringify(values)}`);
});

const notes: readonly { readonly name: string; readonly base: string; readonly phone: string; readonly laptop: string; readonly both: string }[] = [
  { name: "apart", base: "one two three four", phone: "one 2 three four", laptop: "one two three 4", both: "one 2 three 4" },
  { name: "both at the end", base: "one", phone: "one two", laptop: "one three", both: "one two three" },
  { name: "the same word", base: "meet Anna", phone: "meet Berta", laptop: "meet Carla", both: "meet Berta Carla" },
  { name: "the same edit", base: "meet", phone: "meet Anna", laptop: "meet Anna", both: "meet Anna" },
  { name: "delete against edit", base: "call Anna at nine", phone: "", laptop: "call Anna at ten", both: "call Anna at ten" },
  { name: "edit against delete", base: "call Anna at nine", phone: "call Anna at ten", laptop: "", both: "call Anna at ten" },
  { name: "emoji", base: "so 👍 far", phone: "so 👍🏽 far", laptop: "so 👍 far 👩‍👩‍👧", both: "so 👍🏽 far 👩‍👩‍👧" },
  { name: "CRLF", base: "one\r\ntwo\r\nthree", phone: "one\r\n2\r\nthree", laptop: "one\r\ntwo\r\nthree\r\nfour", both: "one\r\n2\r\nthree\r\nfour" },
];

for (const { name, base, phone: onPhone, laptop: onLaptop, both } of notes) {
  test(`case 14: the same note, ${name}: both sides stay`, async () => {
    const { account, phone, laptop, id } = await aSharedInterview(server, { notes: base });
    await phone.front.write(interview(id, { notes: onPhone }));
    await laptop.front.write(interview(id, { notes: onLaptop }));
    const journal = await meet(server, account, phone, laptop);
    assert.equal(journal[`interviews/${id}`]!.notes, both);
  });
}

test("case 14: the same note of 100 KB, edited at both ends", async () => {
  const lines = Array.from({ length: 2_000 }, (_, line) => `line ${line} of a very long note about one interview`);
  const { account, phone, laptop, id } = await aSharedInterview(server, { notes: lines.join("\n") });
  await phone.front.write(interview(id, { notes: ["top", ...lines].join("\n") }));
  await laptop.front.write(interview(id, { notes: [...lines, "bottom"].join("\n") }));
  const journal = await meet(server, account, phone, laptop);
  assert.equal(journal[`interviews/${id}`]!.notes, ["top", ...lines, "bottom"].join("\n"));
});

test("case 14: three devices write one note, and every word is there once", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server, { notes: "start" });
  const tablet = new Device(server, account);
  await tablet.front.sync();
  for (const [device, word] of [[phone, "phone"], [laptop, "laptop"], [tablet, "tablet"]] as const) {
    await device.front.write(interview(id, { notes: `start ${word}` }));
  }
  const journal = await meet(server, account, phone, laptop, tablet);
  for (const word of ["start", "phone", "laptop", "tablet"]) assert.equal(countWord(journal[`interviews/${id}`]!.notes, word), 1);
});

test("case 16: a note edited without having seen the trash brings the row back", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server, { notes: "one" });
  await phone.front.write(interview(id, { trashed_at: MOMENT }));
  await laptop.front.write(interview(id, { notes: "one two" }));
  const journal = await meet(server, account, phone, laptop);
  assert.deepEqual(journal[`interviews/${id}`], { notes: "one two" });
});

test("case 16: a row whose note moved on unseen is not trashed", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server, { notes: "one" });
  await laptop.front.write(interview(id, { notes: "one two" }));
  await laptop.front.sync();
  await phone.front.write(interview(id, { trashed_at: MOMENT }));
  const journal = await meet(server, account, phone, laptop);
  assert.deepEqual(journal[`interviews/${id}`], { notes: "one two" });
});

test("case 16: typed and trashed on one device, both offline: it is in the trash with its last words", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server, { notes: "one" });
  await phone.front.write(interview(id, { notes: "one two" }));
  await phone.front.write(interview(id, { trashed_at: MOMENT }));
  await phone.front.write(interview(id, { notes: "one two three" }));
  const journal = await meet(server, account, phone, laptop);
  assert.deepEqual(journal[`interviews/${id}`], { notes: "one two three", trashed_at: MOMENT });
});

test("case 16: a note edited by somebody who sees the row in the trash stays there", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server, { notes: "one" });
  await phone.front.write(interview(id, { trashed_at: MOMENT }));
  await meet(server, account, phone, laptop);
  await laptop.front.write(interview(id, { notes: "one two" }));
  const journal = await meet(server, account, phone, laptop);
  assert.deepEqual(journal[`interviews/${id}`], { notes: "one two", trashed_at: MOMENT });
});

test("case 16: typed, answer lost, typed on, trashed: it is in the trash with its last words", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server, { notes: "one" });
  await phone.front.write(interview(id, { notes: "one two" }));
  phone.network.next("answer lost");
  await phone.front.sync();
  await phone.front.write(interview(id, { notes: "one two three" }));
  await phone.front.write(interview(id, { trashed_at: MOMENT }));
  const journal = await meet(server, account, phone, laptop);
  assert.deepEqual(journal[`interviews/${id}`], { notes: "one two three", trashed_at: MOMENT });
});

test("case 16: a child added to a row that was trashed elsewhere is kept beside it", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server);
  const round = newId();
  await phone.front.write(interview(id, { trashed_at: MOMENT }));
  await laptop.front.write({ collection: "rounds", id: round, set: { interview: id, kind: "phone" } });
  const journal = await meet(server, account, phone, laptop);
  assert.equal(journal[`interviews/${id}`]!.trashed_at, MOMENT);
  assert.deepEqual(journal[`rounds/${round}`], { interview: id, kind: "phone" });
});

test("case 16: trashed twice is trashed, and restored is live on both", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server, { notes: "one" });
  await phone.front.write(interview(id, { trashed_at: MOMENT }));
  laptop.clockMs = 5_000;
  await laptop.front.write(interview(id, { trashed_at: LATER }));
  assert.equal((await meet(server, account, phone, laptop))[`interviews/${id}`]!.trashed_at, LATER);
  await phone.front.write(interview(id, { trashed_at: null }));
  assert.deepEqual((await meet(server, account, phone, laptop))[`interviews/${id}`], { notes: "one" });
});

for (const [name, clockMs] of [
  ["an hour ahead", 3_600_000],
  ["a day behind", -86_400_000],
  ["in the year 2099", 73 * 365 * 86_400_000],
] as const) {
  test(`case 17: a device whose clock is ${name} edits and meets like any other`, async () => {
    const { account, phone, laptop, id } = await aSharedInterview(server, { notes: "one" });
    phone.clockMs = clockMs;
    await phone.front.write(interview(id, { company: "Wrong clock", notes: "one two" }));
    await phone.front.write(interview(id, { notes: "one two three" }));
    await meet(server, account, phone, laptop);
    await laptop.front.write(interview(id, { company: "Right clock" }));
    await meet(server, account, phone, laptop);
    await phone.front.write(interview(id, { company: "Wrong clock again", notes: "one two three four" }));
    const journal = await meet(server, account, phone, laptop);
    assert.deepEqual(journal[`interviews/${id}`], { company: "Wrong clock again", notes: "one two three four" });
  });
}

test("case 17: a clock that jumps back between two edits does not undo the second", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server, { notes: "one" });
  phone.clockMs = 7_200_000;
  await phone.front.write(interview(id, { company: "First" }));
  phone.clockMs = -7_200_000;
  await phone.front.write(interview(id, { company: "Second" }));
  phone.front.kill();
  await phone.tab().write(interview(id, { company: "Third", notes: "one two" }));
  const journal = await meet(server, account, phone, laptop);
  assert.deepEqual(journal[`interviews/${id}`], { company: "Third", notes: "one two" });
});

test("case 17: ahead, answer lost, typed on: the words are there once and the clock is brought down", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server, { notes: "one" });
  phone.clockMs = 73 * 365 * 86_400_000;
  await phone.front.write(interview(id, { company: "2099", notes: "one two" }));
  phone.network.next("answer lost");
  await phone.front.sync();
  await phone.front.write(interview(id, { company: "2099 again", notes: "one two three" }));
  const journal = await meet(server, account, phone, laptop);
  assert.deepEqual(journal[`interviews/${id}`], { company: "2099 again", notes: "one two three" });
  assert.ok(phone.front.store.clock.nowMs() < Date.now() + 60_000);
});

test("case 18: two tabs writing in the same millisecond both count", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server, { notes: "one" });
  const [left, right] = [phone.front, phone.tab()];
  await Promise.all([
    left.write(interview(id, { notes: "left one" }, { notes: "one" }), interview(id, { role: "left" })),
    right.write(interview(id, { notes: "one right" }, { notes: "one" }), interview(id, { stage: "right" })),
  ]);
  await Promise.all([left.sync(), right.sync()]);
  const journal = await meet(server, account, phone, laptop);
  assert.deepEqual(journal[`interviews/${id}`], { notes: "left one right", role: "left", stage: "right" });
});

test("case 19: a phone restored from its own backup meets its later self without doubling words", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server, { notes: "one" });
  await phone.front.write(interview(id, { notes: "one two" }));
  // The clone: same words, same device name, same marks, another tab session.
  const clone = new Device(server, account);
  await clone.front.sync();
  await clone.front.write(interview(id, { notes: "one two" }));
  await meet(server, account, phone, laptop, clone);
  const journal = await meet(server, account, phone, laptop, clone);
  assert.equal(journal[`interviews/${id}`]!.notes, "one two");
});

test("case 36: another account's rows stay another account's", async () => {
  const mine = await aSharedInterview(server);
  const theirs = await aPair(server);
  await theirs.phone.front.write(interview(mine.id, { company: "Same id, other person" }));
  const journal = await meet(server, theirs.account, theirs.phone, theirs.laptop);
  assert.deepEqual(journal, { [`interviews/${mine.id}`]: { company: "Same id, other person" } });
  assert.equal((await meet(server, mine.account, mine.phone, mine.laptop))[`interviews/${mine.id}`]!.company, "Acme");
});
