import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import fc from "fast-check";

import { cardsIn, type Fault } from "../../client/model/vcard/cards.ts";
import { decodeFile, logicalLines } from "../../client/model/vcard/lines.ts";
import { personOf, type CardPerson } from "../../client/model/vcard/person.ts";
import { partsOf, propertyOf } from "../../client/model/vcard/property.ts";
import { vcardOf } from "../../client/model/vcard/write.ts";

interface Read {
  readonly people: readonly CardPerson[];
  readonly faults: readonly Fault[];
}

function read(text: string): Read {
  const people: CardPerson[] = [];
  const faults: Fault[] = [];
  for (const found of cardsIn(text)) {
    if (found.kind === "fault") faults.push(found.fault);
    else {
      const person = personOf(found.card);
      if (person) people.push(person);
      else faults.push({ line: found.card.line, kind: "nobody" });
    }
  }
  return { people, faults };
}

const corpus = (name: string): string => decodeFile(readFileSync(new URL(`../corpus/vcards/${name}`, import.meta.url)));
const given = (text: string): CardPerson["given"][] => read(text).people.map((person) => person.given);
const card = (...lines: readonly string[]): string => ["BEGIN:VCARD", "VERSION:3.0", ...lines, "END:VCARD", ""].join("\r\n");

describe("a card as exported by", () => {
  test("a Mac or an iPhone: groups, labels, a folded photo", () => {
    assert.deepEqual(given(corpus("apple.vcf")), [
      {
        name: "Ines Duarte",
        role: "Lead, Asset Data",
        department: "Asset data",
        organisation: "Norrholm Power",
        email: "ines.duarte@norrholm.example",
        phone: "+46 70 555 01 12",
        link: "https://norrholm.example/people/ines",
        level: "lead",
        notes: "Met at the grid day; knows the outage numbers.\nTea, not coffee.",
      },
      { name: "Ostara Rail", organisation: "Ostara Rail", phone: "+44 20 7946 0011" },
    ]);
  });

  test("Google: departments in ORG, several addresses, item groups", () => {
    assert.deepEqual(given(corpus("google.vcf")), [
      {
        name: "Mikkel Holm",
        role: "Head of storage",
        department: "Storage",
        organisation: "Norrholm Power",
        email: "mikkel.holm@norrholm.example",
        phone: "+45 55 01 23 45",
        level: "manager",
      },
      { name: "Zoë Łukasiewicz-Ångström", email: "zoe@fenn.example" },
    ]);
  });

  test("Outlook: 2.1, quoted-printable in Windows-1252, base64 photo", () => {
    assert.deepEqual(given(corpus("outlook.vcf")), [
      {
        name: "Jörg Müller-Weiß",
        role: "Manager Netzplanung",
        department: "Planung",
        organisation: "Norrholm Power",
        email: "joerg.mueller@norrholm.example",
        phone: "+49 30 5550 1234",
        level: "manager",
        notes: "Zeile eins, sehr lang, damit sie gebrochen wird: äöü und noch etwas mehr Text\nZeile zwei",
      },
    ]);
  });

  test("an old Android: 2.1 in UTF-8 quoted-printable with soft breaks, N alone", () => {
    assert.deepEqual(given(corpus("android.vcf")), [
      { name: "Łucja Żółć", phone: "+48 600 555 012", organisation: "Spółka Energetyczna w Gdańsku" },
      { name: "Leila Brandt", phone: "0170 5550123", email: "leila@ostara.example" },
    ]);
  });

  test("a program of today: 4.0 with preferences, tel: addresses and quoted parameters", () => {
    assert.deepEqual(given(corpus("version-4.vcf")), [
      {
        name: "Priya Raman",
        role: "Director, Customer",
        department: "Customer",
        organisation: "Norrholm Power",
        email: "priya.raman@norrholm.example",
        phone: "+46-8-555-01-77",
        level: "director",
      },
    ]);
  });
});

describe("a broken file", () => {
  test("is reported by line, and the rest is kept", () => {
    const { people, faults } = read(corpus("broken.vcf"));
    assert.deepEqual(people.map(({ given: { name } }) => name), ["Tomas Reiter", "Ingrid Sohl", "Grace Tan"]);
    assert.deepEqual(faults, [
      { line: 1, kind: "no-end" },
      { line: 8, kind: "unreadable-line" },
      { line: 11, kind: "nobody" },
      { line: 15, kind: "no-end" },
    ]);
  });

  test("that is none has no cards", () => {
    for (const text of ["", "\r\n\r\n", "name,email\nInes,ines@x.example", "{}", "\u0000\u0001"]) assert.deepEqual(read(text), { people: [], faults: [] });
  });

  test("keeps an agent's card out of its owner's", () => {
    const text = ["BEGIN:VCARD", "VERSION:2.1", "N:Sohl;Ingrid", "AGENT:", "BEGIN:VCARD", "FN:An Agent", "EMAIL:agent@x.example", "END:VCARD", "TITLE:Director", "END:VCARD"].join("\n");
    assert.deepEqual(given(text), [{ name: "Ingrid Sohl", role: "Director", level: "director" }]);
  });
});

