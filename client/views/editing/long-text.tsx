import { useComputed } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { schema, type CollectionName, type FieldSpec } from "../../model/schema.ts";
import { useTypedText } from "../../store/typing.ts";
import { Field, fullWords } from "../components/field.tsx";
import { VersionsButton } from "../versions/versions-button.tsx";

interface Props {
  readonly collection: CollectionName;
  readonly id: string;
  readonly field: string;
  readonly label: string;
  readonly hint?: ComponentChildren;
  readonly placeholder?: string;
  readonly rows?: number;
  /** In a sheet that is there for this text. */
  readonly autofocus?: boolean;
}

/** A long text of a row: every keystroke is kept, also what it said before, and what another device writes is merged. */
export function LongText({ collection, id, field, label, hint, placeholder, rows = 4, autofocus = false }: Props) {
  const text = useTypedText(collection, id, field);
  // What is longer the server would refuse; then the row could never be sent.
  const { max } = (schema[collection] as Record<string, FieldSpec>)[field] ?? {};
  // Computed, so that a key paints nothing here until the field is full.
  const full = useComputed(() => fullWords(text.words.value, max));
  return (
    <Field
      label={label}
      hint={hint}
      error={full.value}
      end={(name) => <VersionsButton collection={collection} id={id} field={field} describedBy={name} />}
    >
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
          value={text.words}
          onInput={text.onInput}
        />
      )}
    </Field>
  );
}
