import { useState } from "preact/hooks";
import { hold } from "../../actions/messages.ts";
import { deviceZone, momentNow, msOf, type Moment } from "../../model/days.ts";
import { holdUntilTomorrow, sendWindow } from "../../model/messages/send-window.ts";
import { capital, nearMomentWords } from "../../model/words.ts";
import { useDaysOff } from "../../store/days-off.ts";
import { FieldError } from "../components/field.tsx";
import { Sheet } from "../components/sheet.tsx";
import { MomentFields } from "../editing/moment-fields.tsx";
import type { LetterView } from "./load.ts";

interface Props {
  readonly view: LetterView;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Tomorrow morning, the next good morning, or a time of one's own. */
export function HoldSheet({ view, open, onClose }: Props) {
  return (
    <Sheet title="Hold until" open={open} onClose={onClose}>
      {open && <Times view={view} onClose={onClose} />}
    </Sheet>
  );
}

function Times({ view, onClose }: Omit<Props, "open">) {
  const { id, seed, message, purpose, heldAt } = view;
  const zone = deviceZone();
  const now = momentNow();
  const best = sendWindow(purpose, now, zone, heldAt, useDaysOff()).hold_until;
  const [own, setOwn] = useState<Moment | null>(message?.hold_until ?? best);
  const [isPast, setPast] = useState(false);
  const mornings = new Set([holdUntilTomorrow(now, zone), best]);
  const set = (until: Moment) => {
    onClose();
    void hold(id, seed, until);
  };
  const setOwnTime = () => {
    if (own && msOf(own) > Date.now()) set(own);
    else setPast(true);
  };
  return (
    <div class="stack">
      <div class="choices">
        {[...mornings].map((morning) => (
          <button key={morning} type="button" class="choice" onClick={() => set(morning)}>
            {capital(nearMomentWords(morning, Date.now(), zone))}
          </button>
        ))}
      </div>
      <MomentFields
        dayLabel="Day"
        timeLabel="Time"
        value={own}
        otherwise="08:30"
        onKeep={(moment) => {
          setOwn(moment);
          setPast(false);
        }}
      />
      {isPast && <FieldError>Choose a day and a time that are still to come. Nothing was changed.</FieldError>}
      <button type="button" class="btn btn--primary btn--wide" onClick={setOwnTime}>
        Hold until then
      </button>
    </div>
  );
}
