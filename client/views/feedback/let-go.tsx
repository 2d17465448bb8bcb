import { RowLink } from "../components/row.tsx";
import { AnswerRow } from "./answer-row.tsx";
import type { FeedbackView } from "./load.ts";
import { Reopen } from "./reopen.tsx";
import { onDay, whomWords } from "./words.ts";

/** Closed without an answer. */
export function LetGo({ view }: { readonly view: FeedbackView }) {
  const { interview, request, person } = view;
  if (!request) return null;
  const asked = request.asked_at ? `You asked ${whomWords(person?.name)} on ${onDay(request.asked_at)}, and no answer came.` : "You did not ask.";
  return (
    <div class="body feedback">
      <div class="stack--s">
        <h1>Closed, kindly.</h1>
        <p class="muted">{asked} Nothing is left to do here: what you wrote down yourself knows more.</p>
      </div>
      <ul class="rows">
        <li>
          <RowLink size="low" calm icon="notebook-pen" title="Your own debrief" href={`/interviews/${interview.id}#notes`} />
        </li>
        <li>
          <AnswerRow view={view} />
        </li>
      </ul>
      <Reopen request={request} />
    </div>
  );
}
