import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { mergeTexts, moveCaret, uniteTexts } from "../../client/model/text-merge.ts";

function wordsOf(text: string | null): string[] {
  return (text ?? "").split(/\s+/).filter((word) => word !== "");
}

test("edits apart are both there, each once", () => {
  assert.equal(mergeTexts("one two three four", "one 2 three four", "one two three 4"), "one 2 three 4");
  assert.equal(mergeTexts("a\nb\nc\n", "a\nb1\nc\n", "a\nb\nc1\n"), "a\nb1\nc1\n");
});

test("neighbouring words changed by different people are two edits", () => {
  assert.equal(mergeTexts("one two three four", "one 2 three four", "one two 3 four"), "one 2 3 four");
});

test("of an overlap both sides are kept", () => {
  assert.equal(mergeTexts("meet Anna today", "meet Berta today", "meet Carla today"), "meet Carla Berta today");
});

test("words never grow together", () => {
  assert.equal(mergeTexts("foo", "foo bar", "foo baz"), "foo baz bar");
  assert.equal(mergeTexts("", "bar", "baz"), "baz bar");
  assert.equal(mergeTexts("a\nb", "a\nb\nc", "a\nb\nd"), "a\nb\nd\nc");
});

test("the same edit on both sides counts once", () => {
  assert.equal(mergeTexts("one", "one two", "one two"), "one two");
  assert.equal(mergeTexts("one", "one two three", "one two four"), "one two four three");
  assert.equal(mergeTexts(null, "hello there", "hello you"), "hello you there");
});

test("a deletion gives way to an edit of the same place", () => {
  assert.equal(mergeTexts("call Anna at nine", "", "call Anna at ten"), "call Anna at ten");
  assert.equal(mergeTexts("keep\ndrop me\nkeep\n", "keep\nkeep\n", "keep\ndrop me, not\nkeep\n"), "keep\ndrop me, not\nkeep\n");
});

test("a deletion stands where the other side changed something else", () => {
  assert.equal(mergeTexts("one two three four five", "one four five", "one two three four 5"), "one four 5");
});

test("nothing is null's own: null meets text as an empty text does", () => {
  assert.equal(mergeTexts("one", null, "one"), null);
  assert.equal(mergeTexts(null, null, "one"), "one");
  assert.equal(mergeTexts("one", null, "one two"), "one two");
});

test("line ends are nobody's edit unless somebody made it", () => {
  assert.equal(mergeTexts("a\r\nb\r\nc", "a\r\nB\r\nc", "a\r\nb\r\nc\r\nd"), "a\r\nB\r\nc\r\nd");
  assert.equal(mergeTexts("a\r\nb", "a\nb x", "a\r\nb\r\nc"), "a\nb\r\nc x");
});

test("emoji stay whole", () => {
  assert.equal(mergeTexts("👍 ok", "👍🏽 ok", "👍 ok 👩‍👩‍👧"), "👍🏽 ok 👩‍👩‍👧");
});

const word = fc.constantFrom(...["the", "cat", "sat", "on", "a", "mat", "👍", "ünï", "x"]);
const text = fc.array(fc.tuple(word, fc.constantFrom(" ", " ", " ", "\n", "\r\n")), { maxLength: 25 }).map((pieces) => pieces.flat().join(""));

/** An edit as a person makes one: some words go, some new ones come. */
function edited(base: string, name: string): fc.Arbitrary<{ text: string; added: string[] }> {
  const pieces = base.match(/\S+\s*/g) ?? [];
  return fc.array(fc.tuple(fc.nat(pieces.length), fc.boolean()), { maxLength: 4 }).map((places) => {
    const kept: (string | null)[] = [...pieces];
    const added: string[] = [];
    places.forEach(([at, isDeletion], index) => {
      if (isDeletion && kept[at]) {
        kept[at] = null;
      } else if (!isDeletion) {
        const fresh = `${name}${index}`;
        added.push(fresh);
        kept[at] = `${fresh} ${kept[at] ?? ""}`;
      }
    });
    const words = kept.filter((piece) => piece !== null).join("");
    return { text: words, added: added.filter((one) => wordsOf(words).includes(one)) };
  });
}

