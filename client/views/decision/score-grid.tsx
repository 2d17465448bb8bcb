import { setScore } from "../../actions/decisions.ts";
import { highestScore, type Round, type Score, scoreIn } from "../../model/decision.ts";
import type { DecisionView } from "./load.ts";
import { Scale } from "./scale.tsx";
import { WeightBars } from "./weight.tsx";

interface Props {
  readonly view: DecisionView;
  readonly round: Round;
}

/** A criterion at a time: that is how options are compared fairly. */
export function ScoreGrid({ view: { sheet, options, criteria, first, second }, round }: Props) {
  const scores = round === "first" ? first : second;
  return (
    <>
      <p class="muted small">5 is best for you. For a risk, 5 means little of it.</p>
      {criteria.map((criterion) => (
        <section key={criterion.id} class="score">
          <h3>
            {criterion.name}
            <WeightBars weight={criterion.weight} />
          </h3>
          {options.map((option) => (
            <div key={option.id} class="score__row">
              <span aria-hidden="true">{option.name}</span>
              <Scale
                look="balls"
                label={`${criterion.name}, ${option.name}`}
                max={highestScore}
                value={scoreIn(scores, option.id, criterion.id) ?? null}
                onPick={(score) => void setScore(sheet, round, option, criterion, score as Score | null)}
                mayBeEmpty
              />
            </div>
          ))}
        </section>
      ))}
    </>
  );
}
