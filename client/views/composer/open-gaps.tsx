import { useComputed } from "@preact/signals";
import { gapsIn } from "../../model/messages/draft.ts";
import { capital } from "../../model/words.ts";
import type { TypedTextField } from "../../store/typing.ts";

type Text = Pick<TypedTextField, "words" | "ref">;

interface Props {
  readonly words: Text;
  readonly subject: Text;
}

/** What only the person can say: a tap leads to the place. */
export function OpenGaps({ words, subject }: Props) {
  // As one text, which is the same after most keys: then nothing is painted anew.
  const listed = useComputed(() => [...new Set([subject, words].flatMap(labelsIn))].join("\n"));
  if (listed.value === "") return null;
  return (
    <section class="composer__gaps" aria-label="Still to fill in">
      <p class="hint">Still to fill in</p>
      <ul class="choices">
        {listed.value.split("\n").map((label) => (
          <li key={label}>
            <button type="button" class="choice choice--add" onClick={() => goTo(label, [words, subject])}>
              {capital(label)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const labelsIn = ({ words }: Text): string[] => gapsIn(words.value).map(({ label }) => label);

function goTo(label: string, texts: readonly Text[]): void {
  for (const area of texts.map(({ ref }) => ref.current)) {
    const gap = area && gapsIn(area.value).find((one) => one.label === label);
    if (!gap) continue;
    area.focus();
    area.setSelectionRange(gap.start, gap.end);
    return;
  }
}
