import { mostChoices, withFallback, type AfterDraft, type RuleDraft } from "../../model/rule-draft.ts";
import type { Anchor, Unit } from "../../model/rules.ts";
import { TextField } from "../components/field.tsx";
import { Icon } from "../components/icon.tsx";
import { SelectField, type SelectChoice } from "./select-field.tsx";

const units: readonly SelectChoice<Unit>[] = [
  { value: "h", words: "hours" },
  { value: "d", words: "days" },
  { value: "bd", words: "business days" },
];

const anchors: readonly SelectChoice<Anchor>[] = [
  { value: "interview", words: "the interview" },
  { value: "outcome", words: "the outcome" },
  { value: "promise", words: "the promised date" },
  { value: "reply", words: "their reply" },
  { value: "win", words: "the win" },
  { value: "start", words: "the start" },
];

interface Props {
  readonly draft: RuleDraft;
  readonly onChange: (draft: RuleDraft) => void;
}

/** "2 business days after the outcome, or, where that is not known, 5 days after the start." */
export function AfterFields({ draft, onChange }: Props) {
  const { choices } = draft;
  const put = (index: number, choice: AfterDraft) =>
    onChange({ ...draft, choices: choices.map((each, at) => (at === index ? choice : each)) });
  const removeLast = () => onChange({ ...draft, choices: choices.slice(0, -1) });
  return (
    <>
      {choices.map((choice, index) => (
        <OneAfter key={index} isFirst={index === 0} choice={choice} onChange={(next) => put(index, next)} />
      ))}
      {choices.length > 1 && (
        <button type="button" class="btn btn--text btn--plain" onClick={removeLast}>
          <Icon name="minus" size="s" />
          Only the first day counts
        </button>
      )}
      {choices.length < mostChoices && (
        <button type="button" class="btn btn--text btn--plain" onClick={() => onChange(withFallback(draft))}>
          <Icon name="plus" size="s" />
          Another day, if that is not known
        </button>
      )}
    </>
  );
}

interface OneProps {
  readonly isFirst: boolean;
  readonly choice: AfterDraft;
  readonly onChange: (choice: AfterDraft) => void;
}

function OneAfter({ isFirst, choice, onChange }: OneProps) {
  return (
    <fieldset class="stack after">
      {!isFirst && <legend class="legend">Or, if that is not known</legend>}
      <div class="field--pair">
        <TextField
          label="How many"
          value={choice.amount}
          onValue={(amount) => onChange({ ...choice, amount })}
          input={{ inputMode: "numeric", maxLength: 3, autocomplete: "off" }}
        />
        <SelectField label="Of" choices={units} value={choice.unit} onChoose={(unit) => onChange({ ...choice, unit })} />
      </div>
      <SelectField
        label="After"
        choices={anchors}
        value={choice.anchor}
        onChoose={(anchor) => onChange({ ...choice, anchor })}
      />
    </fieldset>
  );
}
