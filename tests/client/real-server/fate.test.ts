// Cases 6, 10 and 20-28, 30 of docs/sync.md: what can happen to the server, to the journey through its pages, and to
// the person's session.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { newId } from "../../../client/model/id.ts";
import { Device, journalOf } from "./device.ts";
import { RealServer } from "./server.ts";
import { aPair, aSharedInterview, countWord, interview, meet } from "./story.ts";

let server: RealServer;
before(async () => {
  server = await RealServer.start();
});
after(() => server.stop());

const MOMENT = "2026-11-23T09:30:00Z";

test("case 6: a server killed before the commit has nothing, and is told again", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server, { notes: "one" });
  await phone.front.write(interview(id, { notes: "one two" }));
  await server.tell({ do: "kill" });
  assert.equal((await phone.front.sync())?.kind, "offline");
  await server.tell({ do: "start" });
  assert.equal((await meet(server, account, phone, laptop))[`interviews/${id}`]!.notes, "one two");
});

test("case 6: a server killed after the commit has it once", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server, { notes: "one" });
  await phone.front.write(interview(id, { notes: "one two" }));
  phone.network.next("answer lost");
  await phone.front.sync();
  await server.tell({ do: "kill" });
  await server.tell({ do: "start" });
  await phone.front.write(interview(id, { notes: "one two three" }));
  assert.equal((await meet(server, account, phone, laptop))[`interviews/${id}`]!.notes, "one two three");
});

test("case 20: a server restored from an older backup gets back what it lost, from whoever has it", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server, { company: "Acme", notes: "one two three" });
  await server.tell({ do: "backup" });
  const fresh = newId();
  await phone.front.write(interview(id, { company: "Acme Ltd", notes: "one three" }), interview(fresh, { notes: "made after the backup" }));
  await meet(server, account, phone, laptop);
  await phone.front.write(interview(id, { role: "unsent at the restore" }));
  await server.tell({ do: "restore" });
  const journal = await meet(server, account, phone, laptop);
  assert.deepEqual(journal[`interviews/${fresh}`], { notes: "made after the backup" });
  assert.equal(journal[`interviews/${id}`]!.company, "Acme Ltd");
  assert.equal(journal[`interviews/${id}`]!.role, "unsent at the restore");
  assert.equal(countWord(journal[`interviews/${id}`]!.notes, "three"), 1);
});

test("case 20: a word deleted before the restore stays deleted where the device knows the older text", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server, { notes: "one two three" });
  await server.tell({ do: "backup" });
  phone.clockMs = laptop.clockMs = 120_000;
  await phone.front.write(interview(id, { notes: "one three" }));
  await meet(server, account, phone, laptop);
  await server.tell({ do: "restore" });
  assert.equal((await meet(server, account, phone, laptop))[`interviews/${id}`]!.notes, "one three");
});

test("case 20: a text being typed while the server is restored keeps every word once", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server, { notes: "one" });
  await server.tell({ do: "backup" });
  await phone.front.write(interview(id, { notes: "one two" }));
  await meet(server, account, phone, laptop);
  await phone.front.write(interview(id, { notes: "one two three" }));
  phone.network.next("answer lost");
  await phone.front.sync();
  await phone.front.write(interview(id, { notes: "one two three four" }));
  await server.tell({ do: "restore" });
  await laptop.front.write(interview(id, { notes: "zero one two" }));
  await laptop.front.sync();
  const { notes } = (await meet(server, account, phone, laptop))[`interviews/${id}`]!;
  for (const word of ["zero", "one", "two", "three", "four"]) assert.equal(countWord(notes, word), 1, `${word} in ${String(notes)}`);
});

test("case 20: restored, and edited by one device before the other came: neither's words are lost", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server, { company: "Acme", notes: "one" });
  await server.tell({ do: "backup" });
  await phone.front.write(interview(id, { notes: "one two" }));
  await phone.front.sync();
  await server.tell({ do: "restore" });
  await laptop.front.sync();
  await laptop.front.write(interview(id, { notes: "one three", company: "Acme Ltd" }));
  await laptop.front.sync();
  const journal = await meet(server, account, phone, laptop);
  for (const word of ["one", "two", "three"]) assert.equal(countWord(journal[`interviews/${id}`]!.notes, word), 1);
  assert.equal(journal[`interviews/${id}`]!.company, "Acme Ltd");
});

test("case 20: restored without a word about it: the cursor beyond the counter gives it away", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server);
  await server.tell({ do: "backup" });
  for (const role of ["a", "b", "c"]) {
    await phone.front.write(interview(newId(), { role }));
    await meet(server, account, phone, laptop);
  }
  await server.tell({ do: "restore", silently: true });
  assert.equal(Object.keys(await meet(server, account, phone, laptop)).length, 4);
  assert.ok(id);
});

