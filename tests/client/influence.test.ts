import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { gapSentence, influenceMap, ownPlace, type InfluenceMap, type MapPerson, type Own } from "../../client/model/influence.ts";
import { giftFor, nextPeople } from "../../client/model/influence-next.ts";
import type { Contact } from "../../client/model/people/contacts.ts";

/** "IS director Network-planning boss's boss": initials, level, department ("@Company" for outside), relation. */
function cast(...lines: readonly string[]): MapPerson[] {
  return lines.map((line) => {
    const [id = "", level = "", place = "", relation = ""] = line.split(" ");
    const outside = place.startsWith("@");
    return {
      id,
      name: id,
      level: (level === "-" ? null : level) as MapPerson["level"],
      department: outside || place === "-" ? null : place,
      organisation: outside ? place.slice(1) : null,
      relation: (relation || null) as MapPerson["relation"],
      how_met: null,
    };
  });
}

const own: Own = { department: "Network", organisation: "Norrholm", level: null };
const spokenWith = (...ids: readonly string[]): ReadonlyMap<string, Contact> =>
  new Map(ids.map((id, index) => [id, { person: id, at: `2026-11-${String(10 + index)}T10:00:00Z`, by: "coffee", give: null }]));

/** The people of the mock: Nadia's, without Priya Raman's answer. */
const nadia = cast(
  "IS director Network bosss_boss", "TR manager Network boss", "AK lead Network", "FB peer Network", "NO peer Network",
  "ID lead Asset", "KM peer Asset", "PR director Customer", "GT peer Customer", "MH manager Storage", "JW peer Storage",
  "RA director @Ostara", "LB manager @Ostara", "SO lead @Fenn",
);

/** Rows as text: "director: IS | . | PR | . | RA", with the kind of empty cells. */
function drawn(map: InfluenceMap<MapPerson>): string[] {
  return map.rows.map(({ level, cells }) => {
    const words = cells.map(({ people, kind }) => `${people.map(({ id }) => id).join("+")}${kind === "gap" ? "?" : ""}` || ".");
    return `${level}: ${words.join(" | ")}`;
  });
}

describe("the map", () => {
  test("is department by level, one's own first and Outside last", () => {
    const map = influenceMap(nadia, own, spokenWith());
    assert.deepEqual(map.columns.map(({ name }) => name), ["Network", "Asset", "Customer", "Storage", "Outside"]);
    assert.deepEqual(drawn(map), [
      "executive: . | ? | ? | ? | .",
      "director: IS | ? | PR? | ? | RA",
      "manager: TR | . | . | MH | LB",
      "lead: AK | ID | . | . | SO",
      "peer: FB+NO | KM | GT | JW | .",
    ]);
    assert.equal(map.knownCount, 13);
    assert.equal(gapSentence(map), "Nobody above your boss outside your department.");
  });

  const table: readonly [string, readonly string[], Own, readonly string[], string][] = [
    ["nobody", [], own, [], "Whom do you know?"],
    ["no department of one's own", ["A peer Asset"], { ...own, department: null }, [], "Which department is yours?"],
    ["somebody noted but never met is no bridge", ["B manager Network boss", "P director Customer"], own, [], "Nobody above your boss outside your department."],
    ["a word closes the gap; then the world outside", ["B manager Network boss", "P director Customer"], own, ["P"], "Nobody outside your company."],
    ["then the next department", ["B manager Network boss", "P director Customer", "J peer Storage", "R peer @Ostara"], own, ["P"], "Nobody above your boss in Storage."],
    ["then nothing", ["B manager Network boss", "P director Customer", "R peer @Ostara"], own, ["P"], "Somebody to turn to wherever you look."],
    ["a boss who is a director", ["B director Network boss", "P director Customer"], own, ["P"], "No executive outside your department."],
    ["a boss at the top", ["B executive Network boss", "P director Customer"], own, ["P"], "No executive outside your department."],
    ["without a boss, a manager's is meant", ["M manager Asset"], own, ["M"], "Nobody above your boss outside your department."],
    ["without a boss, one above one's own level", ["D director Asset", "R peer @Ostara"], { ...own, level: "peer" }, ["D"], "Somebody to turn to wherever you look."],
  ];
  for (const [fact, people, place, met, sentence] of table) {
    test(fact, () => assert.equal(gapSentence(influenceMap(cast(...people), place, spokenWith(...met))), sentence));
  }

  test("leaves out who has no level or no department, and counts them", () => {
    const map = influenceMap(cast("A - Asset", "B lead -", "C peer Asset", "D lead @Ostara"), own, spokenWith());
    assert.deepEqual(map.unplaced.map(({ id }) => id), ["A", "B"]);
  });

  test("takes two spellings of a department for one", () => {
    const people = cast("A peer Asset", "B peer asset", "C peer NETWORK");
    assert.deepEqual(influenceMap(people, own, spokenWith()).columns.map(({ name }) => name), ["Network", "Asset", "Outside"]);
  });

  test("keeps colleagues who have the company written on their card inside", () => {
    const [colleague] = cast("A peer Asset");
    const map = influenceMap([{ ...colleague!, organisation: "Norrholm AB" }], own, spokenWith());
    assert.deepEqual(drawn(map)[4], "peer: . | A | .");
  });

  test("of 5,000 people is drawn quickly", () => {
    const levels = ["peer", "lead", "manager", "director", "executive"];
    const people = cast(...Array.from({ length: 5_000 }, (_, index) => `P${index} ${levels[index % 5]} D${index % 40}`));
    const began = process.cpuUsage();
    const map = influenceMap(people, own, spokenWith());
    nextPeople(map, spokenWith());
    assert.ok(process.cpuUsage(began).user < 500_000);
    assert.equal(map.columns.length, 42);
  });
});

