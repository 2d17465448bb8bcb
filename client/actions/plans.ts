// What a person does with the options of Plan B.

import { changed, filledIn, oneLine } from "../model/clean.ts";
import { newId } from "../model/id.ts";
import { place, positionAtEnd } from "../model/order.ts";
import type { Plans } from "../model/schema.ts";
import { store } from "../store/current.ts";
import { trash } from "./trash.ts";
import { perform } from "./undo.ts";

/** A new option comes last, as an idea. Null where there is no title. */
export async function addPlan(given: Partial<Plans> & { readonly title: string }): Promise<string | null> {
  const title = oneLine(given.title, 200);
  if (!title) return null;
  const id = newId();
  const position = positionAtEnd(await store.value.all("plans"));
  const set = filledIn("plans", { status: "ready", readiness: 1, position, ...given });
  await perform(`Added: ${title}`, [{ collection: "plans", id, set }]);
  return id;
}

export async function editPlan(id: string, set: Partial<Plans>): Promise<void> {
  const plan = await store.value.get("plans", id);
  if (!plan) return;
  const differing = changed("plans", plan, set);
  if (Object.keys(differing).length > 0) await perform("Saved", [{ collection: "plans", id, set: differing }]);
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

export async function trashPlan(id: string): Promise<void> {
  await trash("plans", id);
}
