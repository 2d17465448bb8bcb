import { useQuery } from "../../store/query.ts";
import { Frame } from "../frame/frame.tsx";
import { usePageTitle } from "../frame/page-title.ts";
import { useIsWide } from "../frame/use-is-wide.ts";
import type { PlaceName } from "../frame/places.ts";
import { interviewsPane } from "../interviews/pane.tsx";
import { Missing } from "../trash/missing.tsx";
import { loadChecklist, type ChecklistView } from "./load.ts";
import { ChecklistPane } from "./pane.tsx";

const shownCollections = ["checklists", "items", "interviews", "wins", "plans", "people"] as const;

/** A focused task: no bar on a phone; beside the interviews on a wide screen when it is an interview's. */
export function ChecklistPage({ id }: { readonly id: string }) {
  const isWide = useIsWide();
  const view = useQuery(["checklist", id], shownCollections, (store) => loadChecklist(store, id));
  usePageTitle(view?.checklist.title);
  const { subject_kind: kind = null, subject_id: about = null } = view?.checklist ?? {};
  return (
    <Frame
      tab={kind === null ? null : tabs[kind]}
      list={isWide && kind === "interview" ? interviewsPane(about) : undefined}
      detail={{ label: "List", children: view !== undefined && <Page key={id} view={view} /> }}
      focused
    />
  );
}

const tabs = { interview: "interviews", win: "wins", plan: "plan-b", person: "people" } as const satisfies Record<
  string,
  PlaceName
>;

function Page({ view }: { readonly view: ChecklistView | null }) {
  if (view === null || view.checklist.trashed_at !== null) {
    return (
      <Missing
        what="list"
        collection="checklists"
        entry={view?.checklist ?? null}
        back={view?.subject?.href ?? "/playbooks"}
      />
    );
  }
  return <ChecklistPane view={view} />;
}
