import { useState } from "preact/hooks";
import { editStep } from "../../actions/own-playbooks.ts";
import type { OwnStep } from "../../model/own-playbooks.ts";
import { draftedRule, mostAmount, ruleDraft, type RuleDraft, type RuleKind } from "../../model/rule-draft.ts";
import type { Anchor } from "../../model/rules.ts";
import { weekdayNames } from "../../model/words.ts";
import type { Weekday } from "../../model/days.ts";
import { FieldError } from "../components/field.tsx";
import { Sheet } from "../components/sheet.tsx";
import { AfterFields } from "./after-fields.tsx";
import { whenWords } from "./offers.ts";
import { SelectField, type SelectChoice } from "./select-field.tsx";

interface Props {
  readonly step: OwnStep;
  /** What the playbook's dates hang on. */
  readonly anchor: Anchor;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** When a line is due, chosen in words; the sentence below says what was chosen. */
export function RuleSheet({ step, anchor, open, onClose }: Props) {
  const set = (due_rule: string | null) => {
    onClose();
    void editStep(step.id, { due_rule });
  };
  return (
    <Sheet title="When is it due?" open={open} onClose={onClose}>
      <RuleForm key={`${step.id} ${step.due_rule}`} rule={step.due_rule} anchor={anchor} onSet={set} />
    </Sheet>
  );
}

const kinds: readonly SelectChoice<RuleKind>[] = [
  { value: "after", words: "A while after something" },
  { value: "weekly", words: "Every week" },
  { value: "monthly", words: "At the end of every month" },
  { value: "quarterly", words: "At the end of every quarter" },
  { value: "none", words: "No date" },
];

const weekdays = weekdayNames.map((words, index) => ({ value: String(index + 1), words }));

interface FormProps {
  readonly rule: string | null;
  readonly anchor: Anchor;
  readonly onSet: (rule: string | null) => void;
}

function RuleForm({ rule, anchor, onSet }: FormProps) {
  const [draft, setDraft] = useState<RuleDraft>(() => ruleDraft(rule, anchor));
  const [isAsked, setAsked] = useState(false);
  const drafted = draftedRule(draft);
  const save = (event: Event) => {
    event.preventDefault();
    setAsked(true);
    if (drafted !== undefined) onSet(drafted);
  };
  return (
    <form class="stack" onSubmit={save} noValidate>
      <SelectField label="It is due" choices={kinds} value={draft.kind} onChoose={(kind) => setDraft({ ...draft, kind })} />
      {draft.kind === "weekly" && (
        <SelectField
          label="On"
          choices={weekdays}
          value={String(draft.weekday)}
          onChoose={(weekday) => setDraft({ ...draft, weekday: Number(weekday) as Weekday })}
        />
      )}
      {draft.kind === "after" && <AfterFields draft={draft} onChange={setDraft} />}
      {drafted === undefined && isAsked && (
        <FieldError>A whole number from 0 to {mostAmount}, please. Nothing was changed.</FieldError>
      )}
      {/* Not a live region: the fields above were just heard. */}
      <p class="muted">{drafted === undefined ? "" : whenWords(drafted) || "No date"}</p>
      <button type="submit" class="btn btn--primary btn--wide">
        Set it
      </button>
    </form>
  );
}
