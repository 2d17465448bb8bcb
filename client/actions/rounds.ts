// What a person does with the conversations of an interview.

import { filledIn } from "../model/clean.ts";
import { newId } from "../model/id.ts";
import type { Rounds } from "../model/schema.ts";
import { edit } from "./editing.ts";
import { trash } from "./trash.ts";
import { perform } from "./undo.ts";

/** A conversation that was, or is to come; what is known of it may be nothing yet. Gives its id. */
export async function addRound(interview: string, given: Partial<Rounds>): Promise<string> {
  const id = newId();
  await perform("Added a round", [{ collection: "rounds", id, set: filledIn("rounds", { ...given, interview }) }]);
  return id;
}

export async function editRound(id: string, set: Partial<Rounds>): Promise<void> {
  await edit("rounds", id, set);
}

export async function trashRound(id: string): Promise<void> {
  await trash("rounds", id);
}
