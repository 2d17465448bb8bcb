import type { Sentence } from "../../../model/feedback/sort.ts";
import { gapsOf } from "../../../model/wins-gaps.ts";
import type { Entry } from "../../../store/store.ts";
import { GapEvidence } from "./gap-evidence.tsx";

interface Props {
  readonly request: Entry<"feedback">;
  readonly sentences: readonly Sentence[];
}

/** On the feedback page: what they missed, each beside the win that answers it. */
export function AnsweredGaps({ request, sentences }: Props) {
  const gaps = gapsOf(request, sentences);
  if (gaps.length === 0) return null;
  return (
    <section>
      <h2>What answers it</h2>
      <GapEvidence feedback={request.id} gaps={gaps} />
    </section>
  );
}
