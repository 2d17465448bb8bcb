import { closeFeedback } from "../../actions/feedback.ts";
import { letterAddress } from "../../model/feedback/request.ts";
import { choiceQuestion, isVague } from "../../model/feedback/themes.ts";
import type { Entry } from "../../store/store.ts";
import type { FeedbackView } from "./load.ts";
import { Reopen } from "./reopen.tsx";
import { onDay, whomWords } from "./words.ts";

interface Props {
  readonly view: FeedbackView;
  readonly request: Entry<"feedback">;
}

/** One question back where the answer is vague; then it is closed. Where something was named, nothing is left to ask. */
export function FollowUp({ view, request }: Props) {
  if (request.closed_at) return <Closed request={request} on={request.closed_at} />;
  if (request.follow_up_at) return <AskedBack view={view} on={request.follow_up_at} />;
  return isVague(view.sentences) ? <AskBack view={view} /> : <Enough view={view} />;
}

function AskBack({ view: { interview, sentences, person } }: Pick<Props, "view">) {
  return (
    <section class="ask">
      <h2>One question back. Then it is closed.</h2>
      <blockquote>“{choiceQuestion(sentences, interview)}”</blockquote>
      <p>A choice takes ten seconds to answer. Rebound will not suggest a second question.</p>
      <div class="btns">
        <a class="btn btn--primary" href={letterAddress("choice-question", interview.id)}>
          Write to {whomWords(person?.name)}
        </a>
        <CloseNow id={interview.id} />
      </div>
    </section>
  );
}

function AskedBack({ view, on }: { readonly view: FeedbackView; readonly on: string }) {
  return (
    <section class="ask">
      <h2>You asked back on {onDay(on)}.</h2>
      <p>Whatever comes, it was the last question. A word of theirs can be added to the answer, under More.</p>
      <div class="btns">
        <CloseNow id={view.interview.id} />
      </div>
    </section>
  );
}

function Enough({ view }: { readonly view: FeedbackView }) {
  return (
    <section class="ask">
      <h2>Nothing is left to ask.</h2>
      <p>They named something that can be worked on. That is rare, and enough.</p>
      <div class="btns">
        <CloseNow id={view.interview.id} />
      </div>
    </section>
  );
}

function Closed({ request, on }: { readonly request: Entry<"feedback">; readonly on: string }) {
  return (
    <section>
      <h2>Closed on {onDay(on)}.</h2>
      <p class="muted">You asked, you listened, and you may leave it here.</p>
      <Reopen request={request} />
    </section>
  );
}

function CloseNow({ id }: { readonly id: string }) {
  return (
    <button type="button" class="btn btn--air" onClick={() => void closeFeedback(id)}>
      Close it now
    </button>
  );
}
