import { editStep, trashStep } from "../../actions/own-playbooks.ts";
import type { OwnStep } from "../../model/own-playbooks.ts";
import { schema } from "../../model/schema.ts";
import { LineSheet } from "../editing/line-sheet.tsx";
import { whenWords } from "./offers.ts";
import { ToolFields } from "./tool-fields.tsx";

interface Props {
  readonly step: OwnStep;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onWhen: () => void;
}

export function StepSheet({ step, open, onClose, onWhen }: Props) {
  return (
    <LineSheet
      line={step}
      max={schema.playbook_steps}
      open={open}
      onClose={onClose}
      onKeep={(words) => editStep(step.id, words)}
      onTrash={() => trashStep(step.id)}
      when={{ title: "When", meta: whenWords(step.due_rule) || "No date", onClick: onWhen }}
    >
      <ToolFields step={step} />
    </LineSheet>
  );
}
