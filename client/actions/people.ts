// What a person does with their network.

import { filledIn, oneLine } from "../model/clean.ts";
import { momentNow } from "../model/days.ts";
import { newId } from "../model/id.ts";
import { mergeChanges } from "../model/people/merge.ts";
import { displacedBy, relationWords, type Relation } from "../model/people/relations.ts";
import type { People } from "../model/schema.ts";
import { store } from "../store/current.ts";
import type { Change, Entry } from "../store/store.ts";
import { edit } from "./editing.ts";
import { referencesTo } from "./references.ts";
import { trash } from "./trash.ts";
import { perform } from "./undo.ts";

/** Null where there is no name. */
export async function addPerson(given: Partial<People> & { readonly name: string }): Promise<string | null> {
  const name = oneLine(given.name, 200);
  if (!name) return null;
  const id = newId();
  await perform(`Added: ${name}`, [newPerson(id, given)]);
  return id;
}

export async function editPerson(id: string, set: Partial<People>): Promise<void> {
  await edit("people", id, set);
}

/** One has one boss: naming another moves the word to them, in the same change. */
export async function setRelation(id: string, relation: Relation | null): Promise<void> {
  const people = await store.value.all("people");
  const person = people.find((one) => one.id === id);
  if (!person || person.relation === relation) return;
  const leaving = displacedBy(people, id, relation);
  const words = leaving.length > 0 ? `${relationWords[relation!]} is now ${person.name ?? "somebody else"}` : "Saved";
  await perform(words, [
    ...leaving.map((one): Change => ({ collection: "people", id: one.id, set: { relation: null } })),
    { collection: "people", id, set: { relation } },
  ]);
}

/** How often one means to be in touch; null: no such plan. */
export async function setCadence(id: string, cadence_weeks: number | null): Promise<void> {
  await editPerson(id, { cadence_weeks });
}

/** Two rows were one person. Whatever named the one names the other; nothing that was noted is lost. */
export async function mergePeople(keptId: string, goneId: string): Promise<void> {
  const from = store.value;
  const [kept, gone] = await Promise.all([from.get("people", keptId), from.get("people", goneId)]);
  if (!kept || !gone || keptId === goneId) return;
  const [references, attendances] = await Promise.all([
    referencesTo(from, goneId),
    from.by("attendances", "person", keptId),
  ]);
  const name = kept.name ?? gone.name ?? "two people";
  await perform(`Now one: ${name}`, mergeChanges(kept, gone, references, attendances, momentNow()));
}

export async function trashPerson(id: string): Promise<void> {
  await trash("people", id);
}

export function newPerson(id: string, given: Partial<People>): Change<"people"> {
  return { collection: "people", id, set: filledIn("people", given) };
}

/** Enough to recognise somebody by. */
export type Known = Pick<Entry<"people">, "id" | "name" | "organisation">;

/** Somebody of that name in that company: met before, not somebody new. */
export function findPerson(known: readonly Known[], name: string, organisation: string | null): Known | undefined {
  return known.find((person) => isSame(person.name, name) && isSame(person.organisation, organisation));
}

function isSame(a: string | null, b: string | null): boolean {
  return (a ?? "").trim().toLocaleLowerCase() === (b ?? "").trim().toLocaleLowerCase();
}
