import { useQuery } from "../../store/query.ts";
import { interviewWords } from "../checklist/subject.ts";
import { Frame } from "../frame/frame.tsx";
import { usePageTitle } from "../frame/page-title.ts";
import { useIsWide } from "../frame/use-is-wide.ts";
import { interviewsPane } from "../interviews/pane.tsx";
import { Missing } from "../trash/missing.tsx";
import { InterviewBody } from "./body.tsx";
import { InterviewHead } from "./head.tsx";
import { loadInterview } from "./load.ts";
import { InterviewSheets } from "./sheets.tsx";

const shownCollections = ["interviews", "rounds", "attendances", "people", "checklists", "items"] as const;

export function InterviewPage({ id }: { readonly id: string }) {
  const isWide = useIsWide();
  return (
    <Frame
      tab="interviews"
      list={isWide ? interviewsPane(id) : undefined}
      detail={{ label: "Interview", children: <Page key={id} id={id} /> }}
    />
  );
}

function Page({ id }: { readonly id: string }) {
  const view = useQuery(["interview", id], shownCollections, (store) => loadInterview(store, id));
  usePageTitle(view && interviewWords(view.interview));
  if (view === undefined) return null;
  if (view === null || view.interview.trashed_at !== null) {
    return <Missing what="interview" collection="interviews" entry={view?.interview ?? null} back="/interviews" />;
  }
  return (
    <>
      <InterviewHead view={view} />
      <InterviewBody view={view} />
      <InterviewSheets view={view} />
    </>
  );
}
