// When is it due? A few near days, or a date and a time of one's own, or no date at all.

import { useState } from "preact/hooks";
import { deviceZone, momentNow, msOf } from "../../model/days.ts";
import { rests } from "../../model/rests.ts";
import { Field, FieldError } from "./field.tsx";
import { localTime, momentFrom } from "./local-time.ts";
import { Sheet } from "./sheet.tsx";

interface DueEditorProps {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  /** The moment it is set to now (ISO, UTC), or null. */
  readonly value: string | null;
  readonly onSet: (moment: string | null) => void;
  /** Until when it rests: a moment to come, and not "no date". */
  readonly isRest?: boolean;
}

export function DueEditor({ title, open, onClose, value, onSet, isRest = false }: DueEditorProps) {
  const set = (moment: string | null) => {
    onSet(moment);
    onClose();
  };
  return (
    <Sheet title={title} open={open} onClose={onClose}>
      <DueForm key={value} value={value} onSet={set} isRest={isRest} />
    </Sheet>
  );
}

function DueForm({ value, onSet, isRest }: Omit<DueEditorProps, "title" | "open" | "onClose">) {
  const [{ day, time }, setAt] = useState(() => localTime(startingAt(value, isRest)));
  const [error, setError] = useState<string | null>(null);

  const save = (event: Event) => {
    event.preventDefault();
    const moment = momentFrom({ day, time });
    if (!moment) setError("That day is not in the calendar. Nothing was changed.");
    else if (isRest && msOf(moment) <= Date.now()) setError("That moment is over. Nothing was changed.");
    else onSet(moment);
  };

  return (
    <form class="stack" onSubmit={save} noValidate>
      <div class="choices">
        {rests(Date.now(), deviceZone()).map(({ word, atMs }) => (
          <button key={word} type="button" class="choice" onClick={() => onSet(momentNow(atMs))}>
            {word}
          </button>
        ))}
      </div>
      <div class="field--pair">
        <Field label="Day">
          {(links) => (
            <input class="input" type="date" max="9999-12-31" {...links} value={day} onInput={(event) => setAt({ day: event.currentTarget.value, time })} />
          )}
        </Field>
        <Field label="Time">
          {(links) => (
            <input class="input" type="time" {...links} value={time} onInput={(event) => setAt({ day, time: event.currentTarget.value })} />
          )}
        </Field>
      </div>
      {error && <FieldError>{error}</FieldError>}
      <div class="btns">
        <button type="submit" class="btn btn--primary">
          Set the date
        </button>
        {!isRest && value && (
          <button type="button" class="btn btn--text" onClick={() => onSet(null)}>
            No date
          </button>
        )}
      </div>
    </form>
  );
}

/** What it is set to; tomorrow morning where it is nothing yet, or a rest that is over. */
function startingAt(value: string | null, isRest = false): number {
  const now = Date.now();
  if (value !== null && !(isRest && msOf(value) <= now)) return msOf(value);
  return rests(now, deviceZone()).find(({ word }) => word === "Tomorrow")!.atMs;
}
