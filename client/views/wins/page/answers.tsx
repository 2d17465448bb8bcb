import { editWin } from "../../../actions/wins.ts";
import { useQuery } from "../../../store/query.ts";
import type { Entry } from "../../../store/store.ts";
import { interviewWords } from "../../checklist/subject.ts";

interface Props {
  readonly win: Entry<"wins">;
  readonly onChoose: () => void;
}

/** "This answers: more stakeholder work", said in some interview. */
export function Answers({ win, onChoose }: Props) {
  const interview = useQuery(["gap of", win.answers_feedback], ["feedback", "interviews"], async (store) => {
    const request = win.answers_feedback === null ? undefined : await store.get("feedback", win.answers_feedback);
    return request?.interview ? ((await store.get("interviews", request.interview)) ?? null) : null;
  });
  if (win.answers_gap === null) {
    return (
      <button type="button" class="btn btn--quiet wins__start" onClick={onChoose}>
        It answers something they missed
      </button>
    );
  }
  return (
    <section class="stack--s">
      <h2>This answers</h2>
      <p dir="auto">“{win.answers_gap}”</p>
      {interview && (
        <p class="muted small">
          <a href={`/interviews/${interview.id}/feedback`} class="wins__where">
            {interviewWords(interview)}
          </a>
        </p>
      )}
      <div class="btns wins__start">
        <button type="button" class="btn btn--text btn--plain" onClick={onChoose}>
          Another one
        </button>
        <button
          type="button"
          class="btn btn--text"
          onClick={() => void editWin(win.id, { answers_feedback: null, answers_gap: null })}
        >
          It does not
        </button>
      </div>
    </section>
  );
}
