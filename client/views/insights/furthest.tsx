import { dayOf, deviceZone } from "../../model/days.ts";
import { roundsDrawing } from "../../model/insights/drawings.ts";
import { drawnProcesses, drawnWords, levelNames, roundsSentence, type Process, type Progress } from "../../model/insights/rounds.ts";
import { shortMonthWords } from "../../model/words.ts";
import { Figure } from "./figure.tsx";
import { FiguresTable } from "./figures-table.tsx";
import { Plot } from "./plot.tsx";

interface Props {
  readonly processes: readonly Process[];
  readonly progress: Progress;
}

export function Furthest({ processes, progress }: Props) {
  if (processes.length === 0) return <Figure title="Furthest round" sentence="Each interview becomes a hop here, as high as it went." />;
  const drawn = drawnProcesses(processes);
  const sentence = [roundsSentence(progress, deviceZone()), drawnWords(processes.length)].filter(Boolean).join(" ");
  return (
    <Figure title="Furthest round" sentence={sentence}>
      <Plot
        {...roundsDrawing(drawn)}
        table={
          <FiguresTable
            caption="Furthest round"
            head={["Interview", "When", "How far"]}
            rows={drawn.map((one) => [one.name, whenWords(one), levelNames[one.level]])}
          />
        }
      />
      <ol class="plot__below" aria-hidden="true">
        {drawn.map((one) => (
          <li key={one.id}>
            <span>{one.name}</span>
            <small>{whenWords(one)}</small>
          </li>
        ))}
      </ol>
    </Figure>
  );
}

function whenWords({ isOpen, atMs }: Process): string {
  const zone = deviceZone();
  return isOpen ? "open" : shortMonthWords(dayOf(atMs, zone), dayOf(Date.now(), zone));
}
