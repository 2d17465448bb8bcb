// What the page shows at each stage of a decision, under its headline.

import { decideAgain, lookBack } from "../../actions/decisions.ts";
import { deviceZone } from "../../model/days.ts";
import { laterWords } from "../../model/decision-words.ts";
import { shortDateWords } from "../../model/words.ts";
import { Fold } from "../components/fold.tsx";
import { Icon } from "../components/icon.tsx";
import { Row } from "../components/row.tsx";
import { Why } from "../components/why.tsx";
import { navigate } from "../router.ts";
import { Commitment, Feelings, Risk } from "./around.tsx";
import { Chart } from "./chart.tsx";
import type { StageProps } from "./decision-pane.tsx";
import type { DecisionView } from "./load.ts";
import { ScoreGrid } from "./score-grid.tsx";
import { ScoreTable } from "./score-table.tsx";

export function Scoring({ view, sheet }: StageProps) {
  return (
    <>
      <Feelings view={view} />
      <section class="stack">
        <div class="section__head">
          <h2>The first time</h2>
          <button type="button" class="btn btn--text" onClick={() => sheet.show("setup")}>
            Edit
          </button>
        </div>
        <ScoreGrid view={view} round="first" />
      </section>
      <Risk view={view} />
      <Commitment view={view} />
    </>
  );
}

/** Nothing to do here, and nothing that spoils the second time. */
export function Waiting({ view, sheet }: StageProps) {
  return (
    <>
      <Feelings view={view} />
      <Risk view={view} />
      <Commitment view={view} />
      <button type="button" class="btn btn--text btn--plain" onClick={() => sheet.show("choose")}>
        I have to decide sooner
      </button>
    </>
  );
}

/** The second scores and nothing else: not even the person's own words of a week ago. */
export function Blind({ view, sheet }: StageProps) {
  return (
    <section class="stack">
      <div class="section__head">
        <h2>The second time</h2>
        <button type="button" class="btn btn--text" onClick={() => sheet.show("setup")}>
          Edit
        </button>
      </div>
      <ScoreGrid view={view} round="second" />
    </section>
  );
}

export function Compared({ view, sheet }: StageProps) {
  return (
    <>
      <Scores view={view} onEdit={() => sheet.show("setup")} />
      <Risk view={view} />
      <Commitment view={view} />
      <Feelings view={view} />
    </>
  );
}

export function Chosen({ view, sheet }: StageProps) {
  return (
    <>
      <FirstStep view={view} />
      <Commitment view={view} />
      <Scores view={view} onEdit={() => sheet.show("setup")} />
      <Risk view={view} />
      <Feelings view={view} />
    </>
  );
}

const answers = [
  { came_true: "yes", words: "Yes" },
  { came_true: "partly", words: "Partly" },
  { came_true: "no", words: "No" },
] as const;

export function Review({ view }: StageProps) {
  return (
    <>
      <div class="outcome outcome--three">
        {answers.map(({ came_true, words }) => (
          <button key={came_true} type="button" onClick={() => void lookBack(view.sheet, came_true)}>
            {words}
          </button>
        ))}
      </div>
      <FirstStep view={view} />
      <Fold summary="What you saw then">
        <div class="stack fold-body">
          <Scores view={view} />
        </div>
      </Fold>
      <Feelings view={view} />
    </>
  );
}

export function Reviewed({ view }: StageProps) {
  const again = async () => navigate(`/decisions/${await decideAgain(view.sheet)}`);
  return (
    <>
      <div class="btns">
        <button type="button" class="btn btn--quiet" onClick={() => void again()}>
          Decide again
        </button>
      </div>
      <FirstStep view={view} />
      <Scores view={view} />
      <Feelings view={view} />
    </>
  );
}

/** The chart, what it was made of, and the first time folded under it. Only the first, where it was decided sooner. */
function Scores({ view, onEdit }: { readonly view: DecisionView; readonly onEdit?: () => void }) {
  const isTwice = view.decision.blind_scored_at !== null;
  return (
    <>
      {isTwice && <Chart standings={view.standings} later={laterWords(view.decision, deviceZone())} />}
      <section>
        <div class="section__head">
          <h2>{isTwice ? "The second time" : "The first time"}</h2>
          {onEdit && (
            <button type="button" class="btn btn--text" onClick={onEdit}>
              Edit
            </button>
          )}
        </div>
        <ScoreTable view={view} scores={isTwice ? view.second : view.first} label={isTwice ? "The second scores" : "The first scores"} />
        {isTwice && (
          <Fold summary="The first time">
            <ScoreTable view={view} scores={view.first} label="The first scores" />
          </Fold>
        )}
      </section>
      <Why bar>An employer does not repay loyalty. Decide on what the decision pays you.</Why>
    </>
  );
}

/** What came of the choice; the commitment only where its field is not on the page, nor its words in the headline's note. */
function FirstStep({ view: { decision, stage } }: { readonly view: DecisionView }) {
  const { first_step, commitment_on } = decision;
  const commitment = stage === "reviewed" ? decision.commitment : null;
  if (first_step === null && commitment === null) return null;
  return (
    <div>
      {first_step !== null && <Row as="div" start={<Icon name="footprints" />} title={first_step} meta="Your first step." />}
      {commitment !== null && (
        <Row
          as="div"
          start={<Icon name="handshake" />}
          title={commitment}
          meta={commitment_on === null ? "Promised, without a date." : `Promised by ${shortDateWords(commitment_on, deviceZone())}.`}
        />
      )}
    </div>
  );
}
