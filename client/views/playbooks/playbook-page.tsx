import { useQuery } from "../../store/query.ts";
import { Frame } from "../frame/frame.tsx";
import { usePageTitle } from "../frame/page-title.ts";
import { Missing } from "../trash/missing.tsx";
import { BuiltInPane, makeOwnDock } from "./built-in-pane.tsx";
import { loadPlaybook, type BuiltInView, type OwnView } from "./load.ts";
import { OwnPane } from "./own-pane.tsx";

/** A playbook by its slug or id. A focused task: no bar on a phone. */
export function PlaybookPage({ id }: { readonly id: string }) {
  const view = useQuery(["playbook", id], ["playbooks", "playbook_steps"], (store) => loadPlaybook(store, id));
  usePageTitle(view?.kind === "own" ? view.playbook.title : view?.offer.title);
  const dock = view?.kind === "built-in" ? makeOwnDock(view.offer.playbook) : undefined;
  return (
    <Frame
      tab="interviews"
      detail={{ label: "List", dock, children: view !== undefined && <Page view={view} /> }}
      focused
    />
  );
}

function Page({ view }: { readonly view: OwnView | BuiltInView | null }) {
  if (view?.kind === "built-in") return <BuiltInPane offer={view.offer} />;
  if (view === null || view.playbook.trashed_at !== null) {
    return <Missing what="list" collection="playbooks" entry={view?.playbook ?? null} back="/playbooks" />;
  }
  return <OwnPane key={view.playbook.id} view={view} />;
}
