import { finishSecond, putScoresAway } from "../../actions/decisions.ts";
import { missingIn } from "../../model/decision.ts";
import { counted } from "../../model/words.ts";
import { Dock } from "../components/dock.tsx";
import type { DecisionView } from "./load.ts";
import type { DecisionSheet } from "./sheet-names.ts";

interface Props {
  readonly view: DecisionView;
  readonly sheet: DecisionSheet;
}

/** The one thing to do at this stage; none while it rests, or when all is done. */
export function DecisionDock({ view, sheet }: Props) {
  const { stage, sheet: worksheet, options, criteria, first, second } = view;
  if (sheet.open === "setup") {
    return (
      <Dock low>
        <button type="button" class="btn btn--primary btn--wide" onClick={sheet.close}>
          Done
        </button>
      </Dock>
    );
  }
  switch (stage) {
    case "scoring":
      return (
        <Finish left={missingIn(first, options, criteria)} onFinish={() => void putScoresAway(worksheet)}>
          Put the scores away for a week
        </Finish>
      );
    case "blind":
      return (
        <Finish left={missingIn(second, options, criteria)} onFinish={() => void finishSecond(worksheet)}>
          See what the week changed
        </Finish>
      );
    case "compared":
      return (
        <Dock low>
          <button type="button" class="btn btn--primary btn--wide" onClick={() => sheet.show("choose")}>
            Choose, and set a review date
          </button>
        </Dock>
      );
    default:
      return null;
  }
}

interface FinishProps {
  readonly left: number;
  readonly onFinish: () => void;
  readonly children: string;
}

function Finish({ left, onFinish, children }: FinishProps) {
  return (
    <Dock low note={left > 0 ? `${counted(left, "score")} to go.` : undefined}>
      <button type="button" class="btn btn--primary btn--wide" disabled={left > 0} onClick={onFinish}>
        {children}
      </button>
    </Dock>
  );
}
