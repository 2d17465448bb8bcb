// What a person does with the conversations of an interview.

import { changed, filledIn } from "../model/clean.ts";
import { newId } from "../model/id.ts";
import type { Rounds } from "../model/schema.ts";
import { store } from "../store/current.ts";
import { trash } from "./trash.ts";
import { perform } from "./undo.ts";

/** A conversation that was, or is to come; what is known of it may be nothing yet. Gives its id. */
export async function addRound(interview: string, given: Partial<Rounds>): Promise<string> {
  const id = newId();
  await perform("Added a round", [{ collection: "rounds", id, set: filledIn("rounds", { ...given, interview }) }]);
  return id;
}

export async function editRound(id: string, set: Partial<Rounds>): Promise<void> {
  const round = await store.value.get("rounds", id);
  if (!round) return;
  const differing = changed("rounds", round, set);
  if (Object.keys(differing).length > 0) await perform("Saved", [{ collection: "rounds", id, set: differing }]);
}

export async function trashRound(id: string): Promise<void> {
  await trash("rounds", id);
}
