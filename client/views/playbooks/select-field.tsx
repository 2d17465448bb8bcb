import type { ComponentChildren } from "preact";
import { Field } from "../components/field.tsx";
import { Icon } from "../components/icon.tsx";

export interface SelectChoice<Value extends string> {
  readonly value: Value;
  readonly words: string;
}

interface Props<Value extends string> {
  readonly label: string;
  readonly hint?: ComponentChildren;
  readonly choices: readonly SelectChoice<Value>[];
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
}

/** One of several, in words: the system's own list, which every thumb knows. */
export function SelectField<Value extends string>({ label, hint, choices, value, onChoose }: Props<Value>) {
  return (
    <Field label={label} hint={hint}>
      {(links) => (
        <div class="select">
          <select
            {...links}
            class="input"
            value={value}
            onChange={(event) => onChoose(event.currentTarget.value as Value)}
          >
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.words}
              </option>
            ))}
          </select>
          <Icon name="chevron-down" size="s" />
        </div>
      )}
    </Field>
  );
}
