// How it goes over time, without a grade: small charts, each with the sentence that says what it shows.

import { deviceZone } from "../../model/days.ts";
import { progressHeadline } from "../../model/insights/rounds.ts";
import { useQuery } from "../../store/query.ts";
import { Empty } from "../components/empty.tsx";
import { SyncMark } from "../components/sync-mark.tsx";
import { Top } from "../components/top.tsx";
import { Frame } from "../frame/frame.tsx";
import { AnswerDays } from "./answer-days.tsx";
import { FeedbackFigure } from "./feedback-figure.tsx";
import { Felt } from "./felt.tsx";
import { Furthest } from "./furthest.tsx";
import { insightCollections, loadInsights, type InsightsView } from "./load.ts";
import { ReachFigure } from "./reach-figure.tsx";
import { WinsFigure } from "./wins-figure.tsx";

export function Insights() {
  const view = useQuery(["insights"], insightCollections, (store) => loadInsights(store, Date.now(), deviceZone()));
  return <Frame tab="insights" focused list={{ label: "Insights", children: <Page view={view} /> }} />;
}

function Page({ view }: { readonly view: InsightsView | undefined }) {
  return (
    <>
      <Top plain back="/interviews" title={<span class="muted">Insights</span>} end={<SyncMark />} />
      {view && (
        <div class="body insights">
          <h1>{progressHeadline(view.progress, deviceZone())}</h1>
          {isBlank(view) ? <Beginning /> : <Figures view={view} />}
        </div>
      )}
    </>
  );
}

function Figures({ view }: { readonly view: InsightsView }) {
  return (
    <div class="figures">
      <Furthest processes={view.processes} progress={view.progress} />
      <AnswerDays waits={view.waits} />
      <FeedbackFigure counts={view.feedback} />
      <ReachFigure reach={view.reach} />
      <WinsFigure counts={view.wins} />
      <Felt confidence={view.confidence} />
    </div>
  );
}

function Beginning() {
  return (
    <Empty
      words="After an interview or two, this is where you see how far you get, how long answers take, and who knows you."
      action={
        <a class="btn btn--quiet" href="/just-had">
          I just had an interview
        </a>
      }
    />
  );
}

function isBlank({ processes, waits, feedback, reach, wins }: InsightsView): boolean {
  const counts = [processes.length, waits.answered.length, feedback.asked, reach.known, wins.passedOn, wins.silent];
  return counts.every((count) => count === 0);
}
