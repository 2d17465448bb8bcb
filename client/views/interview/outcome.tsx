import { recordOutcome, takeBackOutcome } from "../../actions/outcome.ts";
import { dismissSnack } from "../../actions/undo.ts";
import { dayOf, deviceZone } from "../../model/days.ts";
import { answers, answerWords, isWaiting, outcomeSentence, type Outcome as Answer } from "../../model/words.ts";
import type { Entry } from "../../store/store.ts";
import { Choices } from "../components/choices.tsx";
import { Icon } from "../components/icon.tsx";
import { answerIcons } from "../interviews/tag.ts";
import { navigate } from "../router.ts";
import { WhatChanged } from "./what-changed.tsx";

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
        onChange={(chosen) => chosen !== answer && void record(id, chosen)}
      />
      {answer !== null && <AfterTheAnswer interview={interview} />}
    </section>
  );
}

function AfterTheAnswer({ interview }: { readonly interview: Entry<"interviews"> }) {
  return (
    <div class="outcome-after">
      <WhatChanged interview={interview} />
      <div class="btns">
        {isFirstDayOfNo(interview) && (
          <a class="btn btn--text" href={`/first-hour/${interview.id}`}>
            The first hour
          </a>
        )}
        <button type="button" class="btn btn--text" onClick={() => void takeBackOutcome(interview.id)}>
          Wrong answer? Undo
        </button>
      </div>
    </div>
  );
}

/** A no leads to its first hour, which says what happened and has its own way back: nothing pops up there. */
async function record(id: string, answer: Answer): Promise<void> {
  await recordOutcome(id, answer);
  if (answer !== "no") return;
  dismissSnack();
  navigate(`/first-hour/${id}`);
}

function isFirstDayOfNo({ outcome, outcome_at }: Entry<"interviews">): boolean {
  const zone = deviceZone();
  return outcome === "no" && outcome_at !== null && dayOf(outcome_at, zone) === dayOf(Date.now(), zone);
}

/** Confidence stands beside the answer once there is one: that is what it was locked for. */
function stateWords(interview: Entry<"interviews">): string {
  const zone = deviceZone();
  const said = outcomeSentence(interview, zone, dayOf(Date.now(), zone));
  if (isWaiting(interview) || interview.confidence === null) return said;
  return `${said} You felt ${interview.confidence} of 5 before.`;
}
