import { reachDrawing } from "../../model/insights/drawings.ts";
import { levelsSentence, personLevelNames, personLevels, reachSentence, type Reach } from "../../model/insights/reach.ts";
import { numberWord } from "../../model/words.ts";
import { Fold } from "../components/fold.tsx";
import { Figure } from "./figure.tsx";
import { FiguresTable } from "./figures-table.tsx";
import { Plot } from "./plot.tsx";

const title = "Who knows you, higher up";

export function ReachFigure({ reach }: { readonly reach: Reach }) {
  if (reach.known === 0) return <Figure title={title} sentence="Somebody knows you from the first talk you note with them. Nobody is noted yet." />;
  const { months, unit, ...drawing } = reachDrawing(reach);
  return (
    <Figure title={title} sentence={reachSentence(reach)}>
      <Plot {...drawing} marks={months} />
      <p class="muted small">
        {[
          unit > 1 && `A ball stands for ${numberWord(unit)}.`,
          levelsSentence(reach),
          "Counted from the first talk or message you noted with somebody.",
        ]
          .filter(Boolean)
          .join(" ")}
      </p>
      <Fold summary="Month by month">
        <FiguresTable
          isShown
          caption="Who knows you, by level, at the end of each month"
          head={["Level", ...reach.months.map(({ name }) => name.slice(0, 3))]}
          rows={personLevels.map((level) => [
            personLevelNames[level],
            ...reach.months.map(({ counts }) => String(counts[level])),
          ])}
        />
      </Fold>
    </Figure>
  );
}
