import { trashInterview } from "../../actions/interviews.ts";
import type { Entry } from "../../store/store.ts";
import { ActionSheet, type SheetAction } from "../editing/action-sheet.tsx";
import { ConfidenceSheet } from "./confidence-sheet.tsx";
import { EditSheet } from "./edit-sheet.tsx";
import type { InterviewView } from "./load.ts";
import { NotesSheet } from "./notes-sheet.tsx";
import { PeopleSheet } from "./people-sheet.tsx";
import { PromiseSheet } from "./promise-sheet.tsx";
import { RoundsSheet } from "./rounds-sheet.tsx";
import { ValuesSheet } from "../versions/values-sheet.tsx";
import { useInterviewSheet, type InterviewSheet } from "./sheet-names.ts";

/** All sheets of the page; the address says which one is open. */
export function InterviewSheets({ view }: { readonly view: InterviewView }) {
  const { open, show, close } = useInterviewSheet();
  const { interview } = view;
  const state = (name: InterviewSheet) => ({ open: open === name, onClose: close });
  return (
    <>
      <EditSheet {...state("edit")} interview={interview} />
      <ConfidenceSheet {...state("confidence")} interview={interview} />
      <PromiseSheet {...state("promise")} interview={interview} />
      <RoundsSheet {...state("rounds")} id={interview.id} rounds={view.rounds} />
      <PeopleSheet {...state("people")} id={interview.id} met={view.met} />
      <ValuesSheet {...state("values")} collection="interviews" row={interview} />
      <NotesSheet {...state("notes")} interview={interview} />
      <ActionSheet {...state("more")} title="More" actions={actionsFor(interview, show)} />
    </>
  );
}

function actionsFor(interview: Entry<"interviews">, show: (name: InterviewSheet) => void): SheetAction[] {
  const site = webAddress(interview.link);
  const link: SheetAction[] =
    site === null ? [] : [{ icon: "external-link", words: "Open the link", go: site.href, outside: true }];
  return [
    { icon: "pencil", words: "Edit", go: () => show("edit") },
    ...link,
    { icon: "list-checks", words: "Start a list", go: `/playbooks?for=interview:${interview.id}` },
    { icon: "history", words: "Earlier values", go: () => show("values") },
    { icon: "trash-2", words: "Move to the trash", go: () => void trashInterview(interview.id) },
  ];
}

/** Only the web: a pasted "javascript:" must never become a link. */
function webAddress(link: string | null): URL | null {
  if (link === null) return null;
  const address = URL.parse(link.includes("://") ? link : `https://${link}`);
  return address !== null && /^https?:$/.test(address.protocol) ? address : null;
}
