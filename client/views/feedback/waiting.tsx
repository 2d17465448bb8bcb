import { closeFeedback } from "../../actions/feedback.ts";
import { deviceZone, type DaysOff } from "../../model/days.ts";
import { hasWords, letterAddress, patienceEnds } from "../../model/feedback/request.ts";
import { dateWords } from "../../model/words.ts";
import { useDaysOff } from "../../store/days-off.ts";
import type { FeedbackView } from "./load.ts";
import { useFeedbackSheet } from "./sheet-names.ts";
import { onDay, whomWords } from "./words.ts";

/** Asked, and nothing has come yet. After seven business days it may be let go, kindly. */
export function Waiting({ view, isLate }: { readonly view: FeedbackView; readonly isLate: boolean }) {
  const sheet = useFeedbackSheet();
  const off = useDaysOff();
  const { interview, request, person } = view;
  if (!request?.asked_at) return null;
  const asked = `Asked ${whomWords(person?.name)} on ${onDay(request.asked_at)}.`;
  const paste = hasWords(request) ? "Go on with the answer" : "Paste the answer";
  return (
    <div class="body feedback">
      <div class="stack--s">
        <h1>{isLate ? "Seven working days, and no answer." : asked}</h1>
        <p class="muted">{isLate ? asked : patientWords(request.asked_at, off)}</p>
      </div>
      <div class="btns">
        <button
          type="button"
          class={isLate ? "btn btn--quiet" : "btn btn--primary"}
          onClick={() => sheet.show("answer")}
        >
          {paste}
        </button>
        {!isLate && (
          <button type="button" class="btn btn--text" onClick={() => void closeFeedback(interview.id)}>
            Close it now
          </button>
        )}
      </div>
      {isLate && <CloseKindly id={interview.id} />}
    </div>
  );
}

function patientWords(askedAt: string, off: DaysOff): string {
  const day = dateWords(patienceEnds(askedAt, deviceZone(), off), deviceZone());
  return `Nothing has to happen now. If nothing has come by ${day}, Rebound offers to close it kindly.`;
}

function CloseKindly({ id }: { readonly id: string }) {
  return (
    <section class="ask">
      <h2>Close it, kindly.</h2>
      <p>
        Silence is about their week, not about you. Two lines set both of you free, and your own debrief knows more
        anyway.
      </p>
      <div class="btns">
        <a class="btn btn--primary" href={letterAddress("closing", id)}>
          Write two lines
        </a>
        <button type="button" class="btn btn--air" onClick={() => void closeFeedback(id)}>
          Close it now
        </button>
      </div>
    </section>
  );
}