describe("line ends and encodings", () => {
  const text = card("FN:Mikkel Møller", "NOTE:a\\nb");
  for (const [name, end] of [["CRLF", "\r\n"], ["LF", "\n"], ["CR", "\r"]] as const) {
    test(name, () => assert.deepEqual(given(text.replaceAll("\r\n", end)), [{ name: "Mikkel Møller", notes: "a\nb" }]));
  }
  const utf16 = (big: boolean, mark: boolean): Uint8Array => {
    const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
    return Uint8Array.from((mark ? [0xfeff, ...units] : units).flatMap((unit) => (big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])));
  };
  const files: readonly [string, Uint8Array][] = [
    ["UTF-8", new TextEncoder().encode(text)],
    ["UTF-8 with a mark", new TextEncoder().encode(`\ufeff${text}`)],
    ["UTF-16, little end first", utf16(false, true)],
    ["UTF-16, big end first", utf16(true, true)],
    ["UTF-16 without a mark", utf16(false, false)],
    ["Windows-1252", Uint8Array.from(text, (sign) => sign.charCodeAt(0))],
  ];
  for (const [name, bytes] of files) {
    test(name, () => assert.deepEqual(given(decodeFile(bytes)), [{ name: "Mikkel Møller", notes: "a\nb" }]));
  }
});

describe("a line", () => {
  const lines = (text: string): [number, string][] => Array.from(logicalLines(text), ({ number, text: line }) => [number, line]);

  test("is put together where it was folded, and keeps the number it began at", () => {
    assert.deepEqual(lines("A:one\r\n  two\r\n\tthree\r\n\r\nB:four"), [[1, "A:one twothree"], [5, "B:four"]]);
  });

  test("in quoted-printable goes on after its =, but never over a card's end", () => {
    assert.deepEqual(lines("N;ENCODING=QUOTED-PRINTABLE:a=\nb=\nEND:VCARD"), [[1, "N;ENCODING=QUOTED-PRINTABLE:ab="], [3, "END:VCARD"]]);
  });

  test("of a picture costs no memory, folded or not", () => {
    assert.deepEqual(lines("PHOTO;ENCODING=b:AAAA\n BBBB\nCCCC\n\nFN:Ines"), [[5, "FN:Ines"]]);
  });

  test("says its group, name, kinds and value", () => {
    const { name, group, types, preference, value } = propertyOf('item1.email;type="work,pref";PREF=2;X-A="a:b;c":ines@x.example')!;
    assert.deepEqual([name, group, [...types], preference, value], ["EMAIL", "item1", ["WORK", "PREF"], 2, "ines@x.example"]);
  });

  test("that is no property is none", () => {
    for (const line of ["", "no colon", ":value", "a b:c", "=:"]) assert.equal(propertyOf(line), null);
  });

  test("splits structured values only where they are not escaped", () => {
    assert.deepEqual(partsOf("Power\\; Light;A\\,B;\\\\;"), ["Power; Light", "A,B", "\\", ""]);
  });
});

describe("of several", () => {
  const table: readonly [string, readonly string[], Partial<CardPerson["given"]>][] = [
    ["the preferred address", ["EMAIL;TYPE=HOME:a@x.example", "EMAIL;TYPE=HOME,PREF:b@x.example", "EMAIL;TYPE=WORK:c@x.example"], { email: "b@x.example" }],
    ["the one for work", ["EMAIL;TYPE=HOME:a@x.example", "EMAIL;TYPE=WORK:c@x.example"], { email: "c@x.example" }],
    ["the first", ["EMAIL:a@x.example", "EMAIL:b@x.example"], { email: "a@x.example" }],
    ["the lowest PREF of 4.0", ["EMAIL;PREF=2:a@x.example", "EMAIL;PREF=1:b@x.example"], { email: "b@x.example" }],
    ["a mobile", ["TEL;TYPE=WORK:1", "TEL;TYPE=CELL:2"], { phone: "2" }],
    ["any but a fax", ["TEL;TYPE=WORK,FAX,PREF:1", "TEL;TYPE=HOME:2"], { phone: "2" }],
    ["a fax rather than nothing", ["TEL;TYPE=FAX:1"], { phone: "1" }],
  ];
  for (const [what, lines, expected] of table) {
    test(what, () => assert.deepEqual(given(card("FN:Ines", ...lines)), [{ name: "Ines", ...expected }]));
  }

  test("ways to call somebody, the best there is", () => {
    assert.deepEqual(given(card("N:Duarte;Ines;Maria;Dr;PhD")), [{ name: "Ines Maria Duarte PhD" }]);
    assert.deepEqual(given(card("FN:", "N:;;;;", "ORG:Fenn & Lowe;;")), [{ name: "Fenn & Lowe", organisation: "Fenn & Lowe" }]);
    assert.deepEqual(given(card("EMAIL:ines@x.example")), [{ name: "ines@x.example", email: "ines@x.example" }]);
    assert.deepEqual(given(card("FN:  ")), []);
  });
});

