import { plansArc } from "../../model/arc.ts";
import { dayOf, deviceZone } from "../../model/days.ts";
import { plansHeadline } from "../../model/plan-b.ts";
import { stopWaiting } from "../../model/plan-b-waiting.ts";
import { Air } from "../components/air.tsx";
import { Empty } from "../components/empty.tsx";
import { RowLink } from "../components/row.tsx";
import { Top } from "../components/top.tsx";
import { useSheet } from "../editing/use-sheet.ts";
import type { PaneContent } from "../frame/frame.tsx";
import { DrawnArc, DrawnGround } from "../interview/drawing.tsx";
import { AddPlan } from "./add-plan.tsx";
import { AsideFold } from "./aside-fold.tsx";
import type { PlansView } from "./load.ts";
import { Options } from "./options.tsx";
import { StopWaitingSheet } from "./stop-waiting-sheet.tsx";

interface Props {
  readonly view: PlansView;
  /** The option whose page is in the other pane. */
  readonly here: string | null;
  /** The other pane holds the page's h1. */
  readonly isSide: boolean;
}

export const plansPane = ({ view, ...rest }: Omit<Props, "view"> & { readonly view: PlansView | undefined }): PaneContent => ({
  label: "Plan B",
  children: view !== undefined && <Pane view={view} {...rest} />,
});

function Pane({ view, here, isSide }: Props) {
  const sheet = useSheet(["stop-waiting"]);
  const zone = deviceZone();
  const waiting = stopWaiting(view.profile, dayOf(Date.now(), zone), zone);
  const drawing = plansArc(view.open);
  return (
    <>
      <Air
        top={<Top title="Plan B" home />}
        title={plansHeadline(view.open)}
        level={isSide ? 2 : 1}
        arc={<DrawnArc name="plans" drawing={drawing} />}
      />
      <DrawnGround drawing={drawing} low />
      <div class="body plans">
        <section>
          <h2 class="hidden">Your options, best first</h2>
          {view.open.length === 0 && (
            <Empty words="Name two alternatives: one inside, one outside. A name is enough to begin with." />
          )}
          <Options view={view} here={here} />
          <AddPlan />
        </section>
        <AsideFold plans={view.aside} here={here} />
        <div class="band">
          <RowLink icon="scale" title="Decide on what it pays" meta="Stay, move or negotiate. Scored twice." href="/decisions" />
        </div>
        <div class="band">
          <RowLink icon="milestone" title={waiting.title} meta={waiting.note} onClick={() => sheet.show("stop-waiting")} />
        </div>
      </div>
      <StopWaitingSheet waiting={waiting} open={sheet.open === "stop-waiting"} onClose={sheet.close} />
    </>
  );
}
