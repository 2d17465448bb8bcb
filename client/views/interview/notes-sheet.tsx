import type { Entry } from "../../store/store.ts";
import { Sheet } from "../components/sheet.tsx";
import { LongText } from "../editing/long-text.tsx";

interface Props {
  readonly interview: Entry<"interviews">;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function NotesSheet({ interview: { id }, open, onClose }: Props) {
  return (
    <Sheet title="Notes" open={open} onClose={onClose}>
      <LongText
        collection="interviews"
        id={id}
        field="notes"
        label="What you want to keep"
        hint="Questions they asked, what landed, what was missing. Kept as you write."
        rows={12}
        autofocus
      />
      <button type="button" class="btn btn--primary btn--wide" onClick={onClose}>
        Done
      </button>
    </Sheet>
  );
}
