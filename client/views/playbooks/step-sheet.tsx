import { editStep, trashStep } from "../../actions/own-playbooks.ts";
import type { OwnStep } from "../../model/own-playbooks.ts";
import { schema } from "../../model/schema.ts";
import { RowLink } from "../components/row.tsx";
import { Sheet } from "../components/sheet.tsx";
import { ShortField } from "../editing/short-field.tsx";
import { whenWords } from "./offers.ts";
import { ToolFields } from "./tool-fields.tsx";

interface Props {
  readonly step: OwnStep;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onWhen: () => void;
}

export function StepSheet({ step, open, onClose, onWhen }: Props) {
  const { id } = step;
  const toTrash = () => {
    onClose();
    void trashStep(id);
  };
  return (
    <Sheet title="Edit this line" open={open} onClose={onClose}>
      <ShortField
        wrap
        label="What to do"
        value={step.text}
        max={schema.playbook_steps.text.max}
        needed="A line needs a few words. The old ones are kept."
        onKeep={(text) => text !== null && void editStep(id, { text })}
      />
      <ShortField
        wrap
        label="Why this helps"
        value={step.why}
        max={schema.playbook_steps.why.max}
        onKeep={(why) => void editStep(id, { why })}
      />
      <ul class="rows">
        <li>
          <RowLink
            size="low"
            calm
            icon="calendar-days"
            title="When"
            meta={whenWords(step.due_rule) || "No date"}
            onClick={onWhen}
          />
        </li>
      </ul>
      <ToolFields step={step} />
      <div class="btns">
        <button type="button" class="btn btn--primary" onClick={onClose}>
          Done
        </button>
        <button type="button" class="btn btn--text" onClick={toTrash}>
          Move to the trash
        </button>
      </div>
    </Sheet>
  );
}
