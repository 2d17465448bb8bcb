import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import type { Sentence } from "../../model/feedback/sort.ts";
import { Icon } from "../components/icon.tsx";
import { LongList } from "../listing/long-list.tsx";
import { kindWords } from "./words.ts";

interface Props {
  readonly sentences: readonly Sentence[];
  /** The label of a sentence was tapped. */
  readonly onChange: (sentence: Sentence) => void;
}

/** What they wrote, sorted: a rule for a fact, dashes for a reading, dots for no information. */
export function Said({ sentences, onChange }: Props) {
  return (
    <section>
      <h2 class="hidden">What they wrote, sorted</h2>
      <LongList class="said" name="an answer" rows={sentences} keyOf={({ start }) => String(start)}>
        {(sentence) => <Line sentence={sentence} onChange={() => onChange(sentence)} />}
      </LongList>
    </section>
  );
}

function Line({ sentence, onChange }: { readonly sentence: Sentence; readonly onChange: () => void }) {
  const id = useId();
  const { name, means } = kindWords[sentence.kind];
  return (
    <li data-kind={sentence.kind}>
      <p id={id} dir="auto">
        {marked(sentence)}
      </p>
      <button type="button" class="kind" aria-haspopup="dialog" aria-describedby={id} onClick={onChange}>
        <span>
          <b>{name}:</b> {means}
        </span>
        <Icon name="chevron-down" size="xs" />
      </button>
    </li>
  );
}

/** The sentence with its vague words underlined; a fact, also one made by hand, has none. */
function marked({ text, kind, vague }: Sentence): ComponentChildren {
  if (kind === "fact") return text;
  const parts: ComponentChildren[] = [];
  let at = 0;
  for (const { start, end } of vague) {
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return [...parts, text.slice(at)];
}
