// When did it end? Two taps cover most interviews; the third opens a day and a time.

import { deviceZone } from "../../model/days.ts";
import { dateWords, timeWords } from "../../model/words.ts";
import { Choices } from "../components/choices.tsx";
import { Field, FieldError } from "../components/field.tsx";
import type { LocalTime } from "../components/local-time.ts";
import { type Draft, endedAt, type When } from "./draft.ts";

const options = [
  { value: "now", label: "Just now" },
  { value: "morning", label: "This morning" },
  { value: "earlier", label: "Earlier" },
] as const satisfies readonly { value: When; label: string }[];

interface WhenFieldProps {
  readonly draft: Draft;
  readonly onChange: (part: Partial<Draft>) => void;
  readonly error: string | undefined;
}

export function WhenField({ draft, onChange, error }: WhenFieldProps) {
  const at = endedAt(draft);
  const zone = deviceZone();
  const setEarlier = (part: Partial<LocalTime>) => onChange({ earlier: { ...draft.earlier, ...part } });
  return (
    <fieldset>
      <legend class="legend">
        When did it end? {at && <span class="hint">{`${dateWords(at, zone)}, ${timeWords(at, zone)}`}</span>}
      </legend>
      <div class="stack">
        <Choices<When> label="When did it end?" options={options} value={draft.when} onChange={(when) => onChange({ when })} />
        {draft.when === "earlier" && (
          <div class="field--pair">
            <Field label="Day">
              {(links) => (
                <input
                  class="input"
                  type="date"
                  max="9999-12-31"
                  {...links}
                  aria-invalid={error ? "true" : undefined}
                  value={draft.earlier.day}
                  onInput={(event) => setEarlier({ day: event.currentTarget.value })}
                />
              )}
            </Field>
            <Field label="Time">
              {(links) => (
                <input
                  class="input"
                  type="time"
                  {...links}
                  value={draft.earlier.time}
                  onInput={(event) => setEarlier({ time: event.currentTarget.value })}
                />
              )}
            </Field>
          </div>
        )}
        {error && <FieldError>{error}</FieldError>}
      </div>
    </fieldset>
  );
}
