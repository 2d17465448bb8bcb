import { useState } from "preact/hooks";
import { editTouch, trashTouch } from "../../actions/touches.ts";
import { channelWords, touchChannels } from "../../model/people/contacts.ts";
import type { Entry } from "../../store/store.ts";
import { Choices } from "../components/choices.tsx";
import { Sheet } from "../components/sheet.tsx";
import { MomentFields } from "../editing/moment-fields.tsx";
import { TouchWords } from "./touch-words.tsx";

const channels = touchChannels.map((value) => ({ value, label: channelWords[value] }));

/** A word that was had: when, how, what was given and said. Null: closed. */
export function TouchSheet({ touch, onClose }: { readonly touch: Entry<"touches"> | null; readonly onClose: () => void }) {
  const [last, setLast] = useState(touch);
  if (touch && touch !== last) setLast(touch);
  const shown = touch ?? last;
  return (
    <Sheet title="A word" open={touch !== null} onClose={onClose}>
      {shown && (
        <div class="stack" key={shown.id}>
          <Choices
            manual
            label="How it was"
            options={channels}
            value={shown.channel}
            onChange={(channel) => void editTouch(shown.id, { channel })}
          />
          <TouchWords touch={shown} />
          <MomentFields
            dayLabel="Day"
            timeLabel="Time"
            otherwise="12:00"
            value={shown.at}
            onKeep={(at) => at && void editTouch(shown.id, { at })}
          />
          <div class="btns">
            <button type="button" class="btn btn--strong" onClick={onClose}>
              Done
            </button>
            <button
              type="button"
              class="btn btn--text"
              onClick={() => {
                onClose();
                void trashTouch(shown.id);
              }}
            >
              Move to the trash
            </button>
          </div>
        </div>
      )}
    </Sheet>
  );
}
