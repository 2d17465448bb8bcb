import { archiveChecklist, renameChecklist, trashChecklist } from "../../actions/checklists.ts";
import { schema } from "../../model/schema.ts";
import { Sheet } from "../components/sheet.tsx";
import { ActionSheet, type SheetAction } from "../editing/action-sheet.tsx";
import { ShortField } from "../editing/short-field.tsx";
import { back } from "../router.ts";
import type { ChecklistView } from "./load.ts";

export type ListSheet = "more" | "rename";

interface Props {
  readonly view: ChecklistView;
  readonly open: ListSheet | null;
  readonly show: (sheet: ListSheet | null) => void;
}

export function ListSheets({ view: { checklist, subject }, open, show }: Props) {
  const close = () => show(null);
  const leave = () => back(subject?.href ?? "/playbooks");
  const { id } = checklist;
  const actions: SheetAction[] = [
    { icon: "pencil", words: "Rename", go: () => show("rename") },
    { icon: "archive", words: "Put this list away", go: () => void archiveChecklist(id).then(leave) },
    { icon: "trash-2", words: "Move to the trash", go: () => void trashChecklist(id).then(leave) },
  ];
  return (
    <>
      <ActionSheet title="More" open={open === "more"} onClose={close} actions={actions} />
      <Sheet title="Rename" open={open === "rename"} onClose={close}>
        <ShortField
          label="Title"
          value={checklist.title}
          max={schema.checklists.title.max}
          needed="A list needs a title. The old one is kept."
          onKeep={(title) => title !== null && void renameChecklist(id, title)}
        />
        <button type="button" class="btn btn--primary btn--wide" onClick={close}>
          Done
        </button>
      </Sheet>
    </>
  );
}
