import { useQuery } from "../../store/query.ts";
import { Frame } from "../frame/frame.tsx";
import { useIsWide } from "../frame/use-is-wide.ts";
import { loadPlans, shownOfPlans } from "./load.ts";
import { plansPane } from "./pane.tsx";
import { PlanPage } from "./plan.tsx";

/** The options; where there is room, the first of them beside. */
export function PlanB() {
  const isWide = useIsWide();
  const view = useQuery(["plans"], shownOfPlans, loadPlans);
  const first = isWide ? view?.open[0] : undefined;
  return (
    <Frame
      tab="plan-b"
      side="detail"
      list={plansPane({ view, here: first?.id ?? null, isSide: false })}
      detail={first && { label: "The first option", children: <PlanPage key={first.id} id={first.id} isSide /> }}
    />
  );
}

/** One option; where there is room, beside the others. */
export function Plan({ id }: { readonly id: string }) {
  const isWide = useIsWide();
  const view = useQuery(["plans"], shownOfPlans, loadPlans);
  return (
    <Frame
      tab="plan-b"
      list={isWide ? plansPane({ view, here: id, isSide: true }) : undefined}
      detail={{ label: "An option", children: <PlanPage key={id} id={id} /> }}
    />
  );
}
