import { effectAndGain, praiseLine, proofLine, type Density, type PageEntry, type PageHead } from "../../../model/wins-page.ts";
import { dateWords } from "../../../model/words.ts";
import { today } from "../today.ts";

interface Props {
  readonly entries: readonly PageEntry[];
  readonly head: PageHead;
  readonly when: string;
  readonly density: Density;
}

/** The sheet itself, and all of the page that a printer sees. */
export function Paper({ entries, head, when, density }: Props) {
  return (
    <article class="paper" data-density={density} aria-label="The page">
      <header class="paper__head">
        <h2>{head.title}</h2>
        <p>{[head.name, when].filter(Boolean).join(" · ")}</p>
      </header>
      <ol class="paper__wins">
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
    </article>
  );
}

function Entry({ entry }: { readonly entry: PageEntry }) {
  const [effect, praise, proof] = [effectAndGain(entry), praiseLine(entry), proofLine(entry)];
  return (
    <li class="paper__win">
      <time class="paper__day" dateTime={entry.day}>
        {dateWords(entry.day, "UTC", today())}
      </time>
      <div>
        <h3 dir="auto">{entry.title}</h3>
        {effect && <p dir="auto">{effect}</p>}
        {praise && <p dir="auto">{praise}</p>}
        {proof && (
          <p class="paper__proof" dir="auto">
            {proof}
          </p>
        )}
      </div>
    </li>
  );
}
