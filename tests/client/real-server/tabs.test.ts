// Cases 7, 10, 11 and the pokes of docs/sync.md: tabs that die, share a device, and hear of each other.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { newId } from "../../../client/model/id.ts";
import { LocalStore } from "../../../client/store/store.ts";
import { sendInBackground } from "../../../client/sync/background.ts";
import { Engine } from "../../../client/sync/engine.ts";
import type { StreamEvents, Surroundings } from "../../../client/sync/surroundings.ts";
import { createTransport } from "../../../client/sync/transport.ts";
import { Device } from "./device.ts";
import { RealServer, type Account } from "./server.ts";
import { aPair, aSharedInterview, countWord, interview, meet } from "./story.ts";

let server: RealServer;
before(async () => {
  server = await RealServer.start({ workers: 2 });
});
after(() => server.stop());

for (const how of ["before commit", "after commit"] as const) {
  for (let nth = 1; nth <= 5; nth += 1) {
    test(`case 7: a tab killed ${how} of its transaction ${nth} while syncing loses and doubles nothing`, async () => {
      const { account, phone, laptop, id } = await aSharedInterview(server, { notes: "one" });
      const tab = phone.front;
      await laptop.front.write(interview(id, { notes: "zero one", stage: "screen" }));
      await laptop.front.sync();
      await tab.write(interview(id, { notes: "one two", role: "Engineer" }));
      const death = tab.database.dieIn(nth, how);
      const isOver = tab.sync().then(() => "synced");
      await Promise.race([death, isOver]);
      tab.kill();
      await phone.tab().write(interview(id, { company: "Acme Ltd" }));
      const journal = await meet(server, account, phone, laptop);
      assert.deepEqual(journal[`interviews/${id}`], { company: "Acme Ltd", notes: "zero one two", role: "Engineer", stage: "screen" });
    });
  }
}

test("case 7: a write that was not reported as stored is either whole or not there", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server, { notes: "one" });
  for (const how of ["before commit", "after commit"] as const) {
    const tab = phone.front;
    const death = tab.database.dieIn(1, how);
    void tab.write(interview(id, { notes: `one ${how}`, role: how }));
    await death;
    tab.kill();
    const journal = await meet(server, account, phone, laptop);
    const { notes, role } = journal[`interviews/${id}`]!;
    assert.deepEqual([notes, role], how === "after commit" ? ["one after commit", how] : ["one", undefined]);
  }
});

test("case 10: while another process writes to SQLite, a sync waits and gets through", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server, { notes: "one" });
  await phone.front.write(interview(id, { notes: "one two" }));
  await server.tell({ do: "hold", seconds: 1 });
  assert.equal((await meet(server, account, phone, laptop))[`interviews/${id}`]!.notes, "one two");
});

test("case 11: two tabs of a device sync one after the other, never together", async () => {
  const { account, phone, laptop } = await aPair(server);
  const [left, right] = [phone.tab(), phone.tab()];
  let [atOnce, most] = [0, 0];
  const watched = async () => {
    atOnce += 1;
    most = Math.max(most, atOnce);
    await new Promise((resolve) => setTimeout(resolve, 20));
    atOnce -= 1;
    return undefined;
  };
  phone.network.next(watched, watched, watched, watched);
  await Promise.all([left.write(interview(newId(), { company: "Left" })), right.write(interview(newId(), { company: "Right" }))]);
  await Promise.all([left.sync(), right.sync(), left.sync()]);
  assert.equal(most, 1);
  assert.equal(Object.keys(await meet(server, account, phone, laptop)).length, 2);
});

test("case 11: what one tab writes or pulls, the other tab shows", async () => {
  const { phone, laptop, id } = await aSharedInterview(server, { company: "Acme" });
  const [left, right] = [phone.front, phone.tab()];
  const heard: string[] = [];
  right.store.subscribe((collections, by) => heard.push(`${[...collections].join()} ${by}`));
  await left.write(interview(id, { role: "Engineer" }));
  await laptop.front.write(interview(id, { stage: "screen" }));
  await laptop.front.sync();
  await left.sync();
  assert.deepEqual(heard, ["interviews person", "interviews server"]);
  assert.equal((await right.store.get("interviews", id))?.stage, "screen");
});

