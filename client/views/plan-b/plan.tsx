import { useQuery } from "../../store/query.ts";
import { usePageTitle } from "../frame/page-title.ts";
import { Missing } from "../trash/missing.tsx";
import { loadPlan, shownOfPlan } from "./load.ts";
import { PlanPane } from "./plan-pane.tsx";

interface Props {
  readonly id: string;
  /** Beside the options, which hold the page's h1. */
  readonly isSide?: boolean;
}

export function PlanPage({ id, isSide = false }: Props) {
  const view = useQuery(["plan", id], shownOfPlan, (store) => loadPlan(store, id));
  usePageTitle(isSide ? null : view?.plan.title);
  if (view === undefined) return null;
  if (view === null || view.plan.trashed_at !== null) {
    return <Missing what="option" collection="plans" entry={view?.plan ?? null} back="/plan-b" />;
  }
  return <PlanPane view={view} isSide={isSide} />;
}
