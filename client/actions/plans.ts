// What a person does with the options of Plan B, and with the day on which they stop waiting.

import { filledIn, oneLine } from "../model/clean.ts";
import { deviceZone, momentNow, type Day } from "../model/days.ts";
import { newId } from "../model/id.ts";
import { place, positionAtEnd } from "../model/order.ts";
import { PROFILE_ID } from "../model/profile.ts";
import type { Plans } from "../model/schema.ts";
import { shortDateWords } from "../model/words.ts";
import { store } from "../store/current.ts";
import { edit } from "./editing.ts";
import { newPerson } from "./people.ts";
import { trash } from "./trash.ts";
import { perform } from "./undo.ts";

/** A new option comes last, as an idea. Null where there is no title. */
export async function addPlan(given: Partial<Plans> & { readonly title: string }): Promise<string | null> {
  const title = oneLine(given.title, 200);
  if (!title) return null;
  const id = newId();
  const position = positionAtEnd(await store.value.all("plans"));
  const set = filledIn("plans", { status: "ready", position, ...given });
  await perform(`Added: ${title}`, [{ collection: "plans", id, set }]);
  return id;
}

export async function editPlan(id: string, set: Partial<Plans>): Promise<void> {
  await edit("plans", id, set);
}

/** To between the option above and the one below (null: an end of the list). */
export async function movePlan(id: string, above: string | null, below: string | null): Promise<void> {
  const plans = await store.value.all("plans");
  const moved = plans.find((plan) => plan.id === id);
  if (!moved) return;
  const placements = place(plans, id, above, below);
  const changes = placements.map(({ id: plan, position }) => ({ collection: "plans", id: plan, set: { position } }) as const);
  await perform(`Moved: ${moved.title ?? "option"}`, changes);
}

/** Who could be asked: somebody from People, or a new name, who is added there. Null: nobody. */
export async function setContact(id: string, who: { readonly id?: string; readonly name: string } | null): Promise<void> {
  const plan = await store.value.get("plans", id);
  if (!plan) return;
  const name = who && oneLine(who.name, 200);
  if (!who || !name) return editPlan(id, { contact: null });
  const contact = who.id ?? newId();
  const added = who.id === undefined ? [newPerson(contact, { name })] : [];
  await perform(`To ask: ${name}`, [...added, { collection: "plans", id, set: { contact } }]);
}

export async function trashPlan(id: string): Promise<void> {
  await trash("plans", id);
}

/** The day on which they stop waiting where they are, with the day they chose it; null takes it away. */
export async function setStopWaiting(on: Day | null): Promise<void> {
  const profile = await store.value.get("profiles", PROFILE_ID);
  if ((profile?.stop_waiting_on ?? null) === on) return;
  const set = { stop_waiting_on: on, stop_waiting_set_at: on === null ? null : momentNow() };
  const words = on === null ? "No date any more" : `Stop waiting here: ${shortDateWords(on, deviceZone())}`;
  await perform(words, [{ collection: "profiles", id: PROFILE_ID, set }]);
}
