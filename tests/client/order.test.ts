import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { newId, successorId } from "../../client/model/id.ts";
import { byPosition, place, positionAtEnd, spread, type Placed } from "../../client/model/order.ts";
import { schema } from "../../client/model/schema.ts";

const longest = schema.items.position.max!;

/** Rows after some of them were given new positions, in their order. */
function applied(rows: readonly Placed[], placements: readonly Placed[]): Placed[] {
  const byId = new Map([...rows, ...placements].map((row) => [row.id, row]));
  return [...byId.values()].sort(byPosition);
}

const names = (rows: readonly Placed[]): string => rows.map(({ id }) => id).join("");
const list = (letters: string): Placed[] => spread([...letters]) as Placed[];

describe("a place in a list", () => {
  const moves: readonly [name: string, id: string, above: string | null, below: string | null, order: string][] = [
    ["between two lines", "d", "a", "b", "adbc"],
    ["at the top", "d", null, "a", "dabc"],
    ["at the end", "a", "d", null, "bcda"],
    ["where it was", "b", "a", "c", "abcd"],
    ["below the line above, though another has slipped in", "d", "a", "c", "adbc"],
    ["above the line below, when the one above is gone", "d", "x", "b", "adbc"],
    ["at the end, when both are gone", "a", "x", "y", "bcda"],
    ["at the end of nothing known", "a", null, null, "bcda"],
  ];
  for (const [name, id, above, below, order] of moves) {
    test(name, () => {
      const rows = list("abcd");
      assert.equal(names(applied(rows, place(rows, id, above, below))), order);
    });
  }

  test("costs one write", () => {
    const rows = list("abcd");
    assert.equal(place(rows, "d", "a", "b").length, 1);
    assert.equal(place(rows, "e", "d", null).length, 1);
  });

  test("in an empty list is found too", () => {
    assert.equal(place([], "a", null, null).length, 1);
    assert.ok(positionAtEnd([]));
  });

  const unreadable: readonly [name: string, position: string | null][] = [
    ["missing", null],
    ["empty", ""],
    ["somebody's words", "first, please"],
    ["cut short", "c0"],
    ["ending in a zero", "a00"],
    ["the very smallest", `A${"0".repeat(26)}`],
  ];
  for (const [name, position] of unreadable) {
    test(`beside a position that is ${name} spreads the list anew`, () => {
      const rows: Placed[] = [...list("ab"), { id: "c", position }].sort(byPosition);
      const before = names(rows);
      const last = rows.at(-1)!.id;
      const after = applied(rows, place(rows, "d", rows[0]!.id, rows[1]!.id));
      assert.equal(names(after), before[0] + "d" + before.slice(1), last);
      const atEnd = applied(after, place(after, "e", after.at(-1)!.id, null));
      assert.equal(names(atEnd), names(after) + "e");
    });
  }

  test("between two equal positions spreads the list anew", () => {
    const rows: Placed[] = [{ id: "a", position: "a0" }, { id: "b", position: "a0" }, { id: "c", position: "a1" }];
    assert.equal(names(applied(rows, place(rows, "d", "a", "b"))), "adbc");
  });

  test("is where it was asked for, in any list, after any moves", () => {
    const anyMoves = fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 60 });
    fc.assert(
      fc.property(anyMoves, (moves) => {
        let order = [..."abcdefgh"];
        let rows = list("abcdefgh");
        for (const [from, to] of moves) {
          const [id] = order.splice(from % order.length, 1) as [string];
          const index = to % (order.length + 1);
          const placements = place(rows, id, order[index - 1] ?? null, order[index] ?? null);
          order = order.toSpliced(index, 0, id);
          rows = applied(rows, placements);
          assert.equal(names(rows), order.join(""));
        }
      }),
    );
  });

  test("holds ten thousand lines put into one gap, each in a key that fits its field", () => {
    let rows = list("az");
    let spreads = 0;
    // Only the gap's surroundings are kept: the keys grow the same, and the test stays quick.
    for (let index = 0; index < 10_000; index += 1) {
      const placements = place(rows, `m${index}`, "a", rows[1]!.id);
      if (placements.length > 1) spreads += 1;
      rows = applied(rows, placements).slice(0, 4);
      assert.equal(rows[1]!.id, `m${index}`);
      assert.ok(rows.every(({ position }) => position!.length <= longest));
    }
    assert.ok(spreads > 0 && spreads < 1000, `${spreads} spreads`);
  });

  test("at the end stays short for ten thousand lines", () => {
    let last: Placed[] = [];
    for (let index = 0; index < 10_000; index += 1) last = [{ id: "a", position: positionAtEnd(last) }];
    assert.ok(last[0]!.position!.length < 12, last[0]!.position!);
  });

  test("taken by two devices in the same gap is rarely the same", () => {
    const rows = list("ab");
    const keys = new Set(Array.from({ length: 100 }, () => place(rows, "c", "a", "b")[0]!.position));
    assert.ok(keys.size > 80, `${keys.size} of 100 differ`);
    const ends = new Set(Array.from({ length: 100 }, () => positionAtEnd(rows)));
    assert.ok(ends.size > 80, `${ends.size} of 100 differ`);
  });
});

describe("an id", () => {
  const form = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

  test("is a lower-case UUID of version 7", () => {
    for (let made = 0; made < 100; made += 1) assert.match(newId(), form);
  });

  test("begins with its time, so that later ones sort later", () => {
    const [early, late] = [newId(Date.parse("2026-11-23T09:00:00Z")), newId(Date.parse("2026-11-23T09:00:00.001Z"))];
    assert.ok(early < late);
    assert.equal(parseInt(early.replaceAll("-", "").slice(0, 12), 16), Date.parse("2026-11-23T09:00:00Z"));
  });

  test("of the same millisecond sorts after the one before it", () => {
    const made = Array.from({ length: 1000 }, () => newId(7));
    assert.deepEqual(made, made.toSorted());
  });

  test("is never made twice", () => {
    assert.equal(new Set(Array.from({ length: 5000 }, () => newId(0))).size, 5000);
  });

  test("has one successor, the same everywhere, and again an id", () => {
    const id = newId();
    assert.equal(successorId(id), successorId(id));
    assert.notEqual(successorId(id), id);
    assert.match(successorId(id), form);
    assert.equal(successorId("0198aaaa-bbbb-7ccc-8ddd-00000000ffff"), "0198aaaa-bbbb-7ccc-8ddd-000000010000");
    assert.equal(successorId("0198aaaa-bbbb-7ccc-8ddd-ffffffffffff"), "0198aaaa-bbbb-7ccc-8ddd-000000000000");
  });
});
