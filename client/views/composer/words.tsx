import { gapsIn } from "../../model/messages/draft.ts";
import { stretches, type Mark } from "../../model/messages/marked.ts";
import { schema } from "../../model/schema.ts";
import type { TypedTextField } from "../../store/typing.ts";

interface Props {
  readonly text: TypedTextField;
  readonly marks: readonly Mark[];
}

/** A pasted novel scrolls in a window of its own: painting all of it again on every key would be felt. */
const longestGrown = 20_000;

/**
 * The letter itself: a plain text field over a sheet that carries the same words in invisible ink, with the marks. The
 * sheet gives the field its height, too.
 */
export function Words({ text, marks }: Props) {
  const isLong = text.value.length > longestGrown;
  return (
    <div class={isLong ? "letter__text letter__text--long" : "letter__text"}>
      {!isLong && (
        <div class="letter__marks" aria-hidden="true">
          {stretches(text.value, marks).map(({ kind, text: words }, index) =>
            kind === "plain" ? words : <span key={index} class={kind === "fact" ? "fill" : "gap"}>{words}</span>,
          )}
          {/* A line break at the very end begins a line, too. */}
          {"\u200b"}
        </div>
      )}
      <textarea
        class="letter__words"
        aria-label="Message"
        autocapitalize="sentences"
        spellcheck
        maxLength={schema.messages.body.max}
        ref={text.ref}
        value={text.value}
        onInput={text.onInput}
        onClick={(event) => selectGapAtCaret(event.currentTarget)}
      />
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