describe("one's own place", () => {
  const boss = { ...cast("B manager Network boss")[0]!, organisation: "Norrholm" };
  test("is what one said, else the boss's", () => {
    assert.deepEqual(ownPlace(null, [boss], null), { department: "Network", organisation: "Norrholm", level: null });
    assert.deepEqual(ownPlace({ department: "Grid", organisation: null, level: "lead" }, [boss], "X"), { department: "Grid", organisation: "Norrholm", level: "lead" });
    assert.deepEqual(ownPlace(null, [], "Norrholm"), { department: null, organisation: "Norrholm", level: null });
  });
});

describe("one next person", () => {
  const next = (people: readonly MapPerson[], ...met: readonly string[]): string[] => {
    const last = spokenWith(...met);
    const map = influenceMap(people, own, last);
    return nextPeople(map, last).map(({ person, introducer, level, column }) =>
      `${person?.id ?? "?"} ${level} ${map.columns[column]!.name} via ${introducer?.id ?? "nobody"}`);
  };

  test("is who is noted above the boss and was never spoken with, through whoever is there", () => {
    assert.deepEqual(next(nadia), ["PR director Customer via GT", "? director Asset via ID", "? director Storage via MH"]);
  });

  const table: readonly [string, readonly string[], readonly string[], readonly string[]][] = [
    ["a director before an executive", ["E executive Customer", "D director Asset", "B manager Network boss"], [], ["D director Asset via nobody", "E executive Customer via nobody"]],
    ["with an introduction before without", ["D director Asset", "E executive Customer", "G peer Customer"], [], ["E executive Customer via G", "D director Asset via nobody"]],
    ["through who was spoken with last", ["P director Customer", "G peer Customer", "H peer Customer"], ["G", "H"], ["P director Customer via H"]],
    ["through somebody trusted before", ["P director Customer", "G peer Customer trusted", "H peer Customer"], ["H"], ["P director Customer via G"]],
    ["outside, through the strongest there is", ["B manager Network boss", "P director Customer"], ["P"], ["? director Outside via P"]],
    ["nobody where nobody is known", ["B manager Network boss"], [], []],
  ];
  for (const [fact, people, met, expected] of table) test(fact, () => assert.deepEqual(next(cast(...people), ...met), expected));
});

describe("something to give", () => {
  const win = (id: string, facts: Partial<Parameters<typeof giftFor>[0][number]>) => ({
    id, title: id, happened_on: null, effect: null, who_benefited: null, proof_where: null, may_leave: null, ...facts,
  });
  const table: readonly [string, Parameters<typeof giftFor>[0], string | null][] = [
    ["nothing where nothing is", [], null],
    ["what is about their place", [win("a", { proof_where: "wiki" }), win("b", { who_benefited: "the Customer team" })], "b"],
    ["what can be shown", [win("a", { happened_on: "2026-11-01" }), win("b", { proof_where: "wiki" })], "b"],
    ["the latest", [win("a", { happened_on: "2026-10-01" }), win("b", { happened_on: "2026-11-01" })], "b"],
    ["nothing that had to be asked for", [win("a", { may_leave: "ask_first" })], null],
  ];
  for (const [fact, wins, expected] of table) test(fact, () => assert.equal(giftFor(wins, "Customer")?.win ?? null, expected));
});
