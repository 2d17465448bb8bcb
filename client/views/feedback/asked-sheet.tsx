import { useState } from "preact/hooks";
import { recordAsked } from "../../actions/feedback.ts";
import { dayOf, deviceZone, type Moment } from "../../model/days.ts";
import { Field } from "../components/field.tsx";
import { Sheet } from "../components/sheet.tsx";
import { momentFromInputs } from "../editing/day-input.ts";

interface Props {
  readonly id: string;
  readonly askedAt: Moment | null;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Asked by another way: in the corridor, by telephone, from another mail program. */
export function AskedSheet({ id, askedAt, open, onClose }: Props) {
  return (
    <Sheet title="When did you ask?" open={open} onClose={onClose}>
      <AskedForm id={id} askedAt={askedAt} onDone={onClose} />
    </Sheet>
  );
}

const noon = "12:00";

interface FormProps extends Pick<Props, "id" | "askedAt"> {
  readonly onDone: () => void;
}

function AskedForm({ id, askedAt, onDone }: FormProps) {
  const zone = deviceZone();
  const today = dayOf(Date.now(), zone);
  const [day, setDay] = useState(askedAt ? dayOf(askedAt, zone) : today);
  const [error, setError] = useState<string | null>(null);
  const save = (event: Event) => {
    event.preventDefault();
    const moment = momentFromInputs(day, noon, noon, zone);
    if (moment === null) return setError("That day is not in the calendar. Nothing was changed.");
    if (day > today) return setError("That day is still to come. Nothing was changed.");
    onDone();
    void recordAsked(id, moment);
  };
  return (
    <form class="stack" onSubmit={save} noValidate>
      <Field label="I asked on" hint="Seven working days later Rebound offers to close it kindly." error={error}>
        {(links) => (
          <input
            {...links}
            type="date"
            class="input"
            autofocus
            max={today}
            value={day}
            onInput={(event) => setDay(event.currentTarget.value)}
          />
        )}
      </Field>
      <div>
        <button type="submit" class="btn btn--primary">
          Set the date
        </button>
      </div>
    </form>
  );
}
