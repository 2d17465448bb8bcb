import { editItem, trashItem } from "../../actions/checklists.ts";
import { deviceZone } from "../../model/days.ts";
import { schema } from "../../model/schema.ts";
import { dateWords, timeWords } from "../../model/words.ts";
import type { Entry } from "../../store/store.ts";
import { LineSheet } from "../editing/line-sheet.tsx";

interface Props {
  readonly item: Entry<"items">;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onDue: () => void;
}

export function LineEdit({ item, open, onClose, onDue }: Props) {
  return (
    <LineSheet
      line={item}
      max={schema.items}
      open={open}
      onClose={onClose}
      onKeep={(words) => editItem(item.id, words)}
      onTrash={() => trashItem(item.id)}
      when={{ title: "Due", end: <span class="count">{whenWords(item.due_at)}</span>, onClick: onDue }}
    />
  );
}

function whenWords(due: string | null): string {
  const zone = deviceZone();
  return due === null ? "no date" : `${dateWords(due, zone)}, ${timeWords(due, zone)}`;
}
