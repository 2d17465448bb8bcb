import { plansArc } from "../../model/arc.ts";
import { plansHeadline } from "../../model/words.ts";
import { useQuery } from "../../store/query.ts";
import { Air } from "../components/air.tsx";
import { Empty } from "../components/empty.tsx";
import { Top } from "../components/top.tsx";
import { useSheet } from "../editing/use-sheet.ts";
import { Frame } from "../frame/frame.tsx";
import { DrawnArc, DrawnGround } from "../interview/drawing.tsx";
import { AddPlan } from "./add-plan.tsx";
import { AsideFold } from "./aside-fold.tsx";
import { loadPlans, type PlansView } from "./load.ts";
import { Options } from "./options.tsx";
import { PlanSheet } from "./plan-sheet.tsx";

export function PlanB() {
  const view = useQuery(["plans"], ["plans", "checklists"], loadPlans);
  return <Frame tab="plan-b" list={{ label: "Plan B", children: view !== undefined && <Page view={view} /> }} />;
}

function Page({ view }: { readonly view: PlansView }) {
  const all = [...view.open, ...view.aside];
  const sheet = useSheet(all.map(({ plan }) => plan.id));
  const open = view.open.map(({ plan }) => plan);
  const drawing = plansArc(open);
  return (
    <>
      <Air
        top={<Top title="Plan B" home />}
        title={plansHeadline(open)}
        arc={<DrawnArc name="plans" drawing={drawing} />}
      />
      <DrawnGround drawing={drawing} low />
      <div class="body plans">
        <section>
          <h2 class="hidden">Your options, best first</h2>
          {all.length === 0 && (
            <Empty words="Name two alternatives while you are still hopeful: one inside, one outside. A name is enough to begin with." />
          )}
          <Options plans={view.open} onEdit={sheet.show} />
          <AddPlan />
        </section>
        <AsideFold plans={view.aside} onEdit={sheet.show} />
      </div>
      {all.map(({ plan }) => (
        <PlanSheet key={plan.id} plan={plan} open={sheet.open === plan.id} onClose={sheet.close} />
      ))}
    </>
  );
}
