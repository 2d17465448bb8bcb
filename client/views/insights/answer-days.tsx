import { waitsDrawing } from "../../model/insights/drawings.ts";
import { waitsSentence, type Waits } from "../../model/insights/waits.ts";
import { counted } from "../../model/words.ts";
import { Figure } from "./figure.tsx";
import { FiguresTable } from "./figures-table.tsx";
import { Plot } from "./plot.tsx";

/** Enough to hear how it usually is. */
const mostListed = 12;

export function AnswerDays({ waits }: { readonly waits: Waits }) {
  const sentence = waitsSentence(waits);
  if (waits.answered.length + waits.open.length === 0) {
    return <Figure title="Days to an answer" sentence={sentence || "The days from a talk to its answer, once one has come."} />;
  }
  const { ticks, ...drawing } = waitsDrawing(waits);
  return (
    <Figure title="Days to an answer" sentence={sentence}>
      <Plot
        {...drawing}
        marks={ticks}
        ticks
        table={
          <FiguresTable
            caption="Days to an answer"
            head={["Interview", "Days", "Answer"]}
            rows={[
              ...waits.answered.slice(-mostListed).map(({ name, days }) => row(name, days, "came")),
              ...waits.open.slice(-mostListed).map(({ name, days }) => row(name, days, "still open")),
            ]}
          />
        }
      />
    </Figure>
  );
}

const row = (name: string, days: number, answer: string): [string, string, string] => [name, counted(days, "day"), answer];
