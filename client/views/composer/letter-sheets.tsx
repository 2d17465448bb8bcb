import { setWords, trashMessage } from "../../actions/messages.ts";
import { gapsIn, subjectWithoutGaps, withoutGaps } from "../../model/messages/draft.ts";
import { capital } from "../../model/words.ts";
import { Sheet } from "../components/sheet.tsx";
import { ActionSheet, type SheetAction } from "../editing/action-sheet.tsx";
import { useSheet, type SheetPlace } from "../editing/use-sheet.ts";
import { back } from "../router.ts";
import { wayBack } from "./composer-top.tsx";
import { HoldSheet } from "./hold-sheet.tsx";
import type { Letter } from "./letter.ts";
import type { Typed } from "./letter-page.tsx";
import type { LetterView } from "./load.ts";
import { RecipientsSheet } from "./recipients-sheet.tsx";

const sheetNames = ["to", "to-address", "cc", "cc-address", "hold", "gaps", "more"] as const;

export type LetterSheet = (typeof sheetNames)[number];

export const useLetterSheet = (): SheetPlace<LetterSheet> => useSheet(sheetNames);

interface Props {
  readonly view: LetterView;
  readonly letter: Letter;
  readonly typed: () => Typed;
  readonly sheet: SheetPlace<LetterSheet>;
  readonly onFillIn: () => void;
}

export function LetterSheets({ view, letter, typed, sheet, onFillIn }: Props) {
  const state = (name: LetterSheet) => ({ open: sheet.open === name, onClose: sheet.close });
  const people = (field: "to" | "cc") => {
    const atAddress = sheet.open === `${field}-address`;
    return { field, atAddress, open: atAddress || sheet.open === field, onClose: sheet.close, view, letter };
  };
  return (
    <>
      <RecipientsSheet {...people("to")} title="Who is it for?" />
      <RecipientsSheet {...people("cc")} title="Who gets a copy?" />
      <HoldSheet {...state("hold")} view={view} />
      <GapsSheet {...state("gaps")} view={view} typed={typed} onFillIn={onFillIn} />
      <ActionSheet {...state("more")} title="More" actions={actionsFor(view, letter)} />
    </>
  );
}

function actionsFor(view: LetterView, letter: Letter): SheetAction[] {
  const again = () => setWords(view.id, view.seed, letter.suggested, "As it was suggested");
  const trash = () => trashMessage(view.id).then(() => back(wayBack(view)));
  return [
    { icon: "rotate-ccw", words: "Begin again from the suggestion", go: () => void again() },
    { icon: "trash-2", words: "Move to the trash", go: () => void trash() },
  ];
}

interface GapsProps {
  readonly view: LetterView;
  readonly typed: () => Typed;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onFillIn: () => void;
}

/** Before it leaves: fill it in, or leave the sentence out. A "[name]" is never sent. */
function GapsSheet({ open, onClose, ...rest }: GapsProps) {
  return (
    <Sheet title="Something is still open." open={open} onClose={onClose}>
      {open && <OpenOnes {...rest} onClose={onClose} />}
    </Sheet>
  );
}

function OpenOnes({ view, typed, onClose, onFillIn }: Omit<GapsProps, "open">) {
  const { subject, body } = typed();
  const labels = [...new Set([...gapsIn(subject), ...gapsIn(body)].map(({ label }) => label))];
  const fillIn = () => {
    onClose();
    // The dialog gives the focus back to the button first.
    setTimeout(onFillIn, 0);
  };
  const leaveOut = async () => {
    onClose();
    const words = { subject: subjectWithoutGaps(subject), body: withoutGaps(body) };
    await setWords(view.id, view.seed, words, "Left out what was open");
  };
  return (
    <>
      <ul class="composer__open">
        {labels.map((label) => (
          <li key={label}>
            <span class="gap">{capital(label)}</span>
          </li>
        ))}
      </ul>
      <p class="hint">Without it, its sentence is left out. The rest of the letter stays as it is.</p>
      <div class="stack--s">
        <button type="button" class="btn btn--primary btn--wide" onClick={fillIn}>
          Fill it in
        </button>
        <button type="button" class="btn btn--quiet btn--wide" onClick={() => void leaveOut()}>
          Leave it out
        </button>
      </div>
    </>
  );
}
