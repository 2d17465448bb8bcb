import { Fold } from "../components/fold.tsx";
import { RowLink } from "../components/row.tsx";
import type { PlanView } from "./load.ts";

interface Props {
  readonly plans: readonly PlanView[];
  readonly onEdit: (id: string) => void;
}

export function AsideFold({ plans, onEdit }: Props) {
  if (plans.length === 0) return null;
  return (
    <Fold band icon="archive" summary="Put aside" count={plans.length}>
      <ul class="rows">
        {plans.map(({ plan }) => (
          <li key={plan.id}>
            <RowLink
              title={plan.title ?? "An option"}
              meta={plan.status === "done" ? "Done" : "Parked"}
              onClick={() => onEdit(plan.id)}
            />
          </li>
        ))}
      </ul>
    </Fold>
  );
}
