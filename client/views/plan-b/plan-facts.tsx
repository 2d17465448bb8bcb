import { schema, type Plans } from "../../model/schema.ts";
import { planKindWords } from "../../model/words.ts";
import { Choices } from "../components/choices.tsx";
import { ShortField } from "../editing/short-field.tsx";
import type { Plan } from "./load.ts";

interface Props {
  readonly plan: Plan;
  readonly keep: (set: Partial<Plans>) => void;
}

type Kind = NonNullable<Plans["kind"]>;

const fields = schema.plans;
const kinds = (Object.keys(planKindWords) as Kind[]).map((value) => ({ value, label: planKindWords[value] }));

export function PlanFacts({ plan, keep }: Props) {
  return (
    <section class="stack">
      <h2>What it is</h2>
      <ShortField
        label="Its name"
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
        label="In a word"
        hint="“Sideways”, “12 weeks”: what tells it apart."
        value={plan.detail}
        max={fields.detail.max}
        onKeep={(detail) => keep({ detail })}
      />
    </section>
  );
}
