// What a person does with their network.

import { changed, filledIn, oneLine } from "../model/clean.ts";
import { newId } from "../model/id.ts";
import type { People } from "../model/schema.ts";
import { store } from "../store/current.ts";
import type { Change, Entry } from "../store/store.ts";
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
  const person = await store.value.get("people", id);
  if (!person) return;
  const differing = changed("people", person, set);
  if (Object.keys(differing).length > 0) await perform("Saved", [{ collection: "people", id, set: differing }]);
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
