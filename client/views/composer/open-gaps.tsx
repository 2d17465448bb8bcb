import { gapsIn, type Gap } from "../../model/messages/draft.ts";
import { capital } from "../../model/words.ts";

interface Area {
  readonly current: HTMLTextAreaElement | null;
}

interface Props {
  readonly gaps: readonly Gap[];
  readonly words: Area;
  readonly subject: Area;
}

/** What only the person can say: a tap leads to the place. */
export function OpenGaps({ gaps, words, subject }: Props) {
  const labels = [...new Set(gaps.map(({ label }) => label))];
  if (labels.length === 0) return null;
  return (
    <section class="composer__gaps" aria-label="Still to fill in">
      <p class="hint">Still to fill in</p>
      <ul class="choices">
        {labels.map((label) => (
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

function goTo(label: string, areas: readonly Area[]): void {
  for (const { current: area } of areas) {
    const gap = area && gapsIn(area.value).find((one) => one.label === label);
    if (!gap) continue;
    area.focus();
    area.setSelectionRange(gap.start, gap.end);
    return;
  }
}
