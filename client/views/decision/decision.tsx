import { useQuery } from "../../store/query.ts";
import { Frame } from "../frame/frame.tsx";
import { usePageTitle } from "../frame/page-title.ts";
import { useIsWide } from "../frame/use-is-wide.ts";
import { Missing } from "../trash/missing.tsx";
import { decisionsPane } from "./list-pane.tsx";
import { loadDecision, shownOfDecision } from "./load.ts";
import { DecisionDock } from "./decision-dock.tsx";
import { DecisionPane } from "./decision-pane.tsx";
import { useDecisionSheet } from "./sheet-names.ts";

/** A focused task: no bar on a phone. `id` names a worksheet, or the line of a list that asks for one. */
export function DecisionPage({ id }: { readonly id: string }) {
  const isWide = useIsWide();
  const view = useQuery(["decision", id], shownOfDecision, (store) => loadDecision(store, id));
  const sheet = useDecisionSheet();
  usePageTitle(view?.decision.question);
  const isThere = view && !view.isTrashed;
  return (
    <Frame
      tab="plan-b"
      list={isWide ? decisionsPane(view?.sheet.id ?? id) : undefined}
      detail={{
        label: "Decide on what it pays",
        dock: isThere && <DecisionDock view={view} sheet={sheet} />,
        children: isThere ? (
          <DecisionPane view={view} sheet={sheet} />
        ) : (
          view !== undefined && (
            <Missing what="worksheet" collection="decisions" entry={view && { id: view.sheet.id }} back="/decisions" />
          )
        ),
      }}
      focused
    />
  );
}
