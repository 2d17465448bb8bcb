import { editPlan } from "../../actions/plans.ts";
import { firstName, suggestedSteps } from "../../model/plan-b-steps.ts";
import { schema } from "../../model/schema.ts";
import type { Entry } from "../../store/store.ts";
import { RowLink } from "../components/row.tsx";
import { Who } from "../components/who.tsx";
import { DayField } from "../editing/day-field.tsx";
import { ShortField } from "../editing/short-field.tsx";
import type { Plan } from "./load.ts";

interface Props {
  readonly plan: Plan;
  readonly contact: Entry<"people"> | null;
  readonly onAskWho: () => void;
}

/** The three things that make an option ready: a step, somebody to ask, a day. */
export function NextStep({ plan, contact, onAskWho }: Props) {
  const keep = (next_step: string | null) => void editPlan(plan.id, { next_step });
  return (
    <section class="stack">
      <h2>Next step</h2>
      <ShortField
        wrap
        label="In ten minutes"
        hint="Small enough to do it now."
        value={plan.next_step}
        max={schema.plans.next_step.max}
        onKeep={keep}
      />
      {!plan.next_step?.trim() && <Suggestions steps={suggestedSteps(plan.kind, firstName(contact?.name))} onPick={keep} />}
      <RowLink
        start={contact ? <Who name={contact.name ?? ""} /> : undefined}
        icon={contact ? undefined : "users-round"}
        title={contact?.name ?? "Who could be asked?"}
        meta={contact ? "Who to ask" : "One person who knows about it."}
        onClick={onAskWho}
      />
      <DayField
        label="On which day"
        value={plan.next_step_on}
        onKeep={(next_step_on) => void editPlan(plan.id, { next_step_on })}
      />
    </section>
  );
}

function Suggestions({ steps, onPick }: { readonly steps: readonly string[]; readonly onPick: (step: string) => void }) {
  return (
    <div class="choices" role="group" aria-label="Steps of ten minutes">
      {steps.map((step) => (
        <button key={step} type="button" class="choice choice--step" onClick={() => onPick(step)}>
          {step}
        </button>
      ))}
    </div>
  );
}
