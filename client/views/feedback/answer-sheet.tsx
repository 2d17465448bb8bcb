import { useEffect, useState } from "preact/hooks";
import { beginFeedback, keepAnswer } from "../../actions/feedback.ts";
import { schema } from "../../model/schema.ts";
import { FieldError } from "../components/field.tsx";
import { Sheet } from "../components/sheet.tsx";
import { LongText } from "../editing/long-text.tsx";
import type { FeedbackView } from "./load.ts";

interface Props {
  readonly view: FeedbackView;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Their words, as they came. Kept with every keystroke; sorted when the sheet is left, by whichever way. */
export function AnswerSheet({ view: { interview, request }, open, onClose }: Props) {
  const [isMissing, setMissing] = useState(false);
  // The text needs its row: there may be none yet where nothing was asked through Rebound.
  useEffect(() => {
    if (open) void beginFeedback(interview.id);
    else setMissing(false);
  }, [open, interview.id]);

  const leave = () => {
    onClose();
    void keepAnswer(interview.id);
  };
  const sort = async () => {
    if (await keepAnswer(interview.id)) onClose();
    else setMissing(true);
  };
  return (
    <Sheet title="What did they write?" open={open} onClose={leave}>
      {request && (
        <LongText
          key={request.id}
          collection="feedback"
          id={request.id}
          field="answer"
          label="Their answer"
          hint="Paste the whole mail, or write down what was said. It stays as it is, and is sorted on this device."
          rows={10}
          autofocus
        />
      )}
      {isFull(request?.answer) && (
        <p class="muted small">These are the first 200,000 characters, and all that fits. The rest is in your mail.</p>
      )}
      {isMissing && <FieldError>Nothing is pasted yet. One sentence is enough to begin with.</FieldError>}
      <button type="button" class="btn btn--primary btn--wide" onClick={() => void sort()}>
        Sort it
      </button>
    </Sheet>
  );
}

function isFull(answer: string | null | undefined): boolean {
  return (answer?.length ?? 0) >= (schema.feedback.answer.max ?? Infinity);
}
