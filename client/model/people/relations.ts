// What somebody is to the person: their boss, their boss's boss, somebody they trust, or who opened a door.

import type { People } from "../schema.ts";

export type Relation = NonNullable<People["relation"]>;

export const relations = ["boss", "bosss_boss", "trusted", "referrer"] as const satisfies readonly Relation[];

export const relationWords: { readonly [relation in Relation]: string } = {
  boss: "Your boss",
  bosss_boss: "Your boss’s boss",
  trusted: "You trust them",
  referrer: "Referred you",
};

/** One has one boss, and they have one: whoever is named next takes the place. Trusted are many. */
const single: ReadonlySet<Relation> = new Set(["boss", "bosss_boss"]);

export function isSingle(relation: Relation): boolean {
  return single.has(relation);
}

interface Related {
  readonly id: string;
  readonly relation: Relation | null;
}

/** Those who hold the place that `relation` gives to `id`, and have to leave it. */
export function displacedBy<P extends Related>(people: readonly P[], id: string, relation: Relation | null): P[] {
  if (relation === null || !isSingle(relation)) return [];
  return people.filter((person) => person.relation === relation && person.id !== id);
}

/** Two devices may have named two: the smaller id, so that every device means the same one. */
export function holderOf<P extends Related>(people: readonly P[], relation: Relation): P | null {
  return people.reduce<P | null>(
    (found, person) => (person.relation === relation && (found === null || person.id < found.id) ? person : found),
    null,
  );
}
