import { deviceZone } from "../../model/days.ts";
import { stageOf } from "../../model/feedback/request.ts";
import { useDaysOff } from "../../store/days-off.ts";
import { useQuery } from "../../store/query.ts";
import { interviewWords } from "../checklist/subject.ts";
import { TapButton, Top } from "../components/top.tsx";
import { Frame } from "../frame/frame.tsx";
import { usePageTitle } from "../frame/page-title.ts";
import { useIsWide } from "../frame/use-is-wide.ts";
import { interviewsPane } from "../interviews/pane.tsx";
import { Missing } from "../trash/missing.tsx";
import { Asking } from "./asking.tsx";
import { LetGo } from "./let-go.tsx";
import { loadFeedback, shownCollections, type FeedbackView } from "./load.ts";
import { useFeedbackSheet } from "./sheet-names.ts";
import { FeedbackSheets } from "./sheets.tsx";
import { Sorted } from "./sorted.tsx";
import { Waiting } from "./waiting.tsx";

/** A focused task: no bar on a phone, beside the interviews on a wide screen. */
export function FeedbackPage({ id }: { readonly id: string }) {
  const isWide = useIsWide();
  return (
    <Frame
      tab="interviews"
      list={isWide ? interviewsPane(id) : undefined}
      detail={{ label: "Feedback", children: <Page key={id} id={id} /> }}
      focused
    />
  );
}

function Page({ id }: { readonly id: string }) {
  const view = useQuery(["feedback", id], shownCollections, (store) => loadFeedback(store, id));
  const sheet = useFeedbackSheet();
  usePageTitle("Feedback");
  if (view === undefined) return null;
  if (view === null || view.interview.trashed_at !== null) {
    return <Missing what="interview" collection="interviews" entry={view?.interview ?? null} back="/interviews" />;
  }
  const { interview } = view;
  return (
    <>
      <Top
        plain
        back={`/interviews/${id}`}
        title={<span class="muted top__where">{interviewWords(interview)}</span>}
        end={<TapButton icon="ellipsis" label="More" onClick={() => sheet.show("more")} />}
      />
      <Body view={view} />
      <FeedbackSheets view={view} />
    </>
  );
}

function Body({ view }: { readonly view: FeedbackView }) {
  const stage = stageOf(view.request, Date.now(), deviceZone(), useDaysOff());
  switch (stage) {
    case "asking":
      return <Asking view={view} />;
    case "waiting":
    case "late":
      return <Waiting view={view} isLate={stage === "late"} />;
    case "let-go":
      return <LetGo view={view} />;
    case "answered":
      return <Sorted view={view} />;
  }
}
