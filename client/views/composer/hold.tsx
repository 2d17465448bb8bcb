import type { ComponentChildren } from "preact";
import { hold } from "../../actions/messages.ts";
import { deviceZone, momentNow, msOf, type Moment } from "../../model/days.ts";
import { sendWindow } from "../../model/messages/send-window.ts";
import { dateWords, timeWords } from "../../model/words.ts";
import { useDaysOff } from "../../store/days-off.ts";
import { Icon } from "../components/icon.tsx";
import { Tag } from "../components/tag.tsx";
import type { LetterView } from "./load.ts";

interface Props {
  readonly view: LetterView;
  readonly onChange: () => void;
}

/** When it is best sent, and the way to let it lie until then. */
export function Hold({ view, onChange }: Props) {
  const { id, seed, message, purpose, heldAt } = view;
  const zone = deviceZone();
  const now = momentNow();
  const until = message?.hold_until ?? null;
  const isHeld = until !== null && msOf(until) > Date.now();
  const best = sendWindow(purpose, now, zone, heldAt, useDaysOff());
  if (isHeld) {
    return (
      <HoldRow title={`Held until ${whenWords(until)}`} meta="It comes back to you then. Nothing sends itself." isHeld>
        <button type="button" class="btn btn--tool" onClick={() => void hold(id, seed, null)}>
          Do not hold
        </button>
        <button type="button" class="btn btn--text" onClick={onChange}>
          Change
        </button>
      </HoldRow>
    );
  }
  const isNow = best.suggested === "now";
  const meta = "It comes back to you then. Nothing sends itself.";
  return (
    <HoldRow title={isNow ? best.words : `Hold until ${whenWords(best.hold_until)}`} meta={isNow ? `Or hold it until ${whenWords(best.hold_until)}. Nothing sends itself.` : meta}>
      <button type="button" class="btn btn--tool" onClick={() => void hold(id, seed, best.hold_until)}>
        Hold<span class="hidden"> until {whenWords(best.hold_until)}</span>
      </button>
      <button type="button" class="btn btn--text" onClick={onChange}>
        Change
      </button>
    </HoldRow>
  );
}

function whenWords(moment: Moment): string {
  const zone = deviceZone();
  return `${dateWords(moment, zone)}, ${timeWords(moment, zone)}`;
}

interface RowProps {
  readonly title: string;
  readonly meta: string;
  readonly isHeld?: boolean;
  readonly children: ComponentChildren;
}

function HoldRow({ title, meta, isHeld = false, children }: RowProps) {
  return (
    <div class="hold">
      <Icon name="calendar-clock" />
      <div class="row__main">
        <p class="row__title">{title}</p>
        <p class="row__meta">{meta}</p>
      </div>
      <div class="btns">
        {children}
        {isHeld && (
          <Tag icon="calendar-clock" tone="waiting">
            Held
          </Tag>
        )}
      </div>
    </div>
  );
}