const oneLine = fc.string({ unit: "grapheme", maxLength: 60 }).map((text) => text.replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]+/g, " ").trim());
const some = oneLine.filter((text) => text !== "");
const maybe = fc.option(some, { nil: null });

describe("writing", () => {
  test("and reading gives the same people, whatever is in their names", () => {
    const person = fc.record({
      id: fc.uuid(),
      name: some,
      role: maybe,
      department: maybe,
      organisation: maybe,
      link: maybe,
      how_met: maybe,
      level: fc.option(fc.constantFrom("peer", "lead", "manager", "director", "executive"), { nil: null }),
      relation: fc.option(fc.constantFrom("boss", "bosss_boss", "trusted", "referrer"), { nil: null }),
      cadence_weeks: fc.option(fc.integer({ min: 1, max: 52 }), { nil: null }),
      notes: fc.option(fc.array(some, { minLength: 1, maxLength: 4 }).map((lines) => lines.join("\n")), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(person, { maxLength: 4 }), (people) => {
        const back = read(vcardOf(people as Parameters<typeof vcardOf>[0]));
        assert.deepEqual(back.faults, []);
        assert.deepEqual(back.people.map(({ uid }) => uid), people.map(({ id }) => id));
        for (const [index, { id: _, ...facts }] of people.entries()) {
          const { level, ...others } = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));
          const { level: readLevel, ...read } = back.people[index]!.given;
          assert.deepEqual(read, others);
          if (level) assert.equal(readLevel, level);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("folds at 75 octets and cuts no character", () => {
    const text = vcardOf([{ id: "0193a1b2-0000-7000-8000-000000000001", name: "Ångström 🙂".repeat(15) }]);
    for (const line of text.split("\r\n")) assert.ok(new TextEncoder().encode(line).length <= 75, line);
    assert.ok(!text.includes("\ufffd"));
  });
});

describe("whatever a file holds", () => {
  test("it is read to its end without an error", () => {
    const piece = fc.oneof(
      fc.constantFrom("BEGIN:VCARD", "END:VCARD", "FN:Ines", "AGENT:", "PHOTO:", "N;ENCODING=QUOTED-PRINTABLE:=", " ", "=", "\r", "\n", "EMAIL;TYPE=\"", "NOTE;BASE64:!!"),
      fc.string({ unit: "binary", maxLength: 20 }),
    );
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => void read(pieces.join("\n"))), { numRuns: 120 });
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void read(decodeFile(bytes))), { numRuns: 120 });
  });

  test("50,000 odd characters cost little", () => {
    const long = 50_000;
    const nasty = [
      `FN:${" ".repeat(long)}x`,
      `${"quoted-printable".repeat(long / 16)}`,
      `N;ENCODING=QUOTED-PRINTABLE:${"=".repeat(long)}`,
      `N;ENCODING=QUOTED-PRINTABLE:${"=\n".repeat(long / 2)}`,
      `FN:${"\\".repeat(long)}`,
      `ORG:${";".repeat(long)}`,
      `EMAIL;${'"'.repeat(long)}:x`,
      `EMAIL${";TYPE=A,B".repeat(long / 9)}:x`,
      `TITLE:${"a ".repeat(long / 2)}director`,
      `${"a.".repeat(long / 2)}FN:x`,
      `N:${",".repeat(long)};${" ".repeat(long)}`,
      "BEGIN:VCARD\n".repeat(long / 12),
      "\r".repeat(long),
      `FN:x\n${" y\n".repeat(long / 3)}`,
    ];
    for (const line of nasty) {
      // The processor's time, not the wall's: other tests run beside this one.
      const began = process.cpuUsage();
      read(card(line));
      const took = process.cpuUsage(began).user / 1000;
      // Under 50 ms on a quiet machine; what this guards against takes seconds.
      assert.ok(took < 250, `${line.slice(0, 30)} took ${Math.round(took)} ms`);
    }
  });
});
