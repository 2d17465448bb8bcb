// The map of influence: who is known, by department and level, and the one gap that matters most. Pure.

import type { People } from "./schema.ts";
import type { Contact } from "./people/contacts.ts";
import { placeKey } from "./people/duplicates.ts";
import { levels, rankOf, type Level } from "./people/levels.ts";
import { holderOf } from "./people/relations.ts";

export type MapPerson = Pick<
  People,
  "name" | "level" | "department" | "organisation" | "relation" | "how_met"
> & { readonly id: string };

/** Where the person stands themselves, as far as it is known. */
export interface Own {
  readonly department: string | null;
  readonly organisation: string | null;
  readonly level: Level | null;
}

export interface Column {
  readonly name: string;
  readonly kind: "own" | "inside" | "outside";
}

export interface Cell<P> {
  readonly people: readonly P[];
  /** `gap`: above the boss, outside the department, and nobody known there. */
  readonly kind: "own" | "gap" | "plain";
}

export interface MapRow<P> {
  readonly level: Level;
  /** One a column. */
  readonly cells: readonly Cell<P>[];
}

/** The one thing that is missing most; null: nothing that this map can show. */
export type Gap =
  | { readonly kind: "nobody" }
  | { readonly kind: "own-department" }
  | { readonly kind: "above" }
  | { readonly kind: "outside" }
  | { readonly kind: "department"; readonly column: number };

export interface InfluenceMap<P> {
  readonly columns: readonly Column[];
  /** Executives first. */
  readonly rows: readonly MapRow<P>[];
  /** Levels that are above the boss. */
  readonly above: readonly Level[];
  readonly bossName: string | null;
  readonly knownCount: number;
  /** People without a level, or inside without a department: they have no place on the map yet. */
  readonly unplaced: readonly P[];
  readonly gap: Gap | null;
}

const outsideName = "Outside";

export function influenceMap<P extends MapPerson>(
  people: readonly P[],
  own: Own,
  last: ReadonlyMap<string, Contact>,
): InfluenceMap<P> {
  const boss = holderOf(people, "boss");
  const above = levelsAbove(boss?.level ?? null, own.level);
  const placing = new Placing<P>(own);
  const unplaced = people.filter((person) => !placing.place(person));
  const columns = placing.columns();
  const isMet = (person: P) => isKnown(person, last);
  const rows = levels.toReversed().map((level): MapRow<P> => {
    const isAbove = above.includes(level);
    const cells = columns.map(({ kind }, column): Cell<P> => {
      const here = placing.at(column, level);
      if (kind === "own") return { people: here, kind: "own" };
      const isGap = kind === "inside" && isAbove && !here.some(isMet);
      return { people: metFirst(here, isMet), kind: isGap ? "gap" : "plain" };
    });
    return { level, cells };
  });
  const map = { columns, rows, above, bossName: boss?.name ?? null, unplaced };
  // In one's own line everybody is known; elsewhere whoever is noted is, save those higher up one has yet to meet.
  const strangers = rows.flatMap(({ level, cells }) =>
    cells.flatMap((cell, column) => (isYetToMeet(map, level, column) ? cell.people.filter((person) => !isMet(person)) : [])),
  );
  const knownCount = people.length - strangers.length;
  return { ...map, knownCount, gap: gapIn(map, people.length, own, isMet) };
}

/** Where somebody who is only noted does not count as known: higher up and elsewhere. */
export function isYetToMeet(map: Pick<InfluenceMap<unknown>, "columns" | "above">, level: Level, column: number): boolean {
  const { kind } = map.columns[column]!;
  return kind === "inside" && map.above.includes(level);
}

/** There was a word, or a story of how one met, or they are somebody's boss: they know who the person is. */
export function isKnown(person: MapPerson, last: ReadonlyMap<string, Contact>): boolean {
  return last.has(person.id) || person.relation !== null || Boolean(person.how_met);
}

/**
 * The boss's own level, else one above the person's, else a manager's. Above an executive is nobody: then other
 * executives are whom one does not meet by oneself.
 */
function levelsAbove(boss: Level | null, own: Level | null): Level[] {
  const guess = own === null ? rankOf("manager") : Math.min(rankOf(own) + 1, rankOf("executive"));
  const rank = boss === null ? guess : rankOf(boss);
  return rank >= rankOf("executive") ? ["executive"] : levels.filter((level) => rankOf(level) > rank);
}

function metFirst<P>(people: readonly P[], isMet: (person: P) => boolean): readonly P[] {
  return [...people.filter(isMet), ...people.filter((person) => !isMet(person))];
}

type Shape<P> = Pick<InfluenceMap<P>, "columns" | "rows" | "above">;

