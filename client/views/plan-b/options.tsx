import { movePlan } from "../../actions/plans.ts";
import { Sortable } from "../components/sortable.tsx";
import type { PlanView } from "./load.ts";
import { Option } from "./option.tsx";

interface Props {
  readonly plans: readonly PlanView[];
  readonly onEdit: (id: string) => void;
}

/** Ranked by hand. The best one that is ready and not under way wears the screen's one brass button. */
export function Options({ plans, onEdit }: Props) {
  const best = plans.find(({ plan }) => plan.readiness === 3 && plan.status !== "active");
  const rankById = new Map(plans.map(({ plan }, index) => [plan.id, index + 1]));
  return (
    <Sortable
      items={plans}
      idOf={({ plan }) => plan.id}
      nameOf={({ plan }) => plan.title ?? "An option"}
      onMove={(id, above, below) => void movePlan(id, above, below)}
      itemClass="plan"
    >
      {(view, grip) => (
        <Option
          view={view}
          rank={rankById.get(view.plan.id) ?? 0}
          grip={grip}
          isBest={view === best}
          onEdit={() => onEdit(view.plan.id)}
        />
      )}
    </Sortable>
  );
}
