import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { dayMs } from "../../client/model/days.ts";
import { cadenceTyped, duePeople, weightOf } from "../../client/model/people/cadence.ts";
import { contactsIn, lastByPerson, type Contact } from "../../client/model/people/contacts.ts";
import { duplicatesIn, namesakeId, nameKey, placeKey, toldApart } from "../../client/model/people/duplicates.ts";
import { planImport } from "../../client/model/people/import-plan.ts";
import { levelOfTitle } from "../../client/model/people/levels.ts";
import { currentIds } from "../../client/model/people/merge.ts";
import { inUse, personIn } from "../../client/model/people/quick-add.ts";
import { displacedBy, holderOf } from "../../client/model/people/relations.ts";
import { schema, type People } from "../../client/model/schema.ts";
import type { Entry } from "../../client/store/store.ts";

const nobody = Object.fromEntries(Object.keys(schema.people).map((field) => [field, null])) as unknown as People;
const person = (id: string, facts: Partial<People> = {}): Entry<"people"> => ({ ...nobody, name: id, ...facts, id });

describe("one line becomes a person:", () => {
  const known = { departments: ["Asset data", "Customer"], organisations: ["Norrholm Power"] };
  const table: readonly [string, Partial<People> | null][] = [
    ["Ines Duarte", { name: "Ines Duarte" }],
    ["Ines Duarte, Asset data", { name: "Ines Duarte", department: "Asset data" }],
    [" Ines   Duarte ,asset DATA ", { name: "Ines Duarte", department: "Asset data" }],
    ["Ines Duarte, Lead, Asset data", { name: "Ines Duarte", level: "lead", department: "Asset data" }],
    ["Ines Duarte, Asset data, lead", { name: "Ines Duarte", level: "lead", department: "Asset data" }],
    ["Priya Raman, Director of Customer, Customer", { name: "Priya Raman", role: "Director of Customer", level: "director", department: "Customer" }],
    ["Mikkel Holm, Storage, Head of storage", { name: "Mikkel Holm", department: "Storage", role: "Head of storage", level: "manager" }],
    ["Ines Duarte, Norrholm Power", { name: "Ines Duarte", organisation: "Norrholm Power" }],
    ["Ines Duarte, Grid, Fenn & Lowe", { name: "Ines Duarte", department: "Grid", organisation: "Fenn & Lowe" }],
    ["Leila Brandt (Ostara Rail)", { name: "Leila Brandt", organisation: "Ostara Rail" }],
    ["Leila Brandt at Ostara Rail, Manager", { name: "Leila Brandt", organisation: "Ostara Rail", level: "manager" }],
    ["Ines Duarte <ines@norrholm.example>", { name: "Ines Duarte", email: "ines@norrholm.example" }],
    ["Ines, ines@norrholm.example, +46 70 555 01 12", { name: "Ines", email: "ines@norrholm.example", phone: "+46 70 555 01 12" }],
    ["Ines @ home", { name: "Ines", organisation: "home" }],
    ["", null],
    [" , Asset data", null],
  ];
  for (const [line, expected] of table) test(JSON.stringify(line), () => assert.deepEqual(personIn(line, known), expected));

  test("a line of 50,000 characters is no trouble", () => {
    for (const line of ["a".repeat(50_000), ",".repeat(50_000), "> ".repeat(25_000), "(".repeat(50_000), "1 ".repeat(25_000)]) {
      const began = process.cpuUsage();
      personIn(line, known);
      assert.ok(process.cpuUsage(began).user < 250_000);
    }
  });

  test("departments in use come by how often", () => {
    const people = [person("a", { department: "Grid" }), person("b", { department: "Storage" }), person("c", { department: "grid" })];
    assert.deepEqual(inUse(people, "department"), ["Grid", "Storage"]);
  });
});

describe("a title gives the level away where it plainly says it:", () => {
  const table: readonly [string, string | null][] = [
    ["Head of capacity", "manager"],
    ["Asset Manager", "manager"],
    ["Director, Customer", "director"],
    ["Sales & Marketing Director", "director"],
    ["Managing Director", "executive"],
    ["CEO", "executive"],
    ["VP Engineering", "executive"],
    ["Team lead", "lead"],
    ["Assistant to the director", null],
    ["Engineer", null],
    ["Leadership coach", null],
    ["", null],
  ];
  for (const [title, level] of table) test(title || "nothing", () => assert.equal(levelOfTitle(title), level));
});

