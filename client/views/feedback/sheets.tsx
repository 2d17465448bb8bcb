import { chooseWitness, recordFollowUp, trashFeedback } from "../../actions/feedback.ts";
import { hasAnswer } from "../../model/feedback/request.ts";
import { Sheet } from "../components/sheet.tsx";
import { ActionSheet, type SheetAction } from "../editing/action-sheet.tsx";
import { PersonPicker } from "../interview/person-picker.tsx";
import { AnswerSheet } from "./answer-sheet.tsx";
import { AskedSheet } from "./asked-sheet.tsx";
import type { FeedbackView } from "./load.ts";
import { useFeedbackSheet, type FeedbackSheet } from "./sheet-names.ts";

/** All sheets of the page; the address says which one is open. */
export function FeedbackSheets({ view }: { readonly view: FeedbackView }) {
  const { open, show, close } = useFeedbackSheet();
  const state = (name: FeedbackSheet) => ({ open: open === name, onClose: close });
  return (
    <>
      <AnswerSheet {...state("answer")} view={view} />
      <AskedSheet {...state("asked")} id={view.interview.id} askedAt={view.request?.asked_at ?? null} />
      <WitnessSheet {...state("witness")} view={view} />
      <ActionSheet {...state("more")} title="More" actions={actionsFor(view, show)} />
    </>
  );
}

interface WitnessProps {
  readonly view: FeedbackView;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Somebody who was not noted as there, or whose name comes only now. */
function WitnessSheet({ view: { interview, person }, open, onClose }: WitnessProps) {
  return (
    <Sheet title="Who saw you most?" open={open} onClose={onClose}>
      {open && (
        <PersonPicker
          taken={new Set(person ? [person.id] : [])}
          onPick={(who) => {
            onClose();
            void chooseWitness(interview.id, who);
          }}
        />
      )}
    </Sheet>
  );
}

function actionsFor({ request, interview }: FeedbackView, show: (name: FeedbackSheet) => void): SheetAction[] {
  const isAnswered = request !== null && hasAnswer(request);
  const mayAskBack = isAnswered && !request.follow_up_at && !request.closed_at;
  const actions: (SheetAction | false)[] = [
    { icon: "pencil", words: isAnswered ? "Change the answer" : "Paste the answer", go: () => show("answer") },
    mayAskBack && { icon: "mail", words: "I have asked back", go: () => void recordFollowUp(request) },
    { icon: "users-round", words: "It was somebody else", go: () => show("witness") },
    { icon: "hourglass", words: "When I asked", go: () => show("asked") },
    { icon: "notebook-pen", words: "My own debrief", go: `/interviews/${interview.id}#notes` },
    request !== null && { icon: "trash-2", words: "Move to the trash", go: () => void trashFeedback(request.id) },
  ];
  return actions.filter((action) => action !== false);
}
