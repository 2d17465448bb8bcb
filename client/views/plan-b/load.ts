// The options of Plan B, in the person's order, and the list under way for each.
import type { Entry, Store } from "../../store/store.ts";
import { byPosition } from "../../model/order.ts";

export interface PlanView {
  readonly plan: Entry<"plans">;
  /** The latest list started for it. */
  readonly list: Entry<"checklists"> | null;
}

export interface PlansView {
  readonly open: readonly PlanView[];
  /** Parked or done. */
  readonly aside: readonly PlanView[];
}

export const isAside = ({ status }: Pick<Entry<"plans">, "status">): boolean =>
  status === "parked" || status === "done";

export async function loadPlans(store: Store): Promise<PlansView> {
  const plans = (await store.all("plans")).toSorted(byPosition);
  const views = await Promise.all(plans.map(async (plan) => ({ plan, list: await listOf(store, plan.id) })));
  return { open: views.filter(({ plan }) => !isAside(plan)), aside: views.filter(({ plan }) => isAside(plan)) };
}

async function listOf(store: Store, id: string): Promise<Entry<"checklists"> | null> {
  const lists = await store.by("checklists", "subject_id", id);
  return (
    lists
      .filter((list) => list.archived_at === null)
      .sort(byPosition)
      .at(-1) ?? null
  );
}
