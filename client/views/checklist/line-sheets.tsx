import { setDue, snoozeItem } from "../../actions/checklists.ts";
import type { Entry } from "../../store/store.ts";
import { DueEditor } from "../components/due-editor.tsx";
import { LineEdit } from "./line-edit.tsx";
import { LineNote } from "./line-note.tsx";

export type LineSheet = "snooze" | "note" | "edit" | "due";

interface Props {
  /** The line they are about. */
  readonly item: Entry<"items"> | null;
  readonly open: LineSheet | null;
  readonly show: (sheet: LineSheet | null) => void;
}

export function LineSheets({ item, open, show }: Props) {
  if (item === null) return null;
  const state = (sheet: LineSheet) => ({ open: open === sheet, onClose: () => show(null) });
  return (
    <>
      <DueEditor
        {...state("snooze")}
        title="Snooze until"
        value={item.snoozed_until}
        isRest
        onSet={(until) => until !== null && void snoozeItem(item.id, until)}
      />
      <DueEditor
        {...state("due")}
        title="When is it due?"
        value={item.due_at}
        onSet={(due) => void setDue(item.id, due)}
      />
      <LineNote {...state("note")} id={item.id} />
      <LineEdit {...state("edit")} item={item} onDue={() => show("due")} />
    </>
  );
}
