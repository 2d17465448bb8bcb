import { useState } from "preact/hooks";
import { closeFeedback } from "../../actions/feedback.ts";
import { answerHeadline, whyVague } from "../../model/feedback/themes.ts";
import type { Sentence } from "../../model/feedback/sort.ts";
import type { Entry } from "../../store/store.ts";
import { Why } from "../components/why.tsx";
import { LongText } from "../editing/long-text.tsx";
import { AnsweredGaps } from "../wins/gaps/answered-gaps.tsx";
import { FollowUp } from "./follow-up.tsx";
import { KindSheet } from "./kind-sheet.tsx";
import type { FeedbackView } from "./load.ts";
import { Said } from "./said.tsx";
import { useFeedbackSheet } from "./sheet-names.ts";
import { onDay, whoWords } from "./words.ts";
import { WorthKeeping } from "./worth-keeping.tsx";

/** Their answer, sentence by sentence, and what one does about it. */
export function Sorted({ view }: { readonly view: FeedbackView }) {
  const { request, person, sentences } = view;
  const [changing, change] = useState<Sentence | null>(null);
  if (!request?.answered_at) return null;
  const why = whyVague(sentences);
  return (
    <div class="body feedback">
      <div class="stack--s">
        <h1>{answerHeadline(sentences)}</h1>
        <p class="muted">
          {whoWords(person?.name)} answered on {onDay(request.answered_at)}.
          {sentences.length > 0 && " Tap a label to change it."}
        </p>
      </div>
      {sentences.length === 0 && <NothingToSort request={request} />}
      {sentences.length > 0 && (
        <>
          <Said sentences={sentences} onChange={change} />
          {why && <Why bar>{why}</Why>}
          <FollowUp view={view} request={request} />
          <WorthKeeping view={view} request={request} />
          <AnsweredGaps request={request} sentences={sentences} />
          <LongText
            collection="feedback"
            id={request.id}
            field="lesson"
            label="What you take from it"
            hint="One sentence, in your own words. It may also be: nothing."
            rows={2}
          />
        </>
      )}
      <KindSheet request={request} sentence={changing} onClose={() => change(null)} />
    </div>
  );
}

/** A greeting, a signature, somebody's quoted mail: the words are kept, and there is no sentence in them. */
function NothingToSort({ request: { interview, closed_at: closed } }: { readonly request: Entry<"feedback"> }) {
  const sheet = useFeedbackSheet();
  return (
    <div class="stack">
      <p>
        What was pasted holds a greeting, a signature or quoted lines, and no sentence of theirs. It is kept as it is.
      </p>
      <div class="btns">
        <button type="button" class="btn btn--quiet" onClick={() => sheet.show("answer")}>
          Change what was pasted
        </button>
        {interview && !closed && (
          <button type="button" class="btn btn--text" onClick={() => void closeFeedback(interview)}>
            Close it now
          </button>
        )}
      </div>
    </div>
  );
}
