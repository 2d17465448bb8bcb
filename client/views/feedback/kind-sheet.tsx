import { resort } from "../../actions/feedback.ts";
import type { Kind, Sentence } from "../../model/feedback/sort.ts";
import { listed } from "../../model/words.ts";
import type { Entry } from "../../store/store.ts";
import { Choices } from "../components/choices.tsx";
import { Sheet } from "../components/sheet.tsx";
import { useLast } from "../listing/use-last.ts";
import { glimpse, kinds, kindWords } from "./words.ts";

interface Props {
  readonly request: Entry<"feedback">;
  /** The sentence whose label was tapped; null: closed. */
  readonly sentence: Sentence | null;
  readonly onClose: () => void;
}

/** The person knows better than any list: what a sentence is, and why the list said otherwise. */
export function KindSheet({ request, sentence, onClose }: Props) {
  const shown = useLast(sentence);
  const choose = (kind: Kind) => {
    onClose();
    if (sentence && kind !== sentence.kind) void resort(request, sentence.text, kind);
  };
  return (
    <Sheet title="What is it?" open={sentence !== null} onClose={onClose}>
      {shown && (
        <>
          <p dir="auto">“{glimpse(shown.text, 240)}”</p>
          <Choices
            manual
            label="What is it?"
            look="option"
            value={shown.kind}
            options={kinds.map((kind) => ({ value: kind, label: <KindLabel kind={kind} /> }))}
            onChange={choose}
          />
          <Reasons sentence={shown} />
        </>
      )}
    </Sheet>
  );
}

function KindLabel({ kind }: { readonly kind: Kind }) {
  return (
    <>
      <b>{kindWords[kind].name}:</b> {kindWords[kind].means}
    </>
  );
}

/** Why words are underlined; a few reasons are enough to see the point. */
function Reasons({ sentence }: { readonly sentence: Sentence }) {
  if (sentence.kind === "fact" || sentence.vague.length === 0) return null;
  return (
    <ul class="stack--s muted small">
      {[...wordsByReason(sentence)].slice(0, 4).map(([reason, words]) => (
        <li key={reason}>
          <b dir="auto">{listed(words)}</b>: {reason}
        </li>
      ))}
    </ul>
  );
}

function wordsByReason({ text, vague }: Sentence): ReadonlyMap<string, readonly string[]> {
  const words = new Map<string, string[]>();
  for (const { start, end, reason } of vague) {
    words.set(reason, [...(words.get(reason) ?? []), `“${text.slice(start, end)}”`]);
  }
  return words;
}
