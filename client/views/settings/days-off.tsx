// The person's own days off. A line that counts in business days skips them, as it skips Saturday and Sunday.

import { useState } from "preact/hooks";
import { addDaysOff, removeDaysOff } from "../../actions/days-off.ts";
import { dayOf, deviceZone, isDay, type Day } from "../../model/days.ts";
import { daysIn, spansFrom, spanWords, type Span } from "../../model/days-off.ts";
import { PROFILE_ID } from "../../model/profile.ts";
import { useQuery } from "../../store/query.ts";
import { Field } from "../components/field.tsx";
import { Row, RowLink } from "../components/row.tsx";
import { Sheet } from "../components/sheet.tsx";

export function DaysOffRow() {
  const [isOpen, setOpen] = useState(false);
  const today = dayOf(Date.now(), deviceZone());
  const profile = useQuery(["profile"], ["profiles"], async (store) => (await store.get("profiles", PROFILE_ID)) ?? null);
  const spans = spansFrom(daysIn(profile?.days_off), today);
  return (
    <>
      <RowLink
        calm
        icon="calendar-days"
        title="Days off"
        meta={spans[0] ? `Next: ${spanWords(spans[0], today)}` : "Due dates skip them"}
        onClick={() => setOpen(true)}
      />
      <Sheet title="Days off" open={isOpen} onClose={() => setOpen(false)}>
        <p class="muted">What is due in business days skips these, as it skips the weekends.</p>
        {spans.length > 0 && (
          <ul class="rows">
            {spans.map((span) => (
              <SpanRow key={span.from} span={span} today={today} />
            ))}
          </ul>
        )}
        <AddSpan today={today} />
      </Sheet>
    </>
  );
}

function SpanRow({ span, today }: { readonly span: Span; readonly today: Day }) {
  const words = spanWords(span, today);
  return (
    <Row
      title={words}
      end={
        <button type="button" class="btn btn--tool" aria-label={`Remove: ${words}`} onClick={() => void removeDaysOff(span)}>
          Remove
        </button>
      }
    />
  );
}

/** One day, or all from one to another. */
function AddSpan({ today }: { readonly today: Day }) {
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [isMissing, setMissing] = useState(false);
  const add = (event: Event) => {
    event.preventDefault();
    setMissing(!isDay(from));
    if (!isDay(from)) return;
    void addDaysOff({ from, to: isDay(to) ? to : from });
    setFrom("");
    setTo("");
  };
  return (
    <form class="stack" onSubmit={add} noValidate>
      <div class="field--pair">
        <DayInput label="From" value={from} min={today} onDay={setFrom} error={isMissing ? "Which day? The first one is enough." : null} />
        <DayInput label="To, if longer" value={to} min={from || today} onDay={setTo} />
      </div>
      <button type="submit" class="btn btn--primary btn--wide">
        Add
      </button>
    </form>
  );
}

interface DayInputProps {
  readonly label: string;
  readonly value: string;
  readonly min: string;
  readonly error?: string | null;
  readonly onDay: (day: string) => void;
}

function DayInput({ label, value, min, error, onDay }: DayInputProps) {
  return (
    <Field label={label} error={error ?? null}>
      {(links) => (
        <input {...links} type="date" class="input" min={min} max="9999-12-31" value={value} onInput={(event) => onDay(event.currentTarget.value)} />
      )}
    </Field>
  );
}