test("a change on one open device appears on the other within two seconds, without a tap", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server, { company: "Acme" });
  const screen = openEngine(laptop, account);
  await screen.start();
  await new Promise((resolve) => setTimeout(resolve, 300));
  const appeared = new Promise<number>((resolve) => {
    laptop.front.store.subscribe(async () => {
      if ((await laptop.front.store.get("interviews", id))?.role === "Engineer") resolve(performance.now());
    });
  });
  await phone.front.write(interview(id, { role: "Engineer" }));
  const began = performance.now();
  await phone.front.sync();
  const took = (await appeared) - began;
  screen.stop();
  assert.ok(took < 2_000, `${took} ms`);
});

test("with no page open, the service worker sends what was left, for the account whose it is", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server, { notes: "one" });
  await phone.front.write(interview(id, { notes: "one two" }));
  phone.front.kill();
  const atHome = globalThis.fetch;
  const [stored, unrelated] = [`rebound-${account.id}`, "rebound-local"];
  const store = new LocalStore(stored);
  await store.write([interview(id, { role: "Engineer" }), interview(newId(), { company: "Made offline" })]);
  await new LocalStore(unrelated).write([interview(newId(), { company: "No account's" })]);
  globalThis.fetch = phone.network.fetch;
  try {
    phone.network.next("down");
    await assert.rejects(sendInBackground(), /still only on this device/);
    await sendInBackground();
  } finally {
    globalThis.fetch = atHome;
  }
  assert.equal(await store.unsentCount(), 0);
  const journal = await meet(server, account, phone, laptop);
  assert.deepEqual(journal[`interviews/${id}`], { notes: "one two", role: "Engineer" });
  assert.equal(Object.keys(journal).length, 2);
});

test("a server that comes back is noticed by its stream, and what waited is sent", async () => {
  const { account, phone, laptop, id } = await aSharedInterview(server, { notes: "one" });
  const screen = openEngine(phone, account);
  await screen.start();
  await server.tell({ do: "kill" });
  await phone.front.write(interview(id, { notes: "one two" }));
  await screen.sync();
  await server.tell({ do: "start" });
  for (let tries = 0; tries < 60 && (await phone.front.store.unsentCount()) > 0; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  screen.stop();
  assert.equal(await phone.front.store.unsentCount(), 0);
  assert.equal(countWord((await meet(server, account, phone, laptop))[`interviews/${id}`]!.notes, "two"), 1);
});

/** An engine with real timers and a real event stream, as a page in the foreground has. */
function openEngine(device: Device, account: Account): Engine {
  const around: Surroundings = {
    now: () => Date.now(),
    random: () => Math.random(),
    setTimeout: (run, millis) => setTimeout(run, millis),
    clearTimeout: (timer) => clearTimeout(timer as never),
    isOnline: () => true,
    isVisible: () => true,
    listen: () => () => undefined,
    ifFree: (_lock, work) => work(),
    whenFree: (_lock, _signal, work) => work(),
    sendLater: () => undefined,
    openStream: (url, heard) => openStream(server.url + url, account.cookie, heard),
  };
  const transport = createTransport({ account: account.id, fetch: device.network.fetch });
  return new Engine({ store: device.front.store, transport, around, onState: () => undefined });
}

/** EventSource, as far as the engine needs it. */
function openStream(url: string, cookie: string, { opened, message, failed }: StreamEvents): () => void {
  const closed = new AbortController();
  void (async () => {
    const response = await fetch(url, { headers: { Cookie: cookie, Accept: "text/event-stream" }, signal: closed.signal });
    if (!response.ok) throw new Error(String(response.status));
    opened();
    const decoder = new TextDecoder();
    for await (const chunk of response.body!) {
      if (/^data:/m.test(decoder.decode(chunk))) message();
    }
    throw new Error("ended");
  })().catch(() => {
    if (!closed.signal.aborted) failed();
  });
  return () => closed.abort();
}
