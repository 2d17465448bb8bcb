import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { Clock, formatStamp, isLater, isStamp, newNode, parseStamp, successor, tick } from "../../client/model/clock.ts";

interface Vectors {
  readonly valid: readonly { text: string; millis: number; counter: number; node: string }[];
  readonly invalid: readonly string[];
  readonly ascending: readonly string[];
  readonly successor: readonly { of: string; node: string; is: string }[];
  readonly no_successor: readonly string[];
  readonly tick: readonly { last: string | null; now_ms: number; node: string; is: string }[];
}

const vectors = JSON.parse(readFileSync(new URL("../vectors/stamp.json", import.meta.url), "utf8")) as Vectors;
const NODE = "00000000000000aa";

test("stamps read and format as the server's do", () => {
  for (const { text, ...reading } of vectors.valid) {
    assert.ok(isStamp(text), text);
    assert.deepEqual(parseStamp(text), reading);
    assert.equal(formatStamp(reading), text);
  }
  for (const text of vectors.invalid) assert.ok(!isStamp(text), text);
});

test("the order of stamps is the order of their text, and nothing is before everything", () => {
  const sorted = [...vectors.ascending].sort();
  assert.deepEqual(sorted, vectors.ascending);
  assert.ok(isLater(vectors.ascending[0]!, null));
  assert.ok(!isLater(null, null));
});

test("successors and ticks are the server's", () => {
  for (const { of, node, is } of vectors.successor) assert.equal(successor(of, node), is);
  for (const of of vectors.no_successor) assert.throws(() => successor(of, NODE), RangeError);
  for (const { last, now_ms, node, is } of vectors.tick) assert.equal(tick(last, now_ms, node), is);
});

test("stamps of one tab only ascend, whatever its clock does", () => {
  const jumps = fc.array(fc.integer({ min: -4e12, max: 4e12 }), { minLength: 2, maxLength: 50 });
  fc.assert(
    fc.property(jumps, (readings) => {
      let now = 0;
      const clock = new Clock({ now: () => now });
      const stamps = readings.map((reading) => ((now = reading), clock.stamp()));
      assert.ok(stamps.every(isStamp));
      assert.deepEqual([...stamps].sort(), stamps);
      assert.equal(new Set(stamps).size, stamps.length);
    }),
  );
});

test("a stamp is above what it replaces, and a field from the future does not carry the others along", () => {
  const clock = new Clock({ now: () => 1_000 });
  const future = formatStamp({ millis: 4_102_444_800_000, counter: 7, node: NODE });
  assert.ok(isLater(clock.stamp(future, null), future));
  assert.equal(parseStamp(clock.stamp()).millis, 1_000);
});

test("the offset is the server's time at the middle of the round trip, and noise is no offset", () => {
  const clock = new Clock({ now: () => 10_000 });
  clock.measure({ sentAt: 10_000, receivedAt: 10_400, serverMs: 3_610_200 });
  assert.equal(clock.offsetMs, 3_600_000);
  clock.measure({ sentAt: 10_000, receivedAt: 10_400, serverMs: 10_900 });
  assert.equal(clock.offsetMs, 0);
});

test("brought down, the clock goes on from the server's time", () => {
  let now = 4_102_444_800_000;
  const clock = new Clock({ now: () => now });
  clock.stamp();
  now = 1_000_000;
  clock.lower();
  assert.equal(parseStamp(clock.stamp()).millis, 1_000_000);
});

test("every tab has a node of its own", () => {
  assert.match(newNode(), /^[0-9a-f]{16}$/);
  assert.notEqual(newNode(), newNode());
});