describe("who is due", () => {
  const now = Date.parse("2026-11-23T10:00:00Z");
  const daysAgo = (days: number): Contact => ({ person: "", at: new Date(now - days * dayMs).toISOString(), by: "coffee", give: null });
  const due = (rows: readonly [Entry<"people">, number | null][]): string[] => {
    const last = new Map(rows.flatMap(([{ id }, days]) => (days === null ? [] : [[id, daysAgo(days)] as const])));
    return duePeople(rows.map(([one]) => one), last, now, "Europe/Berlin").map((one) => one.person.id);
  };
  const at = (id: string, cadence_weeks: number | null, facts: Partial<People> = {}) => person(id, { cadence_weeks, ...facts });

  const table: readonly [string, readonly [Entry<"people">, number | null][], readonly string[]][] = [
    ["nobody without a cadence", [[at("a", null), 900]], []],
    ["on the day, not before", [[at("a", 4), 28], [at("b", 4), 27]], ["a"]],
    ["somebody never spoken with, at once", [[at("a", 12), null]], ["a"]],
    ["the later in their own measure first", [[at("twelve", 12), 98], [at("two", 2), 28]], ["two", "twelve"]],
    ["on one day the higher first", [[at("peer", 4, { level: "peer" }), 28], [at("director", 4, { level: "director" }), 28]], ["director", "peer"]],
    ["a peer missed twice before a director on their day", [[at("director", 4, { level: "director" }), 28], [at("peer", 4, { level: "peer" }), 84]], ["peer", "director"]],
    ["a trusted one a level up", [[at("lead", 4, { level: "lead" }), 28], [at("friend", 4, { level: "lead", relation: "trusted" }), 28]], ["friend", "lead"]],
    ["years do not count for ever", [[at("forgotten", 2), 2000], [at("executive", 2, { level: "executive" }), 56]], ["executive", "forgotten"]],
    ["equal ones by who was not seen longest", [[at("a", 4), null], [at("b", 4), 28]], ["a", "b"]],
  ];
  for (const [fact, rows, expected] of table) test(fact, () => assert.deepEqual(due(rows), expected));

  test("counts days of the calendar, also where the clocks change", () => {
    // Two weeks over the end of summer time, logged in the evening: due on the day, in the morning.
    const last = new Map([["a", { ...daysAgo(0), at: "2026-10-18T20:00:00Z" }]]);
    const morning = Date.parse("2026-11-01T05:00:00Z");
    assert.equal(duePeople([at("a", 2)], last, morning, "Europe/Berlin").length, 1);
    assert.equal(duePeople([at("a", 2)], last, morning - 12 * 3_600_000, "Europe/Berlin").length, 0);
  });

  test("weighs every level a quarter more, and who stands by the person another", () => {
    assert.deepEqual([null, "peer", "lead", "executive"].map((level) => weightOf({ level, relation: null } as Entry<"people">)), [1, 1, 1.25, 2]);
    assert.equal(weightOf({ level: "director", relation: "boss" }), 2);
  });

  for (const [typed, weeks] of [["3", 3], [" 6 weeks ", 6], ["52", 52], ["53", null], ["0", null], ["often", null], ["", null]] as const) {
    test(`${JSON.stringify(typed)} weeks`, () => assert.equal(cadenceTyped(typed), weeks));
  }
});

describe("the last word with somebody", () => {
  const now = Date.parse("2026-11-23T10:00:00Z");
  const rows = {
    touches: [
      { id: "t1", person: "ines", at: "2026-10-19T10:00:00Z", channel: "coffee", what: null, give: "You lent her a sheet", trashed_at: null },
      { id: "t2", person: "ines", at: "2026-12-19T10:00:00Z", channel: "call", what: null, give: null, trashed_at: null },
    ],
    attendances: [{ id: "a1", interview: "i1", round: null, person: "ruth", detail: null, trashed_at: null }],
    interviews: [{ id: "i1", held_at: "2026-11-19T14:00:00Z" }],
    messages: [{ id: "m1", sent_at: "2026-11-03T08:00:00Z", channel: "mail", to: [{ id: "ingrid", name: "Ingrid Sohl" }, { name: "Somebody" }] }],
  } as unknown as Parameters<typeof contactsIn>[0];

  test("is a touch, an interview or a letter, and never one to come", () => {
    const last = lastByPerson(contactsIn(rows, now));
    assert.deepEqual([...last].map(([id, { by, give }]) => [id, by, give]), [
      ["ines", "coffee", "You lent her a sheet"],
      ["ruth", "interview", null],
      ["ingrid", "mail", null],
    ]);
  });
});

