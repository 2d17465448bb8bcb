// When is it due? A few near days, or a date and a time of one's own, or no date at all.

import { useState } from "preact/hooks";
import { momentNow } from "../../model/days.ts";
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
  /** Snoozing has no "no date". */
  readonly clearable?: boolean;
}

export function DueEditor({ title, open, onClose, value, onSet, clearable = true }: DueEditorProps) {
  const set = (moment: string | null) => {
    onSet(moment);
    onClose();
  };
  return (
    <Sheet title={title} open={open} onClose={onClose}>
      <DueForm key={value} value={value} onSet={set} clearable={clearable} />
    </Sheet>
  );
}

function DueForm({ value, onSet, clearable }: Pick<DueEditorProps, "value" | "onSet" | "clearable">) {
  const [{ day, time }, setAt] = useState(() => localTime(value ? Date.parse(value) : morningAfter(1)));
  const [error, setError] = useState<string | null>(null);

  const save = (event: Event) => {
    event.preventDefault();
    const moment = momentFrom({ day, time });
    if (moment) onSet(moment);
    else setError("That day is not in the calendar. Nothing was changed.");
  };

  return (
    <form class="stack" onSubmit={save} noValidate>
      <div class="choices">
        {nearDays().map(({ word, at }) => (
          <button key={word} type="button" class="choice" onClick={() => onSet(momentNow(at))}>
            {word}
          </button>
        ))}
      </div>
      <div class="field--pair">
        <Field label="Day">
          {(links) => (
            <input class="input" type="date" {...links} value={day} onInput={(event) => setAt({ day: event.currentTarget.value, time })} />
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
        {clearable && value && (
          <button type="button" class="btn btn--text" onClick={() => onSet(null)}>
            No date
          </button>
        )}
      </div>
    </form>
  );
}

interface NearDay {
  readonly word: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

function nearDays(now = new Date()): readonly NearDay[] {
  const toMonday = (8 - now.getDay()) % 7 || 7;
  const evening = new Date(now.getFullYear(), now.getMonth(), now.getDate(), 18).getTime();
  return [
    ...(now.getTime() < evening ? [{ word: "This evening", at: evening }] : []),
    { word: "Tomorrow", at: morningAfter(1, now) },
    { word: toMonday === 1 ? "In a week" : "On Monday", at: morningAfter(toMonday === 1 ? 7 : toMonday, now) },
  ];
}

/** Nine in the morning, the hour the due rules use, that many local days from now. */
function morningAfter(days: number, now = new Date()): number {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 9).getTime();
}
