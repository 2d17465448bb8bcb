// What a playbook's page shows: one of the person's own to be changed, or a built-in one to be made their own.
import { byPosition } from "../../model/order.ts";
import { standIns, type OwnPlaybook, type OwnStep } from "../../model/own-playbooks.ts";
import { builtIn } from "../../model/playbooks.ts";
import type { Store } from "../../store/store.ts";
import { builtInOffer, type Offer } from "./offers.ts";

export interface OwnView {
  readonly kind: "own";
  readonly playbook: OwnPlaybook;
  readonly steps: readonly OwnStep[];
  /** The title of the built-in one it stands for. */
  readonly original: string | null;
}

export interface BuiltInView {
  readonly kind: "built-in";
  readonly offer: Offer;
}

/** By slug or id. A built-in one's address shows the person's own version where there is one. Null: there is none such. */
export async function loadPlaybook(store: Store, name: string): Promise<OwnView | BuiltInView | null> {
  const offer = builtInOffer(name);
  const playbook = offer ? standIns(await store.all("playbooks")).get(name) : await store.get("playbooks", name);
  if (!playbook) return offer && { kind: "built-in", offer };
  const steps = (await store.by("playbook_steps", "playbook", playbook.id)).sort(byPosition);
  const original = playbook.built_in === null ? null : (builtIn(playbook.built_in)?.title ?? null);
  return { kind: "own", playbook, steps, original };
}