/** The first of these that holds: each is worth more than the next, and one at a time is enough. */
function gapIn<P>({ columns, rows, above }: Shape<P>, count: number, own: Own, isMet: (person: P) => boolean): Gap | null {
  if (count === 0) return { kind: "nobody" };
  if (own.department === null) return { kind: "own-department" };
  const inside = columns.flatMap(({ kind }, index) => (kind === "inside" ? [index] : []));
  const higher = rows.filter(({ level }) => above.includes(level));
  const isMetAbove = (column: number) => higher.some(({ cells }) => cells[column]!.people.some(isMet));
  if (!inside.some(isMetAbove)) return { kind: "above" };
  const outside = columns.findIndex(({ kind }) => kind === "outside");
  if (!rows.some(({ cells }) => cells[outside]!.people.length > 0)) return { kind: "outside" };
  const column = inside.find((index) => !isMetAbove(index));
  return column === undefined ? null : { kind: "department", column };
}

/** Puts people into columns. One's own comes first, the others by how many are known there, Outside last. */
class Placing<P extends MapPerson> {
  readonly #ownKey: string;
  readonly #company: string;
  readonly #byDepartment = new Map<string, { readonly name: string; readonly people: P[] }>();
  readonly #outside: P[] = [];
  #placed: ReadonlyMap<Level, P[]>[] = [];

  constructor(own: Own) {
    this.#ownKey = departmentKey(own.department);
    this.#company = placeKey(own.organisation);
    if (own.department !== null) this.#byDepartment.set(this.#ownKey, { name: own.department, people: [] });
  }

  /** False: there is no place for them yet. */
  place(person: P): boolean {
    if (person.level === null) return false;
    const department = departmentKey(person.department);
    if (this.#isOutside(person)) this.#outside.push(person);
    else if (department === "") return false;
    else {
      const there = this.#byDepartment.get(department) ?? { name: person.department!.trim(), people: [] };
      there.people.push(person);
      this.#byDepartment.set(department, there);
    }
    return true;
  }

  columns(): Column[] {
    const others = [...this.#byDepartment].filter(([key]) => key !== this.#ownKey);
    others.sort(([, a], [, b]) => b.people.length - a.people.length || (a.name < b.name ? -1 : 1));
    const own = this.#byDepartment.get(this.#ownKey);
    const groups = [...(own ? [own] : []), ...others.map(([, group]) => group)];
    this.#placed = [...groups.map(({ people }) => byLevel(people)), byLevel(this.#outside)];
    return [
      ...groups.map((group): Column => ({ name: group.name, kind: group === own ? "own" : "inside" })),
      { name: outsideName, kind: "outside" },
    ];
  }

  at(column: number, level: Level): readonly P[] {
    return this.#placed[column]?.get(level) ?? [];
  }

  /** Another company's; where one's own is not known, whoever has a company and no department. */
  #isOutside({ organisation, department }: MapPerson): boolean {
    const company = placeKey(organisation);
    if (company === "") return false;
    return this.#company === "" ? !department : company !== this.#company;
  }
}

function byLevel<P extends MapPerson>(people: readonly P[]): ReadonlyMap<Level, P[]> {
  const groups = new Map<Level, P[]>();
  for (const person of people) {
    const group = groups.get(person.level!);
    if (group) group.push(person);
    else groups.set(person.level!, [person]);
  }
  return groups;
}

export function departmentKey(department: string | null): string {
  return (department ?? "").trim().replace(/\s+/g, " ").toLocaleLowerCase();
}

/**
 * The person's own place: what they said of themselves, else the boss's. A company is also known from an interview
 * inside it.
 */
export function ownPlace(
  said: Own | null,
  people: readonly MapPerson[],
  insideCompany: string | null,
): Own {
  const boss = holderOf(people, "boss");
  return {
    department: said?.department ?? boss?.department ?? null,
    organisation: said?.organisation ?? boss?.organisation ?? insideCompany,
    level: said?.level ?? null,
  };
}

/** The headline: what is missing, as a sentence; never a reproach. */
export function gapSentence(map: Pick<InfluenceMap<unknown>, "gap" | "columns" | "above">): string {
  const { gap, columns, above } = map;
  const higher = above.length === 1 && above[0] === "executive" ? "No executive" : "Nobody above your boss";
  switch (gap?.kind) {
    case "nobody":
      return "Whom do you know?";
    case "own-department":
      return "Which department is yours?";
    case "above":
      return `${higher} outside your department.`;
    case "outside":
      return "Nobody outside your company.";
    case "department":
      return `${higher} in ${columns[gap.column]!.name}.`;
    case undefined:
      return "Somebody to turn to wherever you look.";
  }
}
