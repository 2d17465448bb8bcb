import type { ComponentChildren } from "preact";
import { dayOf, deviceZone } from "../../model/days.ts";
import { nextSentence } from "../../model/plan-b-steps.ts";
import { Tag } from "../components/tag.tsx";
import type { Entry } from "../../store/store.ts";
import { ActivateButton } from "./activate-button.tsx";
import type { Plan } from "./load.ts";
import { Readiness } from "./readiness.tsx";
import { kindLine } from "./words.ts";

interface Props {
  readonly plan: Plan;
  /** The list under way for it. */
  readonly list: Entry<"checklists"> | null;
  readonly rank: number;
  readonly grip: ComponentChildren;
  readonly isBest: boolean;
  readonly isHere: boolean;
}

export function Option({ plan, list, rank, grip, isBest, isHere }: Props) {
  const next = nextSentence(plan, dayOf(Date.now(), deviceZone()));
  const kind = kindLine(plan);
  const isActive = plan.status === "active";
  return (
    <>
      <span class="plan__rank" aria-hidden="true">
        {rank}
      </span>
      <div class="plan__main">
        <h3>
          <a class="plan__title" href={`/plan-b/${plan.id}`} aria-current={isHere ? "true" : undefined}>
            {plan.title ?? "An option"}
          </a>
        </h3>
        {kind !== "" && <p class="row__meta">{kind}</p>}
      </div>
      {grip}
      <div class="plan__foot">
        {next !== null && (
          <p class="small">
            <span class="muted">Next:</span> {next}
          </p>
        )}
        {isActive ? <UnderWay /> : <Readiness plan={plan} />}
        {isBest && (
          <div class="btns">
            <ActivateButton id={plan.id} isPrimary>
              Activate this one
            </ActivateButton>
          </div>
        )}
        {isActive && list !== null && (
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

export function UnderWay() {
  return (
    <p>
      <Tag icon="milestone" tone="accent">
        Under way
      </Tag>
    </p>
  );
}
