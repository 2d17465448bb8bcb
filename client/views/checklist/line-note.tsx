import { Sheet } from "../components/sheet.tsx";
import { LongText } from "../editing/long-text.tsx";

interface Props {
  readonly id: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

export function LineNote({ id, open, onClose }: Props) {
  return (
    <Sheet title="Note" open={open} onClose={onClose}>
      <LongText
        collection="items"
        id={id}
        field="note"
        label="What you want to remember"
        hint="Kept as you write."
        rows={6}
        autofocus
      />
      <button type="button" class="btn btn--primary btn--wide" onClick={onClose}>
        Done
      </button>
    </Sheet>
  );
}
