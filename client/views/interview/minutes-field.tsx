import { useState } from "preact/hooks";
import { readMinutes } from "../../model/minutes.ts";
import { Field } from "../components/field.tsx";
import { useDraft } from "../editing/use-draft.ts";

interface Props {
  readonly value: number | null;
  readonly onKeep: (minutes: number | null) => void;
}

/** How long a talk was, as somebody would say it. What cannot be a length stays in the field, with the reason below. */
export function MinutesField({ value, onKeep }: Props) {
  const [problem, setProblem] = useState<string | null>(null);
  const draft = useDraft({
    kept: value === null ? "" : String(value),
    keep: (typed) => {
      const read = readMinutes(typed);
      if (read !== "unclear") onKeep(read);
    },
    mayKeep: (typed) => readMinutes(typed) !== "unclear",
  });
  const leave = () => {
    const isUnclear = readMinutes(draft.value) === "unclear";
    setProblem(isUnclear ? "A number of minutes, up to 1,440, which is a whole day. Nothing was changed." : null);
    draft.settle();
  };
  return (
    <Field label="How many minutes" error={problem}>
      {(links) => (
        <input
          {...links}
          class="input"
          inputMode="numeric"
          autocomplete="off"
          enterkeyhint="done"
          placeholder="45"
          maxLength={20}
          value={draft.value}
          onInput={draft.onInput}
          onBlur={leave}
          onKeyDown={(event) => event.key === "Enter" && !event.isComposing && leave()}
        />
      )}
    </Field>
  );
}
