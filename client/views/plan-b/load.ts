// The options of Plan B, in the person's order, and what an option's page shows.
import { byPosition } from "../../model/order.ts";
import { isAside } from "../../model/plan-b-readiness.ts";
import { PROFILE_ID } from "../../model/profile.ts";
import type { Entry, Store } from "../../store/store.ts";

export type Plan = Entry<"plans">;

export interface PlansView {
  readonly open: readonly Plan[];
  /** Parked or done. */
  readonly aside: readonly Plan[];
  /** The list of each option under way, by the option. */
  readonly listByPlan: ReadonlyMap<string, Entry<"checklists">>;
  readonly profile: Entry<"profiles"> | null;
}

export const shownOfPlans = ["plans", "checklists", "profiles"] as const;

export async function loadPlans(store: Store): Promise<PlansView> {
  const [plans, profile] = await Promise.all([store.all("plans"), store.get("profiles", PROFILE_ID)]);
  plans.sort(byPosition);
  const active = plans.filter((plan) => plan.status === "active");
  const lists = await Promise.all(active.map(async ({ id }) => [id, await listOf(store, id)] as const));
  return {
    open: plans.filter((plan) => !isAside(plan)),
    aside: plans.filter(isAside),
    listByPlan: new Map(lists.flatMap(([id, list]) => (list ? [[id, list] as const] : []))),
    profile: profile ?? null,
  };
}

export interface PlanView {
  readonly plan: Plan;
  /** The list under way for it. */
  readonly list: Entry<"checklists"> | null;
  readonly contact: Entry<"people"> | null;
}

export const shownOfPlan = ["plans", "checklists", "people"] as const;

/** Null: no such option here (yet). One in the trash is returned, to be restored. */
export async function loadPlan(store: Store, id: string): Promise<PlanView | null> {
  const plan = await store.get("plans", id);
  if (!plan) return null;
  const [list, contact] = await Promise.all([listOf(store, id), plan.contact ? personOf(store, plan.contact) : null]);
  return { plan, list, contact };
}

/** Whoever was merged into somebody else is that somebody. */
async function personOf(store: Store, id: string): Promise<Entry<"people"> | null> {
  const person = await store.get("people", id);
  if (person?.merged_into) return (await store.get("people", person.merged_into)) ?? person;
  return person ?? null;
}

async function listOf(store: Store, plan: string): Promise<Entry<"checklists"> | null> {
  const lists = await store.by("checklists", "subject_id", plan);
  return (
    lists
      .filter((list) => list.archived_at === null)
      .sort(byPosition)
      .at(-1) ?? null
  );
}
