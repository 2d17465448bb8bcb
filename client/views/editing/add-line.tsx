import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { FieldError, fullWords } from "../components/field.tsx";
import { Icon } from "../components/icon.tsx";
import { afterTheTap } from "./after-the-tap.ts";

interface Props {
  /** The field's name: "A new line". */
  readonly label: string;
  /** The button's name: "Add this line". */
  readonly addLabel: string;
  readonly placeholder?: string;
  readonly max: number | undefined;
  readonly onAdd: (text: string) => void;
  /** Large and brass, in the air of Wins; elsewhere quiet. */
  readonly primary?: boolean;
  readonly autoFocus?: boolean;
  /** Left empty, by Escape or by going elsewhere. */
  readonly onLeave?: () => void;
}

/** One line, added with Enter or a thumb. The field keeps the focus for the next one. */
export function AddLine(props: Props) {
  const { label, addLabel, placeholder, max, onAdd, primary = false, autoFocus = false, onLeave } = props;
  const [text, setText] = useState("");
  const input = useRef<HTMLInputElement>(null);
  // The attribute alone counts on a page's load and in a dialog, not for a field that comes with a tap.
  useLayoutEffect(() => {
    if (autoFocus) input.current?.focus();
  }, [autoFocus]);

  const add = (event: Event) => {
    event.preventDefault();
    input.current?.focus();
    const line = text.trim();
    if (line === "") return;
    setText("");
    onAdd(line);
  };
  const leaveEmpty = (event: FocusEvent) => {
    const form = event.currentTarget as HTMLElement;
    if (text === "" && !form.contains(event.relatedTarget as Node | null)) afterTheTap(() => onLeave?.());
  };
  const full = fullWords(text, max);
  return (
    <>
      <form class="quick" onSubmit={add} onFocusOut={leaveEmpty}>
        <input
          ref={input}
          class="input"
          dir="auto"
          aria-label={label}
          placeholder={placeholder}
          autocomplete="off"
          enterkeyhint="done"
          maxLength={max}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => event.key === "Escape" && text === "" && onLeave?.()}
        />
        <button
          type="submit"
          class={primary ? "btn btn--primary btn--square" : "btn btn--tool btn--square"}
          aria-label={addLabel}
        >
          <Icon name="plus" />
        </button>
      </form>
      {full !== null && <FieldError>{full}</FieldError>}
    </>
  );
}
