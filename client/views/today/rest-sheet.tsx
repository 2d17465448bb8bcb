// "Not now": which of the things Today shows, or all of them, and until when. One tap on a time does it.

import { useState } from "preact/hooks";
import { restItems } from "../../actions/resting.ts";
import { addDays, dayOf, deviceZone, isDay, momentAt, momentNow, msOf } from "../../model/days.ts";
import { morningHour, rests } from "../../model/rests.ts";
import type { TodayItem } from "../../model/today.ts";
import { Choices } from "../components/choices.tsx";
import { Field } from "../components/field.tsx";
import { Sheet } from "../components/sheet.tsx";

interface Props {
  readonly things: readonly TodayItem[];
  readonly open: boolean;
  readonly onClose: () => void;
}

export function RestSheet({ things, open, onClose }: Props) {
  return (
    <Sheet title="Not now" open={open} onClose={onClose}>
      <RestForm things={things} onDone={onClose} />
    </Sheet>
  );
}

const all = "all";

function RestForm({ things, onDone }: { readonly things: Props["things"]; readonly onDone: () => void }) {
  const [chosen, choose] = useState<string | null>(null);
  const ids = things.map(({ item }) => item.id);
  const which = chosen !== null && [...ids, all].includes(chosen) ? chosen : (ids[0] ?? all);
  const rest = (until: string) => {
    onDone();
    void restItems(which === all ? ids : [which], until);
  };
  return (
    <div class="stack">
      {things.length > 1 && (
        <Choices
          look="option"
          label="Which of them"
          options={[
            ...things.map((thing) => ({ value: thing.item.id, label: <ThingWords thing={thing} /> })),
            { value: all, label: "All of them" },
          ]}
          value={which}
          onChange={choose}
        />
      )}
      {things.length === 1 && <p>{things[0]!.item.text}</p>}
      <div>
        <p class="legend" id="rest-until">
          Until when?
        </p>
        <div class="choices" role="group" aria-labelledby="rest-until">
          {rests(Date.now(), deviceZone()).map(({ word, atMs }) => (
            <button key={word} type="button" class="choice" onClick={() => rest(momentNow(atMs))}>
              {word}
            </button>
          ))}
        </div>
      </div>
      <RestDay onDay={rest} />
    </div>
  );
}

/** Two lists may have a line of the same words: the company tells them apart. */
function ThingWords({ thing: { item, meta } }: { readonly thing: TodayItem }) {
  return (
    <>
      {item.text} <span class="rest-meta">{meta}</span>
    </>
  );
}

/** A day of one's own, from tomorrow on. */
function RestDay({ onDay }: { readonly onDay: (until: string) => void }) {
  const zone = deviceZone();
  const tomorrow = addDays(dayOf(Date.now(), zone), 1);
  const [day, setDay] = useState("");
  const [error, setError] = useState<string | null>(null);
  const set = (event: Event) => {
    event.preventDefault();
    const until = isDay(day) ? momentAt(day, morningHour, 0, zone) : null;
    if (until === null) setError("That day is not in the calendar. Nothing was changed.");
    else if (msOf(until) <= Date.now()) setError("That day has begun already. Nothing was changed.");
    else onDay(until);
  };
  return (
    <form class="stack" onSubmit={set} noValidate>
      <Field label="Or a day of your own" error={error}>
        {(links) => (
          <input
            {...links}
            type="date"
            class="input"
            min={tomorrow}
            max="9999-12-31"
            value={day}
            onInput={(event) => setDay(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="btns">
        <button type="submit" class="btn btn--quiet">
          Until that day
        </button>
      </div>
    </form>
  );
}
