import { Fold } from "../components/fold.tsx";
import { RowLink } from "../components/row.tsx";
import { LongList } from "../listing/long-list.tsx";
import type { Plan } from "./load.ts";

interface Props {
  readonly plans: readonly Plan[];
  readonly here: string | null;
}

export function AsideFold({ plans, here }: Props) {
  if (plans.length === 0) return null;
  return (
    <Fold band icon="archive" summary="Put aside" count={plans.length} open={plans.some(({ id }) => id === here)}>
      <LongList name="options put aside" rows={plans} keyOf={({ id }) => id}>
        {(plan) => (
          <li>
            <RowLink
              title={plan.title ?? "An option"}
              meta={plan.status === "done" ? "Done" : "Parked"}
              href={`/plan-b/${plan.id}`}
              here={plan.id === here}
            />
          </li>
        )}
      </LongList>
    </Fold>
  );
}
