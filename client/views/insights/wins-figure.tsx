import { winsSentence, type WinCounts } from "../../model/insights/wins.ts";
import { Figure } from "./figure.tsx";
import { Tally } from "./tally.tsx";

export function WinsFigure({ counts: { passedOn, silent } }: { readonly counts: WinCounts }) {
  const total = passedOn + silent;
  if (total === 0) return <Figure title="Wins this year" sentence="None yet. The last kind word somebody said to you is a good first one." />;
  return (
    <Figure title="Wins this year" sentence={winsSentence({ passedOn, silent })}>
      <Tally
        of={total}
        rows={[
          { name: "Passed on", count: passedOn, tone: "accent" },
          { name: "Only you know", count: silent, tone: "empty" },
        ]}
      />
    </Figure>
  );
}
