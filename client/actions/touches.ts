// A word that was had. Noting it is one tap on the channel; the cadence counts from it by itself.

import { momentNow } from "../model/days.ts";
import { newId } from "../model/id.ts";
import { channelWords, type TouchChannel } from "../model/people/contacts.ts";
import type { Touches } from "../model/schema.ts";
import { store } from "../store/current.ts";
import { edit } from "./editing.ts";
import { trash } from "./trash.ts";
import { perform } from "./undo.ts";

/** Just now. Resolves to the touch, to which what was said may be added. */
export async function logTouch(person: string, channel: TouchChannel): Promise<string> {
  const id = newId();
  const name = (await store.value.get("people", person))?.name ?? "somebody";
  const how = channel === "other" ? "A word" : channelWords[channel];
  await perform(`${how} with ${name}, noted`, [{ collection: "touches", id, set: { person, channel, at: momentNow() } }]);
  return id;
}

export async function editTouch(id: string, set: Partial<Touches>): Promise<void> {
  await edit("touches", id, set);
}

export async function trashTouch(id: string): Promise<void> {
  await trash("touches", id);
}
