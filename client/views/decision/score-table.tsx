import { scoreIn, type Criterion, type Option, type Scores } from "../../model/decision.ts";
import { WeightBars } from "./weight.tsx";

interface Props {
  readonly view: { readonly options: readonly Option[]; readonly criteria: readonly Criterion[] };
  readonly scores: Scores;
  /** What the table is, for whoever hears it. */
  readonly label: string;
}

/** The highest of each row in bold. Wider than the page it scrolls inside its frame. */
export function ScoreTable({ view: { options, criteria }, scores, label }: Props) {
  return (
    <div class="scores__frame" role="region" aria-label={label} tabIndex={0}>
      <table class="scores">
        <thead>
          <tr>
            <th scope="col">Criterion and weight</th>
            {options.map(({ id, name }) => (
              <th key={id} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {criteria.map((criterion) => {
            const row = options.map(({ id }) => scoreIn(scores, id, criterion.id) ?? null);
            const highest = Math.max(...row.map((score) => score ?? 0));
            return (
              <tr key={criterion.id}>
                <th scope="row">
                  {criterion.name}
                  <WeightBars weight={criterion.weight} />
                </th>
                {row.map((score, index) => (
                  <td key={options[index]!.id} class={score === highest ? "hi" : undefined}>
                    {score ?? <span aria-label="no score">–</span>}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
