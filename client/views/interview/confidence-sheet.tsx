import { setConfidence } from "../../actions/interviews.ts";
import { isWaiting } from "../../model/words.ts";
import type { Entry } from "../../store/store.ts";
import { Choices } from "../components/choices.tsx";
import { Sheet } from "../components/sheet.tsx";
import { Why } from "../components/why.tsx";

interface Props {
  readonly interview: Entry<"interviews">;
  readonly open: boolean;
  readonly onClose: () => void;
}

const steps = ["1", "2", "3", "4", "5"] as const;
const options = steps.map((value) => ({ value, label: value }));

/** Asked once: a feeling that can be corrected after the answer would say nothing. The snackbar can take it back. */
export function ConfidenceSheet({ interview, open, onClose }: Props) {
  const { id, confidence } = interview;
  const say = (step: string) => {
    onClose();
    void setConfidence(id, Number(step));
  };
  return (
    <Sheet title="How did it go?" open={open} onClose={onClose}>
      {confidence === null && !isWaiting(interview) && (
        <p>It was not said before the answer came. Said now, it would only echo the answer, so it stays open.</p>
      )}
      {confidence === null && isWaiting(interview) && (
        <div class="stack">
          <p>Before you replay it: 1 is badly, 5 is very well.</p>
          <div class="scale">
            <Choices
              manual
              label="How it went, from 1 for badly to 5 for very well"
              options={options}
              value={null}
              onChange={say}
            />
          </div>
          <Why>It is locked once you say it, and shown again beside their answer.</Why>
        </div>
      )}
      {confidence !== null && (
        <p>
          You felt {confidence} of 5 before replaying it. It stays as it was
          {isWaiting(interview) ? ", for the day the answer comes." : ", beside their answer."}
        </p>
      )}
    </Sheet>
  );
}
