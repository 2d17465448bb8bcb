import { Fold } from "../components/fold.tsx";
import { RowLink } from "../components/row.tsx";
import { ShowMore } from "../listing/show-more.tsx";
import { useShown } from "../listing/use-shown.ts";
import type { Plan } from "./load.ts";

interface Props {
  readonly plans: readonly Plan[];
  readonly here: string | null;
}

export function AsideFold({ plans, here }: Props) {
  const shown = useShown(plans);
  if (plans.length === 0) return null;
  return (
    <Fold band icon="archive" summary="Put aside" count={plans.length} open={plans.some(({ id }) => id === here)}>
      <div>
        <ul class="rows">
          {shown.rows.map((plan) => (
            <li key={plan.id}>
              <RowLink
                title={plan.title ?? "An option"}
                meta={plan.status === "done" ? "Done" : "Parked"}
                href={`/plan-b/${plan.id}`}
                here={plan.id === here}
              />
            </li>
          ))}
        </ul>
        <ShowMore shown={shown} />
      </div>
    </Fold>
  );
}
