import { useState } from "preact/hooks";
import { readAddress } from "../../model/messages/address.ts";
import { schema } from "../../model/schema.ts";
import { Field } from "../components/field.tsx";
import { useDraft } from "../editing/use-draft.ts";

interface Props {
  readonly name: string;
  readonly email: string | null;
  /** As the sheet opens. */
  readonly hasFocus: boolean;
  readonly onKeep: (email: string) => void;
}

/** Somebody's address, kept when it can be one; until then the words stay and the reason stands below. */
export function AddressField({ name, email, hasFocus, onKeep }: Props) {
  const [problem, setProblem] = useState<string | null>(null);
  const draft = useDraft({
    kept: email ?? "",
    keep: (typed) => onKeep(readAddress(typed).address ?? typed),
    mayKeep: (typed) => typed !== "" && readAddress(typed).problem === null,
  });
  const leave = () => {
    setProblem(draft.value.trim() === "" ? null : readAddress(draft.value).problem);
    draft.settle();
  };
  return (
    <Field label={`Address of ${name}`} error={problem}>
      {(links) => (
        <input
          {...links}
          class="input"
          type="text"
          inputMode="email"
          autocomplete="off"
          autocapitalize="off"
          autofocus={hasFocus}
          spellcheck={false}
          placeholder="ruth@example.org"
          maxLength={schema.people.email.max}
          value={draft.value}
          onInput={draft.onInput}
          onBlur={leave}
          onKeyDown={(event) => event.key === "Enter" && !event.isComposing && leave()}
        />
      )}
    </Field>
  );
}
