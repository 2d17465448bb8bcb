import { useQuery } from "../../../store/query.ts";
import { Empty } from "../../components/empty.tsx";
import { Top } from "../../components/top.tsx";
import { Frame } from "../../frame/frame.tsx";
import { GapEvidence } from "./gap-evidence.tsx";
import { loadGaps, type AnswerGaps } from "./load.ts";

/** All that somebody missed, beside what answers it. */
export function WinGaps() {
  return <Frame tab="wins" detail={{ label: "What they missed", children: <Page /> }} />;
}

function Page() {
  const answers = useQuery(["gaps"], ["feedback", "sortings", "interviews"], loadGaps);
  return (
    <>
      <Top plain back="/wins" />
      <div class="body">
        <div class="stack--s">
          <h1>What they missed, and what answers it.</h1>
          <p class="muted">For each you have the proof already, or you know the next step.</p>
        </div>
        {answers?.length === 0 && <Empty words="Nobody has named something they missed. When an answer does, it stands here." />}
        {answers?.map((one) => <Answer key={one.request.id} {...one} />)}
      </div>
    </>
  );
}

function Answer({ request, where, gaps }: AnswerGaps) {
  return (
    <section class="stack--s">
      <h2>{where}</h2>
      <GapEvidence feedback={request.id} gaps={gaps} />
      <a class="btn btn--text btn--plain" href={`/interviews/${request.interview}/feedback`}>
        See the whole answer
      </a>
    </section>
  );
}
