import { useState } from "preact/hooks";
import { deviceZone, type Moment } from "../../model/days.ts";
import { Field } from "../components/field.tsx";
import { dayProblem, dayValue, momentFromInputs, timeValue } from "./day-input.ts";

interface Props {
  readonly dayLabel: string;
  readonly timeLabel: string;
  readonly value: Moment | null;
  /** The time that counts where none is given. */
  readonly otherwise?: string;
  readonly onKeep: (moment: Moment | null) => void;
}

/** A day and a time, two native inputs side by side. Kept when the pair is left, emptied when the day is. */
export function MomentFields({ dayLabel, timeLabel, value, otherwise = "09:00", onKeep }: Props) {
  const zone = deviceZone();
  const [typed, setTyped] = useState<{ day: string; time: string } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const shown = typed ?? { day: dayValue(value, zone), time: timeValue(value, zone) };

  const settle = () => {
    if (typed === null) return;
    const next = momentFromInputs(typed.day, typed.time, otherwise, zone);
    setTyped(null);
    if (next === null && typed.day !== "") return;
    if (!isSame(next, value)) onKeep(next);
  };
  const leave = (event: FocusEvent) => {
    const pair = event.currentTarget as HTMLElement;
    if (pair.contains(event.relatedTarget as Node | null)) return;
    // What cannot be kept stays as it was typed, with the reason below.
    const found = dayProblem(pair.querySelector<HTMLInputElement>("input[type=date]")!);
    setProblem(found);
    if (found === null) settle();
  };
  return (
    <div class="field--pair" onFocusOut={leave}>
      <Field label={dayLabel} error={problem}>
        {(links) => (
          <input
            {...links}
            type="date"
            class="input"
            min="1900-01-01"
            max="9999-12-31"
            value={shown.day}
            onInput={(event) => setTyped({ ...shown, day: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={timeLabel}>
        {(links) => (
          <input
            {...links}
            type="time"
            class="input"
            value={shown.time}
            onInput={(event) => setTyped({ ...shown, time: event.currentTarget.value })}
          />
        )}
      </Field>
    </div>
  );
}

/** The inputs show minutes: seconds that were never shown are no change. */
function isSame(a: Moment | null, b: Moment | null): boolean {
  if (a === null || b === null) return a === b;
  return Math.floor(Date.parse(a) / 60_000) === Math.floor(Date.parse(b) / 60_000);
}
