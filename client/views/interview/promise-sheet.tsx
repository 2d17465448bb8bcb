import { useState } from "preact/hooks";
import { setPromise } from "../../actions/interviews.ts";
import { deviceZone } from "../../model/days.ts";
import type { Entry } from "../../store/store.ts";
import { Field } from "../components/field.tsx";
import { Sheet } from "../components/sheet.tsx";
import { dayValue, momentFromInputs } from "../editing/day-input.ts";

interface Props {
  readonly interview: Entry<"interviews">;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function PromiseSheet({ interview, open, onClose }: Props) {
  return (
    <Sheet title="When will they say?" open={open} onClose={onClose}>
      <PromiseForm key={interview.promised_at} interview={interview} onDone={onClose} />
    </Sheet>
  );
}

/** A promised day ends with the working day; the lines that wait for it count whole days from there. */
const endOfWork = "17:00";

function PromiseForm({ interview, onDone }: { readonly interview: Props["interview"]; readonly onDone: () => void }) {
  const zone = deviceZone();
  const [day, setDay] = useState(dayValue(interview.promised_at, zone));
  const [problem, setProblem] = useState<string | null>(null);
  const promise = (moment: string | null) => {
    onDone();
    void setPromise(interview.id, moment);
  };
  const save = (event: Event) => {
    event.preventDefault();
    const moment = momentFromInputs(day, endOfWork, endOfWork, zone);
    if (moment === null) setProblem("That day is not in the calendar. Nothing was changed.");
    else if (day < dayValue(interview.held_at, zone)) setProblem("That was before the interview. Nothing was changed.");
    else promise(moment);
  };
  return (
    <form class="stack" onSubmit={save} noValidate>
      <Field
        label="They promised an answer by"
        hint="The lines that wait for it move with it."
        error={problem}
      >
        {(links) => (
          <input
            {...links}
            type="date"
            class="input"
            autofocus
            max="9999-12-31"
            value={day}
            onInput={(event) => setDay(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="btns">
        <button type="submit" class="btn btn--primary">
          Set the date
        </button>
        {interview.promised_at !== null && (
          <button type="button" class="btn btn--text" onClick={() => promise(null)}>
            No date was promised
          </button>
        )}
      </div>
    </form>
  );
}
