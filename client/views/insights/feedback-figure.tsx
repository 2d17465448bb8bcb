import { readWords, themesSentence, type FeedbackCounts } from "../../model/insights/feedback.ts";
import { Figure } from "./figure.tsx";
import { Tally } from "./tally.tsx";

export function FeedbackFigure({ counts }: { readonly counts: FeedbackCounts }) {
  if (counts.asked === 0) {
    return <Figure title="Feedback" sentence="After an answer, two narrow questions to one person. What comes of them is counted here." />;
  }
  const below = [themesSentence(counts), readWords(counts)].filter(Boolean).join(" ");
  return (
    <Figure title="Feedback">
      <Tally
        of={counts.asked}
        rows={[
          { name: "Asked for", count: counts.asked },
          { name: "Received", count: counts.received },
          { name: "Said something specific", count: counts.specific, tone: "done" },
        ]}
      />
      {below && <p class="muted small">{below}</p>}
    </Figure>
  );
}
