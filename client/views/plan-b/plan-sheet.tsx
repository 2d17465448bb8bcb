import { activatePlan } from "../../actions/activation.ts";
import { editPlan, trashPlan } from "../../actions/plans.ts";
import { schema, type Plans } from "../../model/schema.ts";
import { planKindWords, readinessWords } from "../../model/words.ts";
import type { Entry } from "../../store/store.ts";
import { Choices } from "../components/choices.tsx";
import { Sheet } from "../components/sheet.tsx";
import { DayField } from "../editing/day-field.tsx";
import { LongText } from "../editing/long-text.tsx";
import { ShortField } from "../editing/short-field.tsx";
import { navigate } from "../router.ts";
import { PlanStatus } from "./plan-status.tsx";

interface Props {
  readonly plan: Entry<"plans">;
  readonly open: boolean;
  readonly onClose: () => void;
}

type Kind = NonNullable<Plans["kind"]>;

const fields = schema.plans;
const kinds = (Object.keys(planKindWords) as Kind[]).map((value) => ({ value, label: planKindWords[value] }));
const steps = readinessWords.map((label, value) => ({ value: String(value), label }));

export function PlanSheet({ plan, open, onClose }: Props) {
  const keep = (set: Partial<Plans>) => void editPlan(plan.id, set);
  const activate = async () => {
    onClose();
    navigate(`/checklists/${await activatePlan(plan.id)}`);
  };
  const toTrash = () => {
    onClose();
    void trashPlan(plan.id);
  };
  return (
    <Sheet title="This option" open={open} onClose={onClose}>
      <ShortField
        label="What it is"
        value={plan.title}
        max={fields.title.max}
        needed="An option needs a name. The old one is kept."
        onKeep={(title) => keep({ title })}
      />
      <div class="field">
        <span class="legend">Where it lies</span>
        <Choices label="Where it lies" options={kinds} value={plan.kind} onChange={(kind) => keep({ kind })} />
      </div>
      <ShortField
        wrap
        label="The smallest next step"
        hint="Ten minutes, no more."
        value={plan.next_step}
        max={fields.next_step.max}
        onKeep={(next_step) => keep({ next_step })}
      />
      <div class="field">
        <span class="legend">How ready it is</span>
        <Choices
          label="How ready it is"
          options={steps}
          value={String(plan.readiness ?? 0)}
          onChange={(readiness) => keep({ readiness: Number(readiness) })}
        />
      </div>
      <LongText collection="plans" id={plan.id} field="payoff" label="What it pays you" rows={3} />
      <DayField
        label="Stop waiting on"
        hint="From that day it has had its chance."
        value={plan.stop_waiting_on}
        onKeep={(stop_waiting_on) => keep({ stop_waiting_on })}
      />
      <PlanStatus plan={plan} keep={keep} onActivate={() => void activate()} onTrash={toTrash} />
      <button type="button" class="btn btn--primary btn--wide" onClick={onClose}>
        Done
      </button>
    </Sheet>
  );
}
