import { defaultQuestion } from "../../model/decision.ts";
import { TapButton, Top } from "../components/top.tsx";
import { Asked } from "./asked.tsx";
import { Blind, Chosen, Compared, Review, Reviewed, Scoring, Waiting } from "./stages.tsx";
import { ChooseSheet } from "./choose-sheet.tsx";
import type { DecisionView } from "./load.ts";
import { MoreSheet } from "./more-sheet.tsx";
import { ValuesSheet } from "../versions/values-sheet.tsx";
import { Setup } from "./setup.tsx";
import type { DecisionSheet } from "./sheet-names.ts";

export interface StageProps {
  readonly view: DecisionView;
  readonly sheet: DecisionSheet;
}

const bodies = {
  scoring: Scoring,
  waiting: Waiting,
  blind: Blind,
  compared: Compared,
  chosen: Chosen,
  review: Review,
  reviewed: Reviewed,
} as const;

/** While it is scored again there is no way to what was written before: not to the scores anywhere, and here to no word. */
export function DecisionPane({ view, sheet }: StageProps) {
  const isSetup = sheet.open === "setup";
  const Stage = bodies[view.stage];
  const { question } = view.decision;
  const isDefault = question === null || question === defaultQuestion;
  return (
    <>
      <Top
        plain
        back="/decisions"
        title={<span class="muted top__where">{isDefault ? "Decide on what it pays" : question}</span>}
        end={
          <>
            {view.stage !== "blind" && <TapButton icon="history" label="Earlier values" onClick={() => sheet.show("values")} />}
            <TapButton icon="ellipsis" label="More" onClick={() => sheet.show("more")} />
          </>
        }
      />
      <div class="body decision" data-stage={view.stage}>
        <div class="stack--s">
          <h1>{isSetup ? "What do you weigh?" : view.said.headline}</h1>
          <p class="muted">{isSetup ? "The ways you could go, and what each is judged by." : view.said.note}</p>
        </div>
        {isSetup ? (
          <Setup view={view} />
        ) : (
          <>
            <Asked item={view.sheet.item} />
            <Stage view={view} sheet={sheet} />
          </>
        )}
      </div>
      <ChooseSheet view={view} open={sheet.open === "choose"} onClose={sheet.close} />
      <MoreSheet view={view} sheet={sheet} />
      <ValuesSheet
        collection="decisions"
        row={{ ...view.decision, id: view.sheet.id }}
        open={sheet.open === "values" && view.stage !== "blind"}
        onClose={sheet.close}
      />
    </>
  );
}
