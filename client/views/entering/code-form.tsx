// One field for a code, and what is wrong with it in words before anybody is asked.

import { useState } from "preact/hooks";
import type { Entrance, EnteringOutcome } from "../../actions/entering.ts";
import { countLetters } from "../../model/codes.ts";
import { Dock } from "../components/dock.tsx";
import { TextField } from "../components/field.tsx";
import { Top } from "../components/top.tsx";
import { BareFrame } from "../frame/frame.tsx";

interface CodeFormProps {
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  readonly what: string;
  /** How many the code has; fewer are not sent. */
  readonly letters: number;
  readonly send: (code: string) => Promise<EnteringOutcome>;
  readonly onEntered: (entrance: Entrance) => void;
}

export function CodeForm({ title, label, hint, what, letters, send, onEntered }: CodeFormProps) {
  const [code, setCode] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);

  const submit = async (event: Event) => {
    event.preventDefault();
    if (isAsking) return;
    const given = countLetters(code);
    if (given < letters) return setFault(`A code has ${letters} letters and digits. These are ${given}.`);
    setAsking(true);
    setFault(null);
    const outcome = await send(code);
    setAsking(false);
    if (outcome.kind === "at the door") onEntered(outcome.entrance);
    if (outcome.kind === "failed") setFault(outcome.message);
  };

  const dock = (
    <Dock low>
      <button type="submit" form="code-form" class="btn btn--primary btn--wide" aria-disabled={isAsking}>
        Go on
      </button>
      <p class="dock__note">{what}</p>
    </Dock>
  );
  return (
    <BareFrame dock={dock}>
      <Top back="/sign-in" plain />
      <div class="body">
        <h1>{title}</h1>
        <form id="code-form" onSubmit={(event) => void submit(event)} noValidate>
          <div aria-live="polite">
            <TextField
              label={label}
              hint={hint}
              error={fault}
              value={code}
              onValue={setCode}
              input={{
                autocomplete: "off",
                autocapitalize: "characters",
                spellcheck: false,
                maxLength: 100,
                enterKeyHint: "go",
                class: "input code-input",
              }}
            />
          </div>
        </form>
      </div>
    </BareFrame>
  );
}