test("case 21: a wiped server gets everything back", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server, { company: "Acme", notes: "one" });
  const trashed = newId();
  await laptop.front.write(interview(trashed, { notes: "in the trash", trashed_at: MOMENT }));
  const before = await meet(server, account, phone, laptop);
  await server.tell({ do: "wipe", account: account.id });
  await phone.front.write(interview(id, { notes: "one two" }));
  const journal = await meet(server, account, phone, laptop);
  assert.deepEqual(journal, { ...before, [`interviews/${id}`]: { company: "Acme", notes: "one two" } });
});

test("case 22: back after 200 days, marks full: what was written is sent, what was erased meanwhile stays erased", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server, { company: "Acme", notes: "one" });
  const [erased, edited] = [newId(), newId()];
  await phone.front.write(interview(erased, { company: "Erased" }), interview(edited, { company: "Edited", notes: "old" }));
  await meet(server, account, phone, laptop);
  await laptop.front.write(interview(erased, { trashed_at: MOMENT }), interview(edited, { trashed_at: MOMENT }));
  await laptop.front.sync();
  await phone.front.write(interview(id, { notes: "one two" }), interview(edited, { notes: "old and new" }));
  await server.tell({ do: "forget", days: 31 });
  await server.tell({ do: "forget", days: 200 });
  const journal = await meet(server, account, phone, laptop);
  assert.deepEqual(journal, {
    [`interviews/${id}`]: { company: "Acme", notes: "one two" },
    [`interviews/${edited}`]: { company: "Edited", notes: "old and new" },
  });
});

test("case 22: back after 40 days: a row that was erased and edited comes back whole", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server, { company: "Acme", notes: "one" });
  await laptop.front.write(interview(id, { trashed_at: MOMENT }));
  await laptop.front.sync();
  await phone.front.write(interview(id, { role: "Engineer" }));
  await server.tell({ do: "forget", days: 31 });
  const journal = await meet(server, account, phone, laptop);
  assert.deepEqual(journal[`interviews/${id}`], { company: "Acme", notes: "one", role: "Engineer" });
});

test("case 22: what was erased from the trash goes from every device, with what it said before", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server, { company: "Acme" });
  await phone.front.write(interview(id, { company: "Acme Ltd" }));
  await laptop.front.write(interview(id, { trashed_at: MOMENT }));
  await meet(server, account, phone, laptop);
  assert.equal((await phone.front.store.earlier("interviews", id)).length, 1);
  await server.tell({ do: "forget", days: 31 });
  assert.deepEqual(await meet(server, account, phone, laptop), {});
  assert.deepEqual(await phone.front.store.earlier("interviews", id), []);
  assert.equal(await phone.front.engine.check(), true);
});

test("case 23: a device whose database was evicted comes back as a new one", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server, { notes: "one" });
  await phone.front.store.destroy();
  const again = new Device(server, account);
  assert.deepEqual((await meet(server, account, again, laptop))[`interviews/${id}`], { notes: "one" });
});

test("case 24: a row the server lost in silence is found by the digest and sent again", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server, { company: "Acme", notes: "one" });
  await phone.front.write(interview(newId(), { company: "Beta" }));
  await meet(server, account, phone, laptop);
  assert.equal(await phone.front.engine.check(), true);
  await server.tell({ do: "damage", account: account.id, row: id });
  assert.equal(await phone.front.engine.check(), false);
  assert.deepEqual((await meet(server, account, phone, laptop))[`interviews/${id}`], { company: "Acme", notes: "one" });
  assert.equal(await phone.front.engine.check(), true);
});

test("case 25: a first sync cut at each page, with edits going on, ends complete", async () => {
  const { account, phone, laptop } = await aPair(server);
  const ids = Array.from({ length: 4_500 }, () => newId());
  for (let from = 0; from < ids.length; from += 500) {
    await phone.front.write(...ids.slice(from, from + 500).map((id) => interview(id, { company: `Company ${id}` })));
  }
  await phone.front.sync();
  for (let page = 0; page < 2; page += 1) {
    laptop.network.next(...(page === 0 ? (["cut", () => undefined, "cut"] as const) : ([() => undefined, "lost"] as const)));
    await laptop.front.sync();
    await laptop.front.write(interview(ids[page * 7]!, { role: "while it came" }));
    await phone.front.write(interview(ids[4_000 + page]!, { role: "meanwhile" }));
    await phone.front.sync();
    await laptop.front.sync();
  }
  const journal = await meet(server, account, phone, laptop);
  assert.equal(Object.keys(journal).length, 4_500);
  assert.equal(Object.values(journal).filter(({ role }) => role).length, 4);
});

