import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { isDay, type Day } from "../../model/days.ts";
import { Field } from "../components/field.tsx";
import { dayProblem } from "./day-input.ts";
import { useDraft } from "./use-draft.ts";

interface Props {
  readonly label: string;
  readonly hint?: ComponentChildren;
  readonly value: Day | null;
  readonly onKeep: (day: Day | null) => void;
}

/** A day of the calendar. Kept when the field is left: while one types a year, every digit is a date of its own. */
export function DayField({ label, hint, value, onKeep }: Props) {
  const [problem, setProblem] = useState<string | null>(null);
  const found = useRef<string | null>(null);
  const draft = useDraft({
    kept: value ?? "",
    keep: (typed) => onKeep(typed === "" ? null : typed),
    mayKeep: (typed) => found.current === null && (typed === "" || isDay(typed)),
  });
  return (
    <Field label={label} hint={hint} error={problem}>
      {(links) => (
        <input
          {...links}
          type="date"
          class="input"
          min="1900-01-01"
          max="9999-12-31"
          value={draft.value}
          onInput={(event) => {
            found.current = dayProblem(event.currentTarget);
            draft.onInput(event);
          }}
          onBlur={(event) => {
            found.current = dayProblem(event.currentTarget);
            setProblem(found.current);
            draft.settle();
          }}
        />
      )}
    </Field>
  );
}
