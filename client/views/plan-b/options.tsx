import { movePlan } from "../../actions/plans.ts";
import { isReady, readinessOf } from "../../model/plan-b-readiness.ts";
import { Sortable } from "../components/sortable.tsx";
import type { Plan, PlansView } from "./load.ts";
import { Option } from "./option.tsx";

interface Props {
  readonly view: PlansView;
  readonly here: string | null;
}

/** Ranked by hand. While none is under way, the first that is ready wears the screen's one brass button: here, or on its
 *  page where that is beside. */
export function Options({ view: { open, listByPlan }, here }: Props) {
  const best = here === null ? bestToBegin(open) : undefined;
  const rankById = new Map(open.map(({ id }, index) => [id, index + 1]));
  return (
    <Sortable
      items={open}
      idOf={({ id }) => id}
      nameOf={({ title }) => title ?? "An option"}
      onMove={(id, above, below) => movePlan(id, above, below)}
      itemProps={({ id }) => ({ class: id === here ? "plan is-here" : "plan" })}
    >
      {(plan, grip) => (
        <Option
          plan={plan}
          list={listByPlan.get(plan.id) ?? null}
          rank={rankById.get(plan.id) ?? 0}
          grip={grip}
          isBest={plan === best}
          isHere={plan.id === here}
        />
      )}
    </Sortable>
  );
}

function bestToBegin(open: readonly Plan[]): Plan | undefined {
  if (open.some(({ status }) => status === "active")) return undefined;
  return open.find((plan) => readinessOf(plan) === 3) ?? open.find(isReady);
}
