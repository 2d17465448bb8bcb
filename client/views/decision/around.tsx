// What stands around the scores: what one feels, the risk one fears most, and what somebody has promised.

import { editDecision } from "../../actions/decisions.ts";
import { schema } from "../../model/schema.ts";
import { DayField } from "../editing/day-field.tsx";
import { LongText } from "../editing/long-text.tsx";
import { ShortField } from "../editing/short-field.tsx";
import type { DecisionView } from "./load.ts";

interface Props {
  readonly view: DecisionView;
}

export function Feelings({ view: { sheet } }: Props) {
  return (
    <LongText
      collection="decisions"
      id={sheet.id}
      field="notes"
      label="What you feel"
      hint="For nobody else. Kept as you write."
      rows={3}
    />
  );
}

export function Risk({ view: { sheet, decision } }: Props) {
  return (
    <ShortField
      wrap
      label="The risk you fear most"
      hint="A fear with a name gets smaller."
      value={decision.risk}
      max={schema.decisions.risk.max}
      onKeep={(risk) => void editDecision(sheet, { risk })}
    />
  );
}

export function Commitment({ view: { sheet, decision } }: Props) {
  return (
    <section class="stack">
      <h2>One dated commitment</h2>
      <ShortField
        wrap
        label="What somebody has promised you"
        hint="In writing, if you can get it. You look at it again on the review date."
        value={decision.commitment}
        max={schema.decisions.commitment.max}
        onKeep={(commitment) => void editDecision(sheet, { commitment })}
      />
      <DayField
        label="By when"
        value={decision.commitment_on}
        onKeep={(commitment_on) => void editDecision(sheet, { commitment_on })}
      />
    </section>
  );
}
