// A question and the place for its answer. An error keeps the words and says so.

import type { ComponentChildren, InputHTMLAttributes } from "preact";
import { useId } from "preact/hooks";
import { Icon } from "./icon.tsx";

export interface FieldLinks {
  readonly id: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": "true" | undefined;
}

interface FieldProps {
  readonly label: string;
  readonly hint?: ComponentChildren;
  readonly error?: string | null;
  /** A small control beside the name, which the id is of. */
  readonly end?: (labelId: string) => ComponentChildren;
  /** Spread the links over the input, textarea or select. */
  readonly children: (links: FieldLinks) => ComponentChildren;
}

export function Field({ label, hint, error, end, children }: FieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div class="field">
      {end ? (
        <div class="field__head">
          <label for={id} id={`${id}-label`}>
            {label}
          </label>
          <div class="field__end">{end(`${id}-label`)}</div>
        </div>
      ) : (
        <label for={id}>{label}</label>
      )}
      {children({ id, "aria-describedby": described || undefined, "aria-invalid": error ? "true" : undefined })}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}

/** A field takes no more than its limit, and cuts what is pasted without a word: so it says so. */
export function fullWords(value: string, max: number | undefined): string | null {
  return max !== undefined && value.length >= max ? `It is full: ${max.toLocaleString("en")} letters. What is longer was not taken.` : null;
}

export function FieldError({ id, children }: { readonly id?: string; readonly children: ComponentChildren }) {
  return (
    <p class="field__error" id={id}>
      <Icon name="info" size="s" />
      <span>{children}</span>
    </p>
  );
}

interface TextFieldProps extends Pick<FieldProps, "label" | "hint" | "error"> {
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** Anything else an input may carry: type, autocomplete, maxLength, enterKeyHint … */
  readonly input?: InputHTMLAttributes<HTMLInputElement>;
}

export function TextField({ label, hint, error, value, onValue, input }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error ?? fullWords(value, Number(input?.maxLength) || undefined)}>
      {(links) => (
        <input class="input" dir="auto" {...input} {...links} value={value} onInput={(event) => onValue(event.currentTarget.value)} />
      )}
    </Field>
  );
}
