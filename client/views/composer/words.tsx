import { useComputed, type ReadonlySignal } from "@preact/signals";
import { gapsIn, type Part } from "../../model/messages/draft.ts";
import { marksIn, stretches } from "../../model/messages/marked.ts";
import { schema } from "../../model/schema.ts";
import type { TypedTextField } from "../../store/typing.ts";
import { FieldError, fullWords } from "../components/field.tsx";

interface Props {
  readonly text: TypedTextField;
  /** What was suggested, whose facts are marked; null: the person has checked them, and only gaps are. */
  readonly facts: readonly Part[] | null;
}

/** No letter one writes is longer. What was pasted grows in its field alone: to paint it twice on every key is felt. */
const longestMarked = 4_000;

/**
 * The letter itself: a plain text field over a sheet that carries the same words in invisible ink, with the marks. The
 * sheet gives the field its height, too.
 */
export function Words({ text, facts }: Props) {
  const isLong = useComputed(() => text.words.value.length > longestMarked);
  const full = useComputed(() => fullWords(text.words.value, schema.messages.body.max));
  return (
    <>
      <div class={isLong.value ? "letter__text letter__text--long" : "letter__text"}>
        {!isLong.value && <Sheet words={text.words} facts={facts} />}
        <textarea
          class="letter__words"
          aria-label="Message"
          autocapitalize="sentences"
          spellcheck
          maxLength={schema.messages.body.max}
          ref={text.ref}
          value={text.words}
          onInput={text.onInput}
          onClick={(event) => selectGapAtCaret(event.currentTarget)}
        />
      </div>
      {full.value && <FieldError>{full.value}</FieldError>}
    </>
  );
}

function Sheet({ words, facts }: { readonly words: ReadonlySignal<string>; readonly facts: Props["facts"] }) {
  const marks = marksIn(words.value, facts ?? []);
  return (
    <div class="letter__marks" aria-hidden="true">
      {stretches(words.value, marks).map(({ kind, text }, index) =>
        kind === "plain" ? text : <span key={index} class={kind === "fact" ? "fill" : "gap"}>{text}</span>,
      )}
      {/* A line break at the very end begins a line, too. */}
      {"\u200b"}
    </div>
  );
}

/** A tap into a gap takes all of it, so that the next key fills it in. */
function selectGapAtCaret(area: HTMLTextAreaElement): void {
  const { selectionStart: caret, selectionEnd } = area;
  if (caret !== selectionEnd) return;
  const gap = gapsIn(area.value).find(({ start, end }) => caret > start && caret < end);
  if (gap) area.setSelectionRange(gap.start, gap.end);
}