test("case 26: rows that change while they are paged are neither missed nor doubled", async () => {
  const { account, phone, laptop } = await aPair(server);
  const ids = Array.from({ length: 3_000 }, () => newId());
  for (let from = 0; from < ids.length; from += 500) {
    await phone.front.write(...ids.slice(from, from + 500).map((id) => interview(id, { company: "Before" })));
  }
  await phone.front.sync();
  // Between the first page and the second, rows of both move to the end.
  laptop.network.next(
    () => undefined,
    async () => {
      await phone.front.write(...[0, 100, 2_500].map((index) => interview(ids[index]!, { company: "After" })));
      await phone.front.sync();
      return undefined;
    },
  );
  const journal = await meet(server, account, laptop, phone);
  assert.equal(Object.values(journal).filter(({ company }) => company === "After").length, 3);
  assert.equal(Object.keys(journal).length, 3_000);
});

test("case 28: signed out in the middle of a batch: writing goes on, the marks stay, and signing in sends them", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server, { notes: "one" });
  const many = Array.from({ length: 600 }, () => interview(newId(), { company: "Many" }));
  await phone.front.write(...many);
  phone.network.next(async () => {
    return undefined;
  }, async () => {
    await server.tell({ do: "sign_out", account: account.id });
    return undefined;
  });
  const state = await phone.front.sync();
  assert.deepEqual([state?.kind, state?.why], ["look", "signed-out"]);
  await phone.front.write(interview(id, { notes: "one two" }));
  const unsent = await phone.front.store.unsentCount();
  assert.ok(unsent > 0 && unsent <= 101, `${unsent} unsent`);
  for (const device of [phone, laptop]) {
    device.network.cookie = (await server.tell<{ cookie: string }>({ do: "browser", account: account.id })).cookie;
  }
  const { cookie } = await server.tell<{ cookie: string }>({ do: "browser", account: account.id });
  const journal = await meet(server, { ...account, cookie }, phone, laptop);
  assert.equal(Object.keys(journal).length, 601);
});

test("case 28: when another person signs in, nothing of the first one's is sent as theirs", async () => {
  const { phone, id } = await aSharedInterview(server, { notes: "one" });
  const stranger = await server.account();
  await phone.front.write(interview(id, { notes: "one, and secret" }));
  phone.network.cookie = stranger.cookie;
  const state = await phone.front.sync();
  assert.deepEqual([state?.kind, state?.why, state?.unsent], ["look", "signed-out", 1]);
  const theirs = new Device(server, stranger);
  await theirs.front.sync();
  assert.deepEqual(await journalOf(theirs.front), {});
});

test("case 37: an account deleted while a device is away: it is told so, sends nothing, and everything is still there to take along", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server, { notes: "one" });
  await phone.front.write(interview(id, { notes: "one two" }), interview(newId(), { company: "Only here" }));
  await server.tell({ do: "delete_account", account: account.id });
  const state = await phone.front.sync();
  assert.deepEqual([state?.kind, state?.why, state?.unsent], ["look", "gone", 2]);
  assert.equal((await laptop.front.sync())?.why, "gone");
  const rows = await phone.front.store.everything();
  assert.deepEqual(rows.filter(({ unsent }) => unsent.length > 0).map(({ fields }) => fields["notes"] ?? fields["company"]).sort(), ["Only here", "one two"]);
});

test("case 30: a value the server refuses stays here, marked, and everything else gets through", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server, { notes: "one" });
  await phone.front.write(
    interview(id, { company: "too long ".repeat(200), role: "Engineer", notes: "one two" }),
    interview(newId(), { company: "Another" }),
  );
  const state = await phone.front.sync();
  assert.deepEqual([state?.kind, state?.why, state?.unsent], ["look", "refused", 1]);
  await laptop.front.sync();
  assert.equal((await laptop.front.store.get("interviews", id))?.notes, "one two");
  assert.equal((await laptop.front.store.get("interviews", id))?.role, "Engineer");
  await phone.front.write(interview(id, { company: "Short" }));
  assert.equal((await meet(server, account, phone, laptop))[`interviews/${id}`]!.company, "Short");
});

test("case 30: an op the server cannot read at all is laid aside, and the others get through", async () => {
  const { phone, laptop, id } = await aSharedInterview(server);
  const poisoned = newId();
  // NUL inside a structured value passes every check here; the server refuses the whole request for it.
  await phone.front.write(
    { collection: "decisions", id: poisoned, set: { options: [{ name: "a\0b" }] } } as never,
    interview(id, { role: "Engineer" }),
  );
  await phone.front.sync();
  const state = await phone.front.sync();
  assert.deepEqual([state?.why, state?.unsent], ["refused", 1]);
  await laptop.front.sync();
  assert.equal((await laptop.front.store.get("interviews", id))?.role, "Engineer");
});
