import { reopenChoice, reopenFirst, reopenSecond, trashDecision } from "../../actions/decisions.ts";
import { ActionSheet, type SheetAction } from "../editing/action-sheet.tsx";
import { navigate } from "../router.ts";
import type { StageProps } from "./decision-pane.tsx";

/** The ways back, and the ways out. */
export function MoreSheet({ view: { sheet: worksheet, stage, decision }, sheet }: StageProps) {
  const actions: SheetAction[] = [];
  if (stage !== "scoring" || sheet.open !== "setup") {
    actions.push({ icon: "pencil", words: "Options and criteria", go: () => sheet.show("setup") });
  }
  if (stage === "waiting") {
    actions.push({ icon: "rotate-ccw", words: "Open the first scores again", go: () => void reopenFirst(worksheet) });
  }
  if (stage === "compared") {
    actions.push({ icon: "rotate-ccw", words: "Change the second scores", go: () => void reopenSecond(worksheet) });
  }
  if (decision.chosen !== null) {
    actions.push({ icon: "rotate-ccw", words: "Choose again", go: () => void reopenChoice(worksheet) });
  }
  const toTrash = () => {
    navigate("/decisions", { replace: true });
    void trashDecision(worksheet.id);
  };
  actions.push({ icon: "trash-2", words: "Move to the trash", go: toTrash });
  return <ActionSheet title="More" open={sheet.open === "more"} onClose={sheet.close} actions={actions} />;
}
