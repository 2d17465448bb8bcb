import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Field, fullWords } from "../components/field.tsx";
import { useDraft } from "./use-draft.ts";

/** Which keyboard a phone shows, and what the browser may fill in. */
interface KeyboardHints {
  readonly inputMode?: "text" | "email" | "tel" | "url";
  readonly autocomplete?: string;
  readonly autocapitalize?: "off" | "words" | "sentences";
  readonly spellcheck?: boolean;
}

interface Props {
  readonly label: string;
  readonly hint?: ComponentChildren;
  readonly value: string | null;
  /** Called once, when the field is left with other words in it; null for an emptied one. */
  readonly onKeep: (value: string | null) => void;
  /** What to say when the field is left empty. Without it, empty is fine. */
  readonly needed?: string;
  readonly max: number | undefined;
  /** A sentence rather than a word: the field grows with it. It is one line all the same. */
  readonly wrap?: boolean;
  readonly input?: KeyboardHints;
}

/** One short value of a row. It keeps itself; the snackbar has the way back. */
export function ShortField({ label, hint, value, onKeep, needed, max, wrap = false, input }: Props) {
  const [isMissing, setMissing] = useState(false);
  const draft = useDraft({
    kept: value ?? "",
    keep: (typed) => onKeep(typed === "" ? null : typed),
    mayKeep: (typed) => needed === undefined || typed !== "",
  });
  const leave = () => {
    setMissing(needed !== undefined && draft.value.trim() === "");
    draft.settle();
  };
  const typing = {
    autocomplete: "off",
    dir: "auto" as const,
    ...input,
    maxLength: max,
    value: draft.value,
    onInput: draft.onInput,
    onBlur: leave,
    onKeyDown: settleOnEnter(leave),
  };
  return (
    <Field label={label} hint={hint} error={isMissing ? needed : fullWords(draft.value, max)}>
      {(links) =>
        wrap ? (
          <textarea {...typing} {...links} class="input wrapping" rows={1} />
        ) : (
          <input {...typing} {...links} class="input" />
        )
      }
    </Field>
  );
}

/** Enter keeps the value and stays; while an input method composes, Enter belongs to it. */
const settleOnEnter = (settle: () => void) => (event: KeyboardEvent) => {
  if (event.key !== "Enter" || event.isComposing) return;
  event.preventDefault();
  settle();
};