const meetings = text.chain((base) => fc.tuple(fc.constant(base), edited(base, "mine"), edited(base, "theirs")));

test("every word either side added is there exactly once", () => {
  fc.assert(
    fc.property(meetings, ([base, mine, theirs]) => {
      const merged = wordsOf(mergeTexts(base, mine.text, theirs.text));
      for (const added of [...mine.added, ...theirs.added]) {
        assert.equal(merged.filter((one) => one === added).length, 1, `${added} in ${JSON.stringify(merged)}`);
      }
    }),
    { numRuns: 2_000 },
  );
});

test("no word is there more often than in any of the three texts, and none that nobody deleted is missing", () => {
  fc.assert(
    fc.property(meetings, ([base, mine, theirs]) => {
      const merged = wordsOf(mergeTexts(base, mine.text, theirs.text));
      const count = (words: readonly string[], one: string) => words.filter((other) => other === one).length;
      for (const one of new Set(wordsOf(base))) {
        const [were, byMe, byThem] = [base, mine.text, theirs.text].map((text) => count(wordsOf(text), one)) as [number, number, number];
        const now = count(merged, one);
        assert.ok(now <= were, `${one} doubled in ${JSON.stringify(merged)}`);
        assert.ok(now >= were - (were - byMe) - (were - byThem), `${one} lost in ${JSON.stringify(merged)}`);
      }
    }),
    { numRuns: 2_000 },
  );
});

test("one side's edit alone is that side's text, to the letter", () => {
  fc.assert(
    fc.property(meetings, ([base, mine]) => {
      assert.equal(mergeTexts(base, mine.text, base), mine.text);
      assert.equal(mergeTexts(base, base, mine.text), mine.text);
      assert.equal(mergeTexts(base, mine.text, mine.text), mine.text);
    }),
  );
});

test("half a surrogate pair is never made", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (base, mine, theirs) => {
      assert.ok(mergeTexts(base, mine, theirs)!.isWellFormed());
      assert.ok(uniteTexts(mine, theirs)!.isWellFormed());
    }),
  );
});

test("united texts have what both share once, and all the rest", () => {
  fc.assert(
    fc.property(meetings, ([, mine, theirs]) => {
      const united = wordsOf(uniteTexts(mine.text, theirs.text));
      for (const side of [mine.text, theirs.text]) {
        for (const one of wordsOf(side)) assert.ok(united.includes(one));
      }
    }),
  );
  assert.equal(uniteTexts("one two three", "one two three"), "one two three");
  assert.equal(uniteTexts("one two three", "one three four"), "one two three four");
});

test("100 KB merge in a moment, as lines, as one line, and as one word a hundred thousand times", () => {
  const lines = Array.from({ length: 2_000 }, (_, line) => `line ${line} with some words of its own ${line * 7_919}`);
  const texts = [lines.join("\n"), lines.join(" "), "again ".repeat(17_000)];
  for (const base of texts) {
    const middle = Math.floor(base.length / 2);
    const mine = `mine ${base} end`;
    const theirs = `${base.slice(0, middle)} theirs ${base.slice(middle)}`;
    const began = process.cpuUsage();
    const merged = mergeTexts(base, mine, theirs)!;
    // Twenty times what it takes on an idle machine: this only tells linear from quadratic.
    assert.ok(process.cpuUsage(began).user < 5_000_000);
    for (const added of ["mine", "end", "theirs"]) assert.ok(merged.includes(added));
  }
});

test("a caret stays beside its words when the text changes around it", () => {
  const caret = (before: string, after: string) => {
    const offset = before.indexOf("|");
    const moved = moveCaret(before.replace("|", ""), after.replace("|", ""), offset);
    assert.equal(`${after.replace("|", "").slice(0, moved)}|${after.replace("|", "").slice(moved)}`, after);
  };
  caret("one two|", "zero one two|");
  caret("one| two", "one| two three");
  caret("one two|", "one two| three");
  caret("alpha beta| gamma", "first alpha beta| gamma last");
  caret("|one", "|one two");
  caret("one two th|ree four", "zero one two th|ree four five");
});
