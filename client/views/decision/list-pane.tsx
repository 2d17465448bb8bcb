import { startDecision } from "../../actions/decisions.ts";
import { dayOf, deviceZone } from "../../model/days.ts";
import { defaultQuestion } from "../../model/decision.ts";
import { stageLine } from "../../model/decision-words.ts";
import { useQuery } from "../../store/query.ts";
import { Empty } from "../components/empty.tsx";
import { Icon } from "../components/icon.tsx";
import { RowLink } from "../components/row.tsx";
import { Top } from "../components/top.tsx";
import { Why } from "../components/why.tsx";
import type { PaneContent } from "../frame/frame.tsx";
import { LongList } from "../listing/long-list.tsx";
import { navigate } from "../router.ts";
import { loadDecisions, type DecisionRow } from "./load.ts";

/** `here`: the worksheet whose page is in the other pane. */
export const decisionsPane = (here: string | null): PaneContent => ({
  label: "Decide on what it pays",
  children: <Decisions here={here} />,
});

function Decisions({ here }: { readonly here: string | null }) {
  const rows = useQuery(["decisions"], ["decisions"], loadDecisions);
  return (
    <>
      <Top title={<span class="muted">Plan B</span>} back="/plan-b" plain />
      {rows !== undefined && <Rows rows={rows} here={here} />}
    </>
  );
}

function Rows({ rows, here }: { readonly rows: readonly DecisionRow[]; readonly here: string | null }) {
  const headline = "Decide on what it pays.";
  const start = async () => navigate(`/decisions/${await startDecision(defaultQuestion)}`);
  return (
    <div class="body">
      {here === null ? <h1>{headline}</h1> : <h2 class="title">{headline}</h2>}
      <Why bar>An employer does not repay loyalty. Decide on what the decision pays you.</Why>
      {rows.length === 0 && (
        <Empty words="Put the ways you could go side by side, score them today, and once more in a week without seeing the first." />
      )}
      <div>
        <LongList name="decisions" rows={rows} keyOf={({ decision }) => decision.id}>
          {(row) => <DecisionLine row={row} isHere={row.decision.id === here} />}
        </LongList>
        <button type="button" class="btn btn--text btn--plain" onClick={() => void start()}>
          <Icon name="plus" size="s" />
          Start a worksheet
        </button>
      </div>
    </div>
  );
}

function DecisionLine({ row: { decision, stage }, isHere }: { readonly row: DecisionRow; readonly isHere: boolean }) {
  const zone = deviceZone();
  return (
    <li class={isHere ? "is-here" : undefined}>
      <RowLink
        icon="scale"
        title={decision.question ?? defaultQuestion}
        meta={stageLine(stage, decision, dayOf(Date.now(), zone), zone)}
        href={`/decisions/${decision.id}`}
        here={isHere}
      />
    </li>
  );
}
