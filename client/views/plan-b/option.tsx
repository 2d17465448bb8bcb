import type { ComponentChildren } from "preact";
import { activatePlan } from "../../actions/activation.ts";
import { planKindWords } from "../../model/words.ts";
import { Tag } from "../components/tag.tsx";
import { navigate } from "../router.ts";
import type { PlanView } from "./load.ts";
import { Readiness } from "./readiness.tsx";

interface Props {
  readonly view: PlanView;
  readonly rank: number;
  readonly grip: ComponentChildren;
  readonly isBest: boolean;
  readonly onEdit: () => void;
}

export function Option({ view: { plan, list }, rank, grip, isBest, onEdit }: Props) {
  const activate = async () => navigate(`/checklists/${await activatePlan(plan.id)}`);
  return (
    <>
      <span class="plan__rank" aria-hidden="true">
        {rank}
      </span>
      <div class="plan__main">
        <h3>
          <button type="button" class="plan__title" onClick={onEdit}>
            {plan.title ?? "An option"}
          </button>
        </h3>
        {plan.kind !== null && <p class="row__meta">{planKindWords[plan.kind]}</p>}
      </div>
      {grip}
      <div class="plan__foot">
        {plan.next_step !== null && (
          <p class="small">
            <span class="muted">Next:</span> {plan.next_step}
          </p>
        )}
        {plan.status === "active" ? (
          <p>
            <Tag icon="milestone" tone="accent">
              Under way
            </Tag>
          </p>
        ) : (
          <Readiness value={plan.readiness ?? 0} />
        )}
        {isBest && (
          <div class="btns">
            <button type="button" class="btn btn--primary" onClick={() => void activate()}>
              Activate this one
            </button>
          </div>
        )}
        {plan.status === "active" && list !== null && (
          <div class="btns">
            <a class="btn btn--tool" href={`/checklists/${list.id}`}>
              Open its list
            </a>
          </div>
        )}
      </div>
    </>
  );
}
