import { recordOutcome } from "../../actions/interviews.ts";
import { dayOf, deviceZone } from "../../model/days.ts";
import { answers, answerWords, isWaiting, outcomeSentence } from "../../model/words.ts";
import type { Entry } from "../../store/store.ts";
import { Choices } from "../components/choices.tsx";
import { Icon } from "../components/icon.tsx";
import { answerIcons } from "../interviews/tag.ts";

const question = "What did they say?";
const options = answers.map((value) => ({ value, label: answerWords[value], icon: answerIcons[value] }));

/** Four answers of equal weight. Arrow keys only move along them: one answer plans everything anew. */
export function Outcome({ interview }: { readonly interview: Entry<"interviews"> }) {
  const { id, outcome } = interview;
  const answer = outcome === null || outcome === "waiting" ? null : outcome;
  return (
    <section id="outcome">
      <h2>{question}</h2>
      <p class="state">
        <Icon name={answer === null ? "hourglass" : answerIcons[answer]} size="s" />
        <span>{stateWords(interview)}</span>
      </p>
      <Choices
        look="outcome"
        manual
        label={question}
        options={options}
        value={answer}
        onChange={(chosen) => chosen !== answer && void recordOutcome(id, chosen)}
      />
      {answer !== null && (
        <button type="button" class="btn btn--text outcome-back" onClick={() => void recordOutcome(id, "waiting")}>
          Still waiting after all
        </button>
      )}
    </section>
  );
}

/** Confidence stands beside the answer once there is one: that is what it was locked for. */
function stateWords(interview: Entry<"interviews">): string {
  const zone = deviceZone();
  const said = outcomeSentence(interview, zone, dayOf(Date.now(), zone));
  if (isWaiting(interview) || interview.confidence === null) return said;
  return `${said} You felt ${interview.confidence} of 5 before.`;
}
