import { deviceZone } from "../../model/days.ts";
import { interviewsHeadline } from "../../model/words.ts";
import { useQuery } from "../../store/query.ts";
import { JustHadDock } from "../components/dock.tsx";
import { Empty } from "../components/empty.tsx";
import { RowLink } from "../components/row.tsx";
import { Top } from "../components/top.tsx";
import type { PaneContent } from "../frame/frame.tsx";
import { Arrange, manyRows, order, wanted } from "./arrange.tsx";
import { arranged } from "./arranged.ts";
import { ClosedFold } from "./closed-fold.tsx";
import { loadInterviews, type InterviewRows } from "./load.ts";
import { OpenList } from "./open-list.tsx";

interface Props {
  /** The interview whose page is in the other pane. */
  readonly here: string | null;
}

/** The list as a pane: the whole screen on a phone, the left half beside an interview's page. */
export const interviewsPane = (here: string | null): PaneContent => ({
  label: "Interviews",
  children: <Interviews here={here} />,
  dock: <JustHadDock />,
});

function Interviews({ here }: Props) {
  const rows = useQuery(["interviews"], ["interviews", "rounds"], (store) =>
    loadInterviews(store, Date.now(), deviceZone()),
  );
  return (
    <>
      <Top title="Interviews" plain home />
      {rows !== undefined && <Rows rows={rows} here={here} />}
    </>
  );
}

function Rows({ rows, here }: Props & { readonly rows: InterviewRows }) {
  const headline = interviewsHeadline([...rows.open, ...rows.closed].map((row) => row.interview));
  const count = rows.open.length + rows.closed.length;
  const isEmpty = count === 0;
  const found = arranged(rows, { wanted: wanted.value, order: order.value });
  const isSearching = wanted.value.trim() !== "";
  return (
    <div class="body interviews">
      {here === null ? <h1>{headline}</h1> : <h2 class="title">{headline}</h2>}
      {isEmpty && (
        <Empty words="The first one starts two short lists for you: what to write down, and whom to thank." />
      )}
      {count >= manyRows && <Arrange />}
      {isSearching && found.open.length + found.closed.length === 0 && (
        <p class="muted">No company, role or department reads like that.</p>
      )}
      <OpenList rows={found.open} here={here} />
      <ClosedFold key={isSearching ? "found" : "all"} rows={found.closed} here={here} open={isSearching} />
      <div class="band">
        <RowLink icon="list-checks" title="Start a list" meta="For an interview, or on its own." href="/playbooks" />
        <RowLink icon="chart-no-axes-column" title="Insights" meta="How far you get, and who knows you." href="/insights" />
      </div>
    </div>
  );
}
