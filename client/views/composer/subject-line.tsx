import { useId } from "preact/hooks";
import { schema } from "../../model/schema.ts";
import type { TypedTextField } from "../../store/typing.ts";

interface Props {
  readonly text: TypedTextField;
  /** Enter: on to the letter. */
  readonly onDone: () => void;
}

/** One line that grows when it is long. A line break in it would be a header of its own in the mail. */
export function SubjectLine({ text, onDone }: Props) {
  const id = useId();
  const type = (event: { readonly currentTarget: HTMLTextAreaElement }) => {
    const area = event.currentTarget;
    if (/[\r\n]/.test(area.value)) area.value = area.value.replace(/\s*[\r\n]+\s*/g, " ");
    text.onInput(event);
  };
  return (
    <div class="letter__line">
      <label for={id}>Subject</label>
      <textarea
        id={id}
        class="letter__subject"
        rows={1}
        dir="auto"
        autocomplete="off"
        enterkeyhint="next"
        maxLength={schema.messages.subject.max}
        ref={text.ref}
        value={text.words}
        onInput={type}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.isComposing) return;
          event.preventDefault();
          onDone();
        }}
      />
    </div>
  );
}
