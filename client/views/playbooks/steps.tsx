import { useState } from "preact/hooks";
import { moveStep } from "../../actions/own-playbooks.ts";
import { anchorInRules, type OwnPlaybook, type OwnStep } from "../../model/own-playbooks.ts";
import { Sortable } from "../components/sortable.tsx";
import { whenWords } from "./offers.ts";
import { RuleSheet } from "./rule-sheet.tsx";
import { StepSheet } from "./step-sheet.tsx";

interface Props {
  readonly playbook: OwnPlaybook;
  readonly steps: readonly OwnStep[];
}

interface Asked {
  readonly id: string;
  readonly sheet: "edit" | "when";
}

/** The words open a line, the grip moves it. */
export function Steps({ playbook, steps }: Props) {
  const [asked, ask] = useState<Asked | null>(null);
  // Kept while its sheet leaves the screen.
  const [shownId, setShownId] = useState<string | null>(null);
  const shown = steps.find(({ id }) => id === shownId) ?? null;
  const show = (next: Asked | null) => {
    if (next) setShownId(next.id);
    ask(next);
  };
  return (
    <>
      <Sortable
        items={steps}
        idOf={({ id }) => id}
        nameOf={(step) => step.text ?? "A line"}
        onMove={(id, above, below) => moveStep(id, above, below)}
        itemClass="item"
      >
        {(step, grip) => (
          <div class="row">
            <button type="button" class="row__main line__words" onClick={() => show({ id: step.id, sheet: "edit" })}>
              <span class="row__title">{step.text}</span>
              <span class="row__meta">{whenWords(step.due_rule) || "No date"}</span>
            </button>
            {grip}
          </div>
        )}
      </Sortable>
      {shown && (
        <>
          <StepSheet
            step={shown}
            open={asked?.sheet === "edit"}
            onClose={() => show(null)}
            onWhen={() => show({ id: shown.id, sheet: "when" })}
          />
          <RuleSheet
            step={shown}
            anchor={anchorInRules(playbook.anchor)}
            open={asked?.sheet === "when"}
            onClose={() => show({ id: shown.id, sheet: "edit" })}
          />
        </>
      )}
    </>
  );
}
