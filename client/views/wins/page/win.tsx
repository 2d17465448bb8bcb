import { useQuery } from "../../../store/query.ts";
import { Frame } from "../../frame/frame.tsx";
import { usePageTitle } from "../../frame/page-title.ts";
import { useIsWide } from "../../frame/use-is-wide.ts";
import { Missing } from "../../trash/missing.tsx";
import { loadWin, shownOnPage } from "../load.ts";
import { winsPane } from "../pane.tsx";
import { WinPane } from "./pane.tsx";

export function Win({ id }: { readonly id: string }) {
  const isWide = useIsWide();
  return (
    <Frame
      tab="wins"
      list={isWide ? winsPane(id) : undefined}
      detail={{ label: "Win", children: <Page key={id} id={id} /> }}
    />
  );
}

function Page({ id }: { readonly id: string }) {
  const view = useQuery(["win", id], shownOnPage, (store) => loadWin(store, id));
  usePageTitle(view?.win.title);
  if (view === undefined) return null;
  if (view === null || view.win.trashed_at !== null) {
    return <Missing what="win" collection="wins" entry={view?.win ?? null} back="/wins" />;
  }
  return <WinPane view={view} />;
}