describe("duplicates", () => {
  const groups = (...people: Entry<"people">[]): string[][] => duplicatesIn(people).map((group) => group.map(({ id }) => id));
  const of = (id: string, name: string, organisation: string | null = null, email: string | null = null) => person(id, { name, organisation, email });

  test("share an address, or a name in a company", () => {
    assert.deepEqual(groups(of("a", "Ines", null, "Ines@x.example"), of("b", "I. Duarte", null, "ines@X.example ")), [["a", "b"]]);
    assert.deepEqual(groups(of("a", "Inês Duarte", "Norrholm Power AB"), of("b", "duarte, ines", "norrholm power")), [["a", "b"]]);
    assert.deepEqual(groups(of("a", "Ines Duarte", "Norrholm"), of("b", "Ines Duarte", "Ostara")), []);
  });

  test("without a company belong to the only one of that name", () => {
    assert.deepEqual(groups(of("a", "Ines Duarte"), of("b", "Ines Duarte", "Norrholm")), [["a", "b"]]);
    assert.deepEqual(groups(of("a", "Ines Duarte"), of("b", "Ines Duarte", "Norrholm"), of("c", "Ines Duarte", "Ostara")), []);
  });

  test("hang together over several rows", () => {
    assert.deepEqual(groups(of("a", "Ines", null, "i@x.example"), of("b", "Ines D", null, "i@x.example"), of("c", "Ines D")), [["a", "b", "c"]]);
  });

  test("are told apart by the pair, whichever is named first", () => {
    const [ines, jonas] = ["01932b1e-5c00-7abc-8def-000000000001", "01932b1e-5c00-7abc-8def-000000000002"];
    assert.equal(namesakeId(ines, jonas), namesakeId(jonas, ines));
    const areTwo = toldApart([{ one: jonas, other: ines }, { one: null, other: null }]);
    assert.deepEqual([areTwo(ines, jonas), areTwo(jonas, ines), areTwo(ines, ines)], [true, true, false]);
  });

  test("are not people without names", () => assert.deepEqual(groups(person("a", { name: null }), person("b", { name: null })), []));

  for (const [name, key] of [["Dr. Łucja Żółć", "lucja zolc"], ["Müller-Weiß", "muller weiss"], ["  ", ""], ["李明", "李明"]] as const) {
    test(`${JSON.stringify(name)} is ${JSON.stringify(key)}`, () => assert.equal(nameKey(name), key));
  }
  test("a company's form is not its name", () => {
    assert.equal(placeKey("Fenn & Lowe Ltd."), placeKey("Fenn Lowe"));
    assert.equal(placeKey("AS"), "as");
  });
});

describe("one has one boss", () => {
  const people = [person("a", { relation: "boss" }), person("b", { relation: "trusted" }), person("c", { relation: "trusted" })];

  test("and the next one takes the place", () => {
    assert.deepEqual(displacedBy(people, "b", "boss").map(({ id }) => id), ["a"]);
    assert.deepEqual(displacedBy(people, "a", "boss"), []);
    assert.deepEqual(displacedBy(people, "a", "trusted"), []);
    assert.deepEqual(displacedBy(people, "a", null), []);
  });

  test("also where two devices named two", () => {
    const two = [person("b", { relation: "boss" }), person("a", { relation: "boss" })];
    assert.equal(holderOf(two, "boss")?.id, "a");
    assert.equal(holderOf(two, "referrer"), null);
  });
});

describe("who somebody is now", () => {
  const now = (...pairs: [string, string][]) => Object.fromEntries(currentIds(new Map(pairs)));

  test("is found through every merge", () => {
    assert.deepEqual(now(["a", "b"], ["b", "c"]), { a: "c", b: "c" });
  });

  test("is the same on every device that merged them into each other", () => {
    assert.deepEqual(now(["b", "a"], ["a", "b"]), { b: "a", a: "a" });
    assert.deepEqual(now(["d", "b"], ["b", "c"], ["c", "b"]), { d: "b", b: "b", c: "b" });
  });
});

describe("an import", () => {
  const card = (given: Partial<People> & { name: string }, uid: string | null = null) => ({ line: 1, uid, given });

  test("adds who is new, fills in what is missing, and leaves what is there", () => {
    const here = person("0193a1b2-0000-7000-8000-000000000001", { name: "Ines Duarte", role: "Lead", notes: "Tea." });
    const { entries, repeated } = planImport(
      [
        card({ name: "Mikkel Holm" }),
        card({ name: "ines duarte", role: "Director", phone: "1", notes: "Coffee." }),
        card({ name: "Mikkel Holm", email: "m@x.example" }),
        card({ name: "mikkel", email: "M@x.example" }),
      ],
      [here],
    );
    assert.equal(repeated, 2);
    assert.deepEqual(entries.map(({ given, match, fills }) => [given, match?.id ?? null, fills]), [
      [{ name: "Mikkel Holm", email: "m@x.example" }, null, {}],
      [{ name: "ines duarte", role: "Director", phone: "1", notes: "Coffee." }, here.id, { phone: "1", notes: "Tea.\n\nCoffee." }],
    ]);
  });

  test("of one's own file knows everybody by their id", () => {
    const here = person("0193a1b2-0000-7000-8000-000000000001", { name: "Ines Duarte-Berg" });
    const { entries } = planImport([card({ name: "Ines Duarte" }, here.id)], [here]);
    assert.equal(entries[0]!.match, here);
  });

  test("does not take two people of one name for one", () => {
    const people = [person("a", { name: "Ines Duarte", organisation: "Norrholm" }), person("b", { name: "Ines Duarte", organisation: "Ostara" })];
    assert.deepEqual(planImport([card({ name: "Ines Duarte" })], people).entries[0]!.match, null);
    assert.equal(planImport([card({ name: "Ines Duarte", organisation: "Ostara" })], people).entries[0]!.match?.id, "b");
  });
});
