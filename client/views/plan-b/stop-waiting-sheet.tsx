import { setStopWaiting } from "../../actions/plans.ts";
import { addDays, dayOf, deviceZone, isDay, type Day } from "../../model/days.ts";
import type { StopWaiting } from "../../model/plan-b-waiting.ts";
import { shortDateWords } from "../../model/words.ts";
import { useState } from "preact/hooks";
import { Field } from "../components/field.tsx";
import { Sheet } from "../components/sheet.tsx";
import { Why } from "../components/why.tsx";

interface Props {
  readonly waiting: StopWaiting;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function StopWaitingSheet({ waiting, open, onClose }: Props) {
  return (
    <Sheet title="Stop waiting here" open={open} onClose={onClose}>
      <Form key={`${waiting.on} ${open}`} waiting={waiting} onClose={onClose} />
    </Sheet>
  );
}

const offeredWeeks = [4, 8, 12] as const;

function Form({ waiting, onClose }: Omit<Props, "open">) {
  const zone = deviceZone();
  const today = dayOf(Date.now(), zone);
  const [day, setDay] = useState(waiting.hasCome ? "" : (waiting.on ?? ""));
  const [isMissing, setMissing] = useState(false);
  const keep = (on: Day | null) => {
    onClose();
    void setStopWaiting(on);
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (isDay(day) && day > today) keep(day);
    else setMissing(true);
  };
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <p>
        {waiting.hasCome
          ? "The day you chose is here. What waits beside this place may have its turn now; or choose another day."
          : "Until that day you may hope without asking yourself every morning. From then on, Plan B comes first."}
      </p>
      {waiting.on !== null && <p class="muted small">{`${waiting.title}. ${waiting.note}`}</p>}
      <div class="choices" role="group" aria-label="A few weeks from now">
        {offeredWeeks.map((weeks) => (
          <button key={weeks} type="button" class="choice" onClick={() => setDay(addDays(today, 7 * weeks))}>
            {weeks} weeks
          </button>
        ))}
      </div>
      <Field
        label="The day"
        hint={isDay(day) ? `From ${shortDateWords(day, zone, today)} on you stop waiting.` : undefined}
        error={isMissing ? "It takes a day after today. Nothing was changed." : null}
      >
        {(links) => (
          <input
            {...links}
            type="date"
            class="input"
            min={addDays(today, 1)}
            max="9999-12-31"
            value={day}
            onInput={(event) => setDay(event.currentTarget.value)}
          />
        )}
      </Field>
      <Why>Nobody else will end the waiting for you. A date you chose yourself does.</Why>
      <button type="submit" class="btn btn--primary btn--wide">
        Keep this day
      </button>
      {waiting.on !== null && (
        <button type="button" class="btn btn--text" onClick={() => keep(null)}>
          No date any more
        </button>
      )}
    </form>
  );
}
