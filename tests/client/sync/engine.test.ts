// When the engine asks, on a clock of the test's own and a server that only counts.

import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { test } from "node:test";
import { newId } from "../../../client/model/id.ts";
import { LocalStore } from "../../../client/store/store.ts";
import { Engine } from "../../../client/sync/engine.ts";
import type { Answer, Failure, Refused, Reply, SyncRequest } from "../../../client/sync/protocol.ts";
import type { SyncState } from "../../../client/sync/state.ts";
import type { PageEvent, StreamEvents, Surroundings } from "../../../client/sync/surroundings.ts";

let engines = 0;

/** A page with its engine: time passes by `pass`, and requests are noted with the second they came. */
async function aPage() {
  engines += 1;
  const page = {
    now: 1_795_425_000_000,
    timers: new Map<object, { at: number; run: () => void }>(),
    asked: [] as { second: number; ops: number; isLeaving: boolean }[],
    failures: [] as Failure[],
    refused: [] as Refused[],
    restart: async () => undefined as void,
    heard: (_: PageEvent) => undefined as void,
    stream: null as StreamEvents | null,
    streamUrl: "",
    isVisible: true,
    isOnline: true,
    state: null as SyncState | null,
    store: new LocalStore(`engine-test-${engines}`),
    write: async () => {
      await page.store.write([{ collection: "wins", id: newId(), set: { title: "x" } }]);
      await settle();
    },
    /** Time passes, and everything due in it happens in its order. */
    pass: async (seconds: number) => {
      const until = page.now + seconds * 1_000;
      for (;;) {
        const [due] = [...page.timers].filter(([, { at }]) => at <= until).sort(([, one], [, other]) => one.at - other.at);
        if (!due) break;
        page.now = Math.max(page.now, due[1].at);
        page.timers.delete(due[0]);
        due[1].run();
        await settle();
      }
      page.now = until;
    },
    seconds: () => page.asked.map(({ second }) => second),
  };
  const began = page.now;
  const around: Surroundings = {
    now: () => page.now,
    random: () => 1,
    setTimeout: (run, millis) => {
      const timer = {};
      page.timers.set(timer, { at: page.now + millis, run });
      return timer;
    },
    clearTimeout: (timer) => void page.timers.delete(timer as object),
    isOnline: () => page.isOnline,
    isVisible: () => page.isVisible,
    listen: (listener) => {
      page.heard = listener;
      return () => undefined;
    },
    ifFree: (_lock, work) => work(),
    whenFree: (_lock, _signal, work) => work(),
    sendLater: () => undefined,
    openStream: (url, events) => {
      [page.stream, page.streamUrl] = [events, url];
      return () => (page.stream = null);
    },
  };
  let seq = 7;
  const answer = async (request: SyncRequest, { isLeaving }: { isLeaving: boolean }): Promise<Reply<Answer>> => {
    page.asked.push({ second: (page.now - began) / 1_000, ops: request.ops.length, isLeaving });
    const failure = page.failures.shift();
    if (failure) return failure;
    seq = Math.max(seq, request.cursor);
    const refused = page.refused.splice(0);
    const changes = request.ops.slice(refused.length).map(({ collection, id, set, stamp }) => ({
      collection,
      id,
      seq: (seq += 1),
      fields: set,
      stamps: Object.fromEntries(Object.keys(set).map((name) => [name, stamp])),
    }));
    const body = { epoch: "e", cursor: seq, seq, more: false, server_time_ms: page.now, oldest_cursor: 0, refused, restamped: [], changes };
    return { kind: "answer", answer: body, sentAt: page.now, receivedAt: page.now };
  };
  const transport = { sync: answer, digest: async () => ({ kind: "busy", retryAfterMs: null }) as const, stop: () => undefined };
  let engine: Engine | null = null;
  page.restart = async () => {
    engine?.stop();
    page.timers.clear();
    engine = new Engine({ store: page.store, transport, around, onState: (state) => (page.state = state) });
    await engine.start();
    await settle();
  };
  await page.restart();
  return page;
}

