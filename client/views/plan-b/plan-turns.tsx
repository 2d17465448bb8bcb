import { finishPlan, parkPlan, takeBackPlan, takeOutPlan } from "../../actions/activation.ts";
import { isAside, isReady } from "../../model/plan-b-readiness.ts";
import { ActivateButton } from "./activate-button.tsx";
import type { PlanView } from "./load.ts";

/** The ways an option can go from here. */
export function PlanTurns({ view: { plan, list } }: { readonly view: PlanView }) {
  const quiet = (words: string, act: (id: string) => Promise<void>) => (
    <button type="button" class="btn btn--quiet" onClick={() => void act(plan.id)}>
      {words}
    </button>
  );
  if (isAside(plan)) return <div class="btns">{quiet("Take it out again", takeOutPlan)}</div>;
  if (plan.status === "active") {
    return (
      <div class="btns">
        {list !== null && (
          <a class="btn btn--tool" href={`/checklists/${list.id}`}>
            Open its list
          </a>
        )}
        {quiet("It is done", finishPlan)}
        {quiet("Not under way any more", takeBackPlan)}
      </div>
    );
  }
  return (
    <div class="btns">
      <ActivateButton id={plan.id} isPrimary={isReady(plan)}>
        Activate this one
      </ActivateButton>
      {quiet("Park it", parkPlan)}
    </div>
  );
}
