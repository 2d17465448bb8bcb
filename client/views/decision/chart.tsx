import { decisionChart, type ChartRow, type DecisionChart } from "../../model/decision-chart.ts";
import type { Standing } from "../../model/decision.ts";
import { chartSentence } from "../../model/decision-words.ts";

/** What the week changed: words that grow with the reader's size of text, and under each a line with its hop. */
export function Chart({ standings, later }: { readonly standings: readonly Standing[]; readonly later: string }) {
  const chart = decisionChart(standings);
  return (
    <figure class="figure">
      <p class="hidden">{chartSentence(standings)}</p>
      <div class="swings" aria-hidden="true">
        {chart.rows.map((row) => (
          <Swing key={row.id} row={row} chart={chart} />
        ))}
        <Axis chart={chart} />
      </div>
      <figcaption class="key" aria-hidden="true">
        <span>
          <Sign look="first" />
          First
        </span>
        <span>
          <Sign look="blind" />
          {later}
        </span>
        <span>
          <Sign look="win" />
          Highest now
        </span>
      </figcaption>
    </figure>
  );
}

function Swing({ row, chart: { width, rowHeight, baseline } }: { readonly row: ChartRow; readonly chart: DecisionChart }) {
  return (
    <div class="swing">
      <p>
        <b>{row.name}</b>
        <span>{row.words}</span>
      </p>
      <svg class="plot" viewBox={`0 0 ${width} ${rowHeight}`}>
        <line class="axis" x1={0} x2={width} y1={baseline} y2={baseline} />
        {row.hop !== null && <path class="move" d={row.hop} />}
        {row.first !== null && <circle class="first" cx={row.first} cy={baseline} r={6.5} />}
        {row.second !== null && <circle class={row.isHighest ? "win" : "blind"} cx={row.second} cy={baseline} r={8} />}
      </svg>
    </div>
  );
}

function Axis({ chart: { width, ticks } }: { readonly chart: DecisionChart }) {
  return (
    <div class="swing__axis">
      <svg class="plot" viewBox={`0 0 ${width} 8`}>
        <line class="edge" x1={0} x2={width} y1={1} y2={1} />
        {ticks.map(({ x }) => (
          <line key={x} class="edge" x1={x} x2={x} y1={1} y2={8} />
        ))}
      </svg>
      <p>
        {ticks.map(({ label }) => (
          <span key={label}>{label}</span>
        ))}
      </p>
    </div>
  );
}

function Sign({ look }: { readonly look: "first" | "blind" | "win" }) {
  return (
    <svg class="plot" width={16} height={16} viewBox="0 0 16 16">
      <circle class={look} cx={8} cy={8} r={look === "first" ? 5.5 : 6.5} />
    </svg>
  );
}
