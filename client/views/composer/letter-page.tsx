import { useComputed } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { keepLetter } from "../../actions/messages.ts";
import { gapsIn, type Part } from "../../model/messages/draft.ts";
import { marksIn } from "../../model/messages/marked.ts";
import { schema, type Messages } from "../../model/schema.ts";
import { useTypedText, type Suggestion, type TypedTextField } from "../../store/typing.ts";
import { Frame, type PaneContent } from "../frame/frame.tsx";
import type { PlaceName } from "../frame/places.ts";
import { useIsWide } from "../frame/use-is-wide.ts";
import { interviewsPane } from "../interviews/pane.tsx";
import { WinLetterNotes } from "../wins/letter-notes.tsx";
import { ComposerTop } from "./composer-top.tsx";
import { Hold } from "./hold.tsx";
import { letterOf, type Letter } from "./letter.ts";
import { LetterSheets, useLetterSheet } from "./letter-sheets.tsx";
import type { LetterView } from "./load.ts";
import { OpenGaps } from "./open-gaps.tsx";
import { Recipients } from "./recipients.tsx";
import { SendDock } from "./send-dock.tsx";
import { SentDock } from "./sent-dock.tsx";
import { SentLetter } from "./sent-letter.tsx";
import { SubjectLine } from "./subject-line.tsx";
import { Tones } from "./tones.tsx";
import { useChecked } from "./use-checked.ts";
import { Words } from "./words.tsx";

/** One letter: written, or as it was sent. */
export function LetterPage({ view }: { readonly view: LetterView }) {
  if (view.message?.sent_at) {
    return <Page view={view} children={<SentLetter view={view} />} dock={<SentDock view={view} />} />;
  }
  return <Draft view={view} />;
}

function Page({ view, children, dock }: { readonly view: LetterView } & Omit<PaneContent, "label">) {
  const isWide = useIsWide();
  const { about } = view;
  const tab = view.purpose === "digest" ? "wins" : ((about && tabs[about.kind]) ?? "today");
  return (
    <Frame
      tab={tab}
      list={isWide && about?.kind === "interview" ? interviewsPane(about.id) : undefined}
      detail={{ label: "Message", children, dock }}
      focused
    />
  );
}

const tabs: { readonly [kind: string]: PlaceName } = {
  interview: "interviews",
  feedback: "interviews",
  win: "wins",
  plan: "plan-b",
  decision: "plan-b",
  person: "people",
};

/** Reads none of the words itself: a key paints the field, its marks, and what follows from them. */
function Draft({ view }: { readonly view: LetterView }) {
  const { id } = view;
  const letter = useMemo(() => letterOf(view), [view]);
  const subject = useTypedText("messages", id, "subject", useSuggestion(view, "subject", letter.suggested.subject));
  const body = useTypedText("messages", id, "body", useSuggestion(view, "body", letter.suggested.body));
  const checked = useChecked(id);
  const typed = (): Typed => ({ subject: subject.words.value, body: body.words.value, to: letter.to, cc: letter.cc });
  const sheet = useLetterSheet();
  return (
    <Page view={view} dock={<SendDock view={view} typed={typed} onOpen={sheet.show} onHanded={checked.check} />}>
      <ComposerTop view={view} onMore={() => sheet.show("more")} />
      <div class="body composer">
        <div class="letter">
          <Recipients view={view} letter={letter} show={sheet.show} />
          <SubjectLine text={subject} onDone={() => body.ref.current?.focus()} />
          <Words text={body} facts={checked.isChecked ? null : letter.draft.body} />
        </div>
        <OpenGaps words={body} subject={subject} />
        <WinLetterNotes view={view} readers={[...letter.to, ...letter.cc]} />
        {!checked.isChecked && <CheckOnce view={view} words={body.words} facts={letter.draft.body} onChecked={checked.check} />}
        <Tones view={view} tone={letter.tone} />
        <Hold view={view} onChange={() => sheet.show("hold")} />
      </div>
      <LetterSheets view={view} letter={letter} typed={typed} sheet={sheet} onFillIn={() => selectGap(body.ref.current, subject.ref.current)} />
    </Page>
  );
}

interface CheckProps {
  readonly view: LetterView;
  readonly words: TypedTextField["words"];
  readonly facts: readonly Part[];
  readonly onChecked: () => void;
}

/** As long as something in the letter is still as it was filled in. */
function CheckOnce({ view, words, facts, onChecked }: CheckProps) {
  const isAnyLeft = useComputed(() => marksIn(words.value, facts).some(({ kind }) => kind === "fact"));
  if (!isAnyLeft.value) return null;
  return (
    <div class="composer__check">
      <p class="hint">
        <span class="fill">Underlined</span> came from {view.about?.kind === "interview" ? "your debrief" : "your notes"}.
        Check it once.
      </p>
      <button type="button" class="btn btn--text" onClick={onChecked}>
        Checked
      </button>
    </div>
  );
}

/** The letter as it reads now, typed a moment ago or not. */
export interface Typed {
  readonly subject: string;
  readonly body: string;
  readonly to: Letter["to"];
  readonly cc: Letter["cc"];
}

/** Said from the facts until somebody touches it; a subject stays one line of the length that is kept. */
function useSuggestion({ id, seed, message }: LetterView, field: "subject" | "body", text: string): Suggestion {
  return {
    text,
    kept: message?.[field] ?? null,
    write: (value, basis) => {
      const set: Partial<Messages> = { [field]: field === "subject" ? asSubject(value) : value };
      return keepLetter(id, seed, set, field === "body" ? { body: basis } : undefined);
    },
  };
}

/** Not trimmed: a space at its end is one before the next word. */
function asSubject(text: string): string {
  return Array.from(text.replace(/[\u0000-\u001f\u007f]+/g, " ")).slice(0, schema.messages.subject.max).join("");
}

/** The first gap, wherever it is. */
function selectGap(...areas: readonly (HTMLTextAreaElement | null)[]): void {
  for (const area of areas) {
    const gap = area && gapsIn(area.value)[0];
    if (!gap) continue;
    area.focus();
    area.setSelectionRange(gap.start, gap.end);
    return;
  }
}
