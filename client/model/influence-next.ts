// One next step for the gap on the map: one person to meet, whoever can introduce them, and something to bring. Pure.

import type { Wins } from "./schema.ts";
import { isKnown, isYetToMeet, type InfluenceMap, type MapPerson } from "./influence.ts";
import { msOf } from "./days.ts";
import type { Contact } from "./people/contacts.ts";
import { rankOf, type Level } from "./people/levels.ts";

export interface NextPerson<P> {
  /** Null: nobody there has a name yet; then `introducer` may know one. */
  readonly person: P | null;
  readonly level: Level;
  readonly column: number;
  /** Somebody known in the same place. Null: one writes to the person directly. */
  readonly introducer: P | null;
}

/** Who could be next, the likeliest first; each of them once. "Somebody else" walks through them. */
export function nextPeople<P extends MapPerson>(map: InfluenceMap<P>, last: ReadonlyMap<string, Contact>): NextPerson<P>[] {
  const columns = columnsOf(map);
  const named = columns.flatMap((column) => namedIn(map, column, last));
  // The first with somebody to introduce them, and the nearest level: a director is sooner met than an executive.
  named.sort((a, b) => Number(b.introducer !== null) - Number(a.introducer !== null) || rankOf(a.level) - rankOf(b.level));
  const met = new Set(named.map(({ column }) => column));
  const unnamed = columns.flatMap((column) => (met.has(column) ? [] : unnamedIn(map, column, last)));
  return [...named, ...unnamed];
}

/** Where the gap is. */
function columnsOf({ columns, gap }: InfluenceMap<unknown>): number[] {
  if (gap?.kind === "department") return [gap.column];
  const wanted = gap?.kind === "above" ? "inside" : gap?.kind === "outside" ? "outside" : null;
  return columns.flatMap(({ kind }, index) => (kind === wanted ? [index] : []));
}

/** People who are noted there, and were never spoken with. */
function namedIn<P extends MapPerson>(
  map: InfluenceMap<P>,
  column: number,
  last: ReadonlyMap<string, Contact>,
): NextPerson<P>[] {
  return map.rows.flatMap(({ level, cells }) => {
    if (!isYetToMeet(map, level, column)) return [];
    const strangers = cells[column]!.people.filter((person) => !isKnown(person, last));
    return strangers.map((person) => ({ person, level, column, introducer: introducerIn(map, column, last, person.id) }));
  });
}

/** Nobody has a name there; whoever is known in the place may know one. */
function unnamedIn<P extends MapPerson>(
  map: InfluenceMap<P>,
  column: number,
  last: ReadonlyMap<string, Contact>,
): NextPerson<P>[] {
  const level = map.above.reduce((low, one) => (rankOf(one) < rankOf(low) ? one : low));
  const introducer = map.columns[column]!.kind === "outside" ? strongestOf(everybody(map), last) : introducerIn(map, column, last, null);
  return introducer ? [{ person: null, level, column, introducer }] : [];
}

function introducerIn<P extends MapPerson>(
  map: InfluenceMap<P>,
  column: number,
  last: ReadonlyMap<string, Contact>,
  except: string | null,
): P | null {
  const there = map.rows.flatMap(({ level, cells }) => {
    const people = cells[column]!.people;
    return isYetToMeet(map, level, column) ? people.filter((person) => isKnown(person, last)) : people;
  });
  return strongestOf(there.filter(({ id }) => id !== except), last);
}

function everybody<P>(map: InfluenceMap<P>): P[] {
  return map.rows.flatMap(({ cells }) => cells.flatMap(({ people }) => people));
}

/** Whom one trusts, then whom one spoke with last, then who is highest. */
function strongestOf<P extends MapPerson>(people: readonly P[], last: ReadonlyMap<string, Contact>): P | null {
  const seen = ({ id }: P): number => {
    const at = last.get(id)?.at;
    return at === undefined ? 0 : msOf(at);
  };
  const trust = ({ relation }: P): number => Number(relation === "trusted" || relation === "referrer");
  const isBetter = (one: P, other: P): boolean =>
    (trust(one) - trust(other) || seen(one) - seen(other) || rankOf(one.level ?? "peer") - rankOf(other.level ?? "peer")) > 0;
  return people.reduce<P | null>((best, person) => (best === null || isBetter(person, best) ? person : best), null);
}

type Win = Pick<Wins, "title" | "happened_on" | "effect" | "who_benefited" | "proof_where" | "may_leave"> & {
  readonly id: string;
};

export interface Gift {
  readonly win: string;
  readonly title: string;
  /** Whom it helped, where that is known. */
  readonly helped: string | null;
}

/**
 * What to bring: a piece of the person's own work. Best is one that is about the place they go to, then one whose proof
 * lies somewhere, then the latest; never one whose praiser wanted to be asked first.
 */
export function giftFor(wins: readonly Win[], place: string | null): Gift | null {
  const free = wins.filter(({ title, may_leave }) => title && may_leave !== "ask_first");
  const about = (place ?? "").toLocaleLowerCase();
  const worth = ({ title, effect, who_benefited, proof_where }: Win): number => {
    const words = [title, effect, who_benefited].join(" ").toLocaleLowerCase();
    return (about !== "" && words.includes(about) ? 2 : 0) + (proof_where ? 1 : 0);
  };
  const isBetter = (one: Win, other: Win): boolean => {
    const more = worth(one) - worth(other);
    return more > 0 || (more === 0 && (one.happened_on ?? "") > (other.happened_on ?? ""));
  };
  const best = free.reduce<Win | null>((found, win) => (found === null || isBetter(win, found) ? win : found), null);
  return best && { win: best.id, title: best.title!, helped: best.who_benefited };
}
