import { Field } from "../../components/field.tsx";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

/** Somebody’s words, as long as they are. Not a row yet, so nothing to merge with. */
export function TextArea({ label, value, onValue }: Props) {
  return (
    <Field label={label}>
      {(links) => (
        <textarea
          {...links}
          class="input long-text"
          rows={3}
          dir="auto"
          style={{ "--rows": 3 }}
          maxLength={20_000}
          value={value}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
