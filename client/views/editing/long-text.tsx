import type { ComponentChildren } from "preact";
import { schema, type FieldSpec } from "../../model/schema.ts";
import { useTypedText } from "../../store/typing.ts";
import { Field } from "../components/field.tsx";

interface Props {
  readonly collection: "interviews" | "rounds" | "attendances" | "items" | "people" | "touches" | "wins" | "plans" | "feedback";
  readonly id: string;
  readonly field: string;
  readonly label: string;
  readonly hint?: ComponentChildren;
  readonly placeholder?: string;
  readonly rows?: number;
  /** In a sheet that is there for this text. */
  readonly autofocus?: boolean;
}

/** A long text of a row: every keystroke is kept, and what another device writes is merged under the caret. */
export function LongText({ collection, id, field, label, hint, placeholder, rows = 4, autofocus = false }: Props) {
  const text = useTypedText(collection, id, field);
  // What is longer the server would refuse; then the row could never be sent.
  const { max } = (schema[collection] as Record<string, FieldSpec>)[field] ?? {};
  return (
    <Field label={label} hint={hint}>
      {(links) => (
        <textarea
          {...links}
          class="input long-text"
          rows={rows}
          dir="auto"
          maxLength={max}
          style={{ "--rows": rows }}
          autofocus={autofocus}
          placeholder={placeholder}
          ref={text.ref}
          value={text.value}
          onInput={text.onInput}
        />
      )}
    </Field>
  );
}
