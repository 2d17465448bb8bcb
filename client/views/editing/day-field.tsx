import type { ComponentChildren } from "preact";
import { isDay, type Day } from "../../model/days.ts";
import { Field } from "../components/field.tsx";
import { useDraft } from "./use-draft.ts";

interface Props {
  readonly label: string;
  readonly hint?: ComponentChildren;
  readonly value: Day | null;
  readonly onKeep: (day: Day | null) => void;
}

/** A day of the calendar. Kept when the field is left: while one types a year, every digit is a date of its own. */
export function DayField({ label, hint, value, onKeep }: Props) {
  const draft = useDraft({
    kept: value ?? "",
    keep: (typed) => onKeep(typed === "" ? null : typed),
    mayKeep: (typed) => typed === "" || isDay(typed),
  });
  return (
    <Field label={label} hint={hint}>
      {(links) => (
        <input
          {...links}
          type="date"
          class="input"
          min="1900-01-01"
          max="9999-12-31"
          value={draft.value}
          onInput={draft.onInput}
          onBlur={draft.settle}
        />
      )}
    </Field>
  );
}
