import { resort } from "../../actions/feedback.ts";
import type { Kind, Sentence } from "../../model/feedback/sort.ts";
import type { Entry } from "../../store/store.ts";
import { Choices } from "../components/choices.tsx";
import { Sheet } from "../components/sheet.tsx";
import { useLast } from "./use-last.ts";
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

/** Why a word is underlined; a few are enough to see the point. */
function Reasons({ sentence: { text, kind, vague } }: { readonly sentence: Sentence }) {
  if (kind === "fact" || vague.length === 0) return null;
  return (
    <ul class="stack--s muted small">
      {vague.slice(0, 4).map(({ start, end, reason }) => (
        <li key={start}>
          <b dir="auto">“{text.slice(start, end)}”</b> {reason}
        </li>
      ))}
    </ul>
  );
}
