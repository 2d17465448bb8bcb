import { editItem, trashItem } from "../../actions/checklists.ts";
import { deviceZone } from "../../model/days.ts";
import { schema } from "../../model/schema.ts";
import { dateWords, timeWords } from "../../model/words.ts";
import type { Entry } from "../../store/store.ts";
import { RowLink } from "../components/row.tsx";
import { Sheet } from "../components/sheet.tsx";
import { ShortField } from "../editing/short-field.tsx";

interface Props {
  readonly item: Entry<"items">;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onDue: () => void;
}

export function LineEdit({ item, open, onClose, onDue }: Props) {
  const { id } = item;
  const toTrash = () => {
    onClose();
    void trashItem(id);
  };
  return (
    <Sheet title="Edit this line" open={open} onClose={onClose}>
      <ShortField
        wrap
        label="What to do"
        value={item.text}
        max={schema.items.text.max}
        needed="A line needs a few words. The old ones are kept."
        onKeep={(text) => text !== null && void editItem(id, { text })}
      />
      <ShortField
        wrap
        label="Why this helps"
        value={item.why}
        max={schema.items.why.max}
        onKeep={(why) => void editItem(id, { why })}
      />
      <ul class="rows">
        <li>
          <RowLink
            size="low"
            calm
            icon="calendar-days"
            title="Due"
            end={<span class="count">{whenWords(item.due_at)}</span>}
            onClick={onDue}
          />
        </li>
      </ul>
      <div class="btns">
        <button type="button" class="btn btn--primary" onClick={onClose}>
          Done
        </button>
        <button type="button" class="btn btn--text" onClick={toTrash}>
          Move to the trash
        </button>
      </div>
    </Sheet>
  );
}

function whenWords(due: string | null): string {
  const zone = deviceZone();
  return due === null ? "no date" : `${dateWords(due, zone)}, ${timeWords(due, zone)}`;
}
