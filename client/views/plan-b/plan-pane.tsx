import { editPlan, trashPlan } from "../../actions/plans.ts";
import { missingSentence } from "../../model/plan-b-readiness.ts";
import { TapButton, Top } from "../components/top.tsx";
import { ActionSheet } from "../editing/action-sheet.tsx";
import { LongText } from "../editing/long-text.tsx";
import { useSheet } from "../editing/use-sheet.ts";
import { navigate } from "../router.ts";
import { ValuesSheet } from "../versions/values-sheet.tsx";
import { ContactSheet } from "./contact-sheet.tsx";
import type { PlanView } from "./load.ts";
import { NextStep } from "./next-step.tsx";
import { UnderWay } from "./option.tsx";
import { PlanFacts } from "./plan-facts.tsx";
import { PlanTurns } from "./plan-turns.tsx";
import { Readiness } from "./readiness.tsx";
import { kindLine } from "./words.ts";

interface Props {
  readonly view: PlanView;
  readonly isSide: boolean;
}

export function PlanPane({ view, isSide }: Props) {
  const { plan, contact } = view;
  const sheet = useSheet(["contact", "more", "values"]);
  const title = plan.title ?? "An option";
  const kind = kindLine(plan);
  const toTrash = () => {
    if (!isSide) navigate("/plan-b", { replace: true });
    void trashPlan(plan.id);
  };
  return (
    <>
      <Top
        plain
        back={isSide ? undefined : "/plan-b"}
        title={!isSide && <span class="muted">Plan B</span>}
        end={<TapButton icon="ellipsis" label="More" onClick={() => sheet.show("more")} />}
      />
      <div class="body plan-page">
        <div class="stack--s">
          {isSide ? <h2 class="title">{title}</h2> : <h1>{title}</h1>}
          {kind !== "" && <p class="muted">{kind}</p>}
          <State view={view} />
        </div>
        <PlanTurns view={view} />
        <NextStep plan={plan} contact={contact} onAskWho={() => sheet.show("contact")} />
        <LongText
          collection="plans"
          id={plan.id}
          field="payoff"
          label="What it pays you"
          hint="Money, learning, time, people: whatever counts for you."
          rows={2}
        />
        <LongText collection="plans" id={plan.id} field="notes" label="Notes" hint="Kept as you write." />
        <PlanFacts plan={plan} keep={(set) => void editPlan(plan.id, set)} />
      </div>
      <ContactSheet plan={plan} contact={contact} open={sheet.open === "contact"} onClose={sheet.close} />
      <ActionSheet
        title="More"
        open={sheet.open === "more"}
        onClose={sheet.close}
        actions={[
          { icon: "list-checks", words: "Start a list", go: `/playbooks?for=plan:${plan.id}` },
          { icon: "history", words: "Earlier values", go: () => sheet.show("values") },
          { icon: "trash-2", words: "Move to the trash", go: toTrash },
        ]}
      />
      <ValuesSheet collection="plans" row={plan} open={sheet.open === "values"} onClose={sheet.close} />
    </>
  );
}

function State({ view: { plan } }: Pick<Props, "view">) {
  if (plan.status === "active") return <UnderWay />;
  if (plan.status === "parked") return <p class="muted">Parked. It keeps everything it has.</p>;
  if (plan.status === "done") return <p class="muted">Done.</p>;
  const missing = missingSentence(plan);
  return (
    <>
      <Readiness plan={plan} />
      {missing !== null && <p class="muted small">{missing}</p>}
    </>
  );
}