/** Lets everything that needs no timer of the page's happen. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

test("it asks at the start and every half minute in the foreground", async () => {
  const page = await aPage();
  await page.pass(65);
  assert.deepEqual(page.seconds(), [0, 30, 60]);
  assert.equal(page.state?.kind, "saved");
});

test("a write goes a second after the last one, and never waits longer than five", async () => {
  const page = await aPage();
  await page.write();
  assert.deepEqual([page.state?.kind, page.state?.unsent], ["unsent", 1]);
  await page.pass(0.5);
  await page.write();
  await page.pass(3);
  assert.deepEqual(page.seconds(), [0, 1.5]);
  for (let count = 0; count < 20; count += 1) {
    await page.write();
    await page.pass(0.5);
  }
  assert.ok(page.seconds()[2]! - 3.5 <= 5, `${page.seconds()[2]}`);
});

test("nothing is called saved from the moment its change can be seen, not even until it is counted", async () => {
  const page = await aPage();
  assert.equal(page.state?.kind, "saved");
  const whenSeen: (string | undefined)[] = [];
  page.store.subscribe(() => whenSeen.push(page.state?.kind));
  await page.write();
  assert.deepEqual(whenSeen, ["unsent"]);
});

test("hidden, it sends what is left at once, in a request that outlives the page, and then rests", async () => {
  const page = await aPage();
  await page.write();
  page.isVisible = false;
  page.heard("hidden");
  await settle();
  assert.deepEqual(page.asked.at(-1), { second: 0, ops: 1, isLeaving: true });
  assert.equal(page.stream, null);
  await page.pass(600);
  assert.equal(page.asked.length, 2);
});

test("it asks on focus, when the network returns, and when the server pokes", async () => {
  const page = await aPage();
  for (const wake of [() => page.heard("shown"), () => page.heard("online"), () => page.stream?.message()]) {
    const before = page.asked.length;
    wake();
    await settle();
    assert.equal(page.asked.length, before + 1);
  }
});

test("a poke that comes while what is unsent is still being counted is heard", async () => {
  const page = await aPage();
  const { store } = page;
  const count = store.unsentCount.bind(store);
  page.heard("shown");
  store.unsentCount = () => {
    store.unsentCount = count;
    page.stream?.message();
    return count();
  };
  await settle();
  assert.deepEqual(page.seconds(), [0, 0, 0]);
});

test("it listens from where the first answer ended: what that brought is no news", async () => {
  const page = await aPage();
  assert.match(page.streamUrl, /cursor=7$/);
});

test("it listens also when the first attempt failed: a server that is back is heard by its stream", async () => {
  const page = await aPage();
  page.isVisible = false;
  page.heard("hidden");
  await settle();
  assert.equal(page.stream, null);
  page.isVisible = true;
  page.failures = [{ kind: "unreachable", why: "network" }];
  page.heard("shown");
  await settle();
  assert.notEqual(page.stream, null);
});

test("a stream that broke is opened anew when the network returns, whatever patience it had left", async () => {
  const page = await aPage();
  for (let failure = 0; failure < 4; failure += 1) {
    page.stream?.failed();
    await settle();
    await page.pass(failure < 3 ? 60 : 1);
  }
  assert.equal(page.stream, null);
  page.heard("online");
  await settle();
  assert.notEqual(page.stream, null);
});

test("without an answer it tries again, ever more patiently, and says offline", async () => {
  const page = await aPage();
  page.failures = Array.from({ length: 20 }, () => ({ kind: "unreachable", why: "network" }) as const);
  page.heard("online");
  await settle();
  assert.equal(page.state?.kind, "offline");
  await page.pass(120);
  assert.deepEqual(page.seconds().slice(1), [0, 1, 3, 7, 15, 31, 61, 91]);
  await page.write();
  assert.equal(page.seconds().length, 9, "a write does not hurry what is down");
});

test("Retry-After is kept, whoever asks", async () => {
  const page = await aPage();
  page.failures = [{ kind: "busy", retryAfterMs: 60_000 }];
  page.heard("shown");
  await settle();
  page.heard("shown");
  page.stream?.message();
  await page.pass(59);
  assert.deepEqual(page.seconds(), [0, 0]);
  await page.pass(2);
  assert.deepEqual(page.seconds(), [0, 0, 60]);
});

test("told that the account is gone, it says so and asks no more by itself", async () => {
  const page = await aPage();
  page.failures = [{ kind: "gone" }];
  page.heard("shown");
  await settle();
  assert.deepEqual([page.state?.kind, page.state?.why], ["look", "gone"]);
  assert.equal(page.stream, null);
  const asked = page.asked.length;
  await page.write();
  await page.pass(600);
  assert.equal(page.asked.length, asked);
});

test("signed out, it says so and stops listening; back in front it looks again", async () => {
  const page = await aPage();
  page.failures = [{ kind: "signed-out" }];
  page.heard("shown");
  await settle();
  assert.deepEqual([page.state?.kind, page.state?.why], ["look", "signed-out"]);
  assert.equal(page.stream, null);
  await page.write();
  await page.pass(300);
  assert.equal(page.asked.length, 2);
  page.heard("shown");
  await settle();
  assert.deepEqual([page.state?.kind, page.state?.unsent], ["saved", 0]);
});

test("a client that is too old says so, and keeps what it has", async () => {
  const page = await aPage();
  page.failures = [{ kind: "too-old" }];
  await page.write();
  await page.pass(2);
  assert.deepEqual([page.state?.why, page.state?.unsent], ["too-old", 1]);
});

test("what the server refused for a passing reason is sent again after the next start", async () => {
  const page = await aPage();
  await page.write();
  const refused = { op: 0, field: null, code: "quota", message: "" };
  page.refused = [refused];
  await page.pass(2);
  assert.deepEqual([page.state?.kind, page.state?.why, page.state?.unsent], ["look", "refused", 1]);
  page.heard("shown");
  await settle();
  assert.equal(page.asked.at(-1)?.ops, 0);
  await page.restart();
  assert.deepEqual([page.asked.at(-1)?.ops, page.state?.kind], [1, "saved"]);
});
