import { chooseWitness } from "../../actions/feedback.ts";
import { letterAddress, requestPurpose } from "../../model/feedback/request.ts";
import { isWaiting } from "../../model/words.ts";
import { Choices } from "../components/choices.tsx";
import { RowLink } from "../components/row.tsx";
import { AnswerRow } from "./answer-row.tsx";
import type { FeedbackView } from "./load.ts";
import { useFeedbackSheet } from "./sheet-names.ts";
import { whomWords } from "./words.ts";

/** Whom to ask, and the two questions. */
export function Asking({ view }: { readonly view: FeedbackView }) {
  const sheet = useFeedbackSheet();
  return (
    <div class="body feedback">
      <div class="stack--s">
        <h1>Who saw you most?</h1>
        <p class="muted">
          Somebody who watched you closely can say something true. A panel can only be kind.
          {isWaiting(view.interview) && " Ask when the decision is made: before, they cannot speak freely."}
        </p>
      </div>
      <Witnesses view={view} />
      {view.person && <TwoQuestions view={view} />}
      <section>
        <h2>Under way already?</h2>
        <ul class="rows">
          <li>
            <RowLink size="low" calm icon="hourglass" title="I have asked" onClick={() => sheet.show("asked")} />
          </li>
          <li>
            <AnswerRow view={view} />
          </li>
        </ul>
      </section>
    </div>
  );
}

function Witnesses({ view: { interview, met, person } }: { readonly view: FeedbackView }) {
  const sheet = useFeedbackSheet();
  // Whoever was chosen stays in sight, also when they were not at the table.
  const choosable = person && !met.some(({ id }) => id === person.id) ? [...met, person] : met;
  const choose = (id: string) => {
    const one = choosable.find((known) => known.id === id);
    if (one) void chooseWitness(interview.id, { id, name: one.name ?? "Somebody" });
  };
  return (
    <section>
      {choosable.length === 0 && <p class="muted small">Nobody noted yet. A first name is enough to begin with.</p>}
      {choosable.length > 0 && (
        <Choices
          label="Who saw you most?"
          look="option"
          value={person?.id ?? null}
          options={choosable.map((one) => ({ value: one.id, label: <Named person={one} /> }))}
          onChange={choose}
        />
      )}
      <button type="button" class="btn btn--text btn--plain" onClick={() => sheet.show("witness")}>
        {choosable.length === 0 ? "Name somebody" : "Somebody else"}
      </button>
    </section>
  );
}

function Named({ person: { name, role } }: { readonly person: FeedbackView["met"][number] }) {
  return (
    <>
      <b dir="auto">{name ?? "Somebody"}</b>
      {role && <span class="muted small witness__role">{role}</span>}
    </>
  );
}

function TwoQuestions({ view: { interview, person } }: { readonly view: FeedbackView }) {
  const purpose = requestPurpose(interview);
  const isTalk = purpose === "internal-talk";
  return (
    <section class="ask">
      <h2>{isTalk ? "Fifteen minutes, two questions." : "Two narrow questions."}</h2>
      <blockquote>
        “What is one thing I should keep? What is one thing you would have needed to see, and did not?”
      </blockquote>
      <p>
        {isTalk
          ? "You share a corridor. In a quiet quarter of an hour people say what they would not write."
          : "“Any feedback?” gets kindness. A narrow question gets something you can use."}
      </p>
      <div class="btns">
        <a class="btn btn--primary" href={letterAddress(purpose, interview.id)}>
          Write to {whomWords(person?.name)}
        </a>
        {isTalk && (
          <a class="btn btn--air" href={letterAddress("feedback-request", interview.id)}>
            Ask in writing
          </a>
        )}
      </div>
    </section>
  );
}
