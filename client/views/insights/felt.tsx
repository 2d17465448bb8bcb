import { confidenceSentence, enoughRecorded, feelings, type Confidence } from "../../model/insights/confidence.ts";
import { confidenceDrawing } from "../../model/insights/drawings.ts";
import { Figure } from "./figure.tsx";

/** A lane for each answer, all drawn alike: a no weighs what an offer weighs. */
export function Felt({ confidence }: { readonly confidence: Confidence }) {
  const sentence = confidenceSentence(confidence);
  if (confidence.recorded < enoughRecorded) return <Figure title="Confidence and outcome" sentence={sentence} />;
  return (
    <Figure title="Confidence and outcome" sentence={sentence}>
      <table class="felt">
        <caption class="hidden">How many interviews felt so, by what came of them</caption>
        <thead>
          <tr>
            <td />
            {feelings.map((feeling) => (
              <th key={feeling} scope="col">
                {feeling}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {confidenceDrawing(confidence).lanes.map(({ word, cells }) => (
            <tr key={word}>
              <th scope="row">{word}</th>
              {cells.map(({ count, size }, index) => (
                <td key={index}>
                  {count > 0 ? (
                    <span class="felt__ball" style={{ "--size": size }}>
                      {count}
                    </span>
                  ) : (
                    <span class="hidden">none</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p class="muted small">From 1, it went badly, to 5, it went well.</p>
    </Figure>
  );
}
