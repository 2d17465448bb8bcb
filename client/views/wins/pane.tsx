import { useState } from "preact/hooks";
import { addWin } from "../../actions/wins.ts";
import { schema } from "../../model/schema.ts";
import { useQuery } from "../../store/query.ts";
import { Air } from "../components/air.tsx";
import { Empty } from "../components/empty.tsx";
import { Top } from "../components/top.tsx";
import { AddLine } from "../editing/add-line.tsx";
import type { PaneContent } from "../frame/frame.tsx";
import { LongList } from "../listing/long-list.tsx";
import { LeadRows } from "./lead-rows.tsx";
import { listed, loadWins, type WinsView } from "./load.ts";
import { PassOnSheet } from "./pass-on/sheet.tsx";
import { WinRow } from "./win-row.tsx";

interface Props {
  /** The win whose page is in the other pane. */
  readonly here: string | null;
}

export const winsPane = (here: string | null): PaneContent => ({ label: "Wins", children: <WinsList here={here} /> });

function WinsList({ here }: Props) {
  const wins = useQuery(["wins"], listed, loadWins);
  return (
    <>
      <Air top={<Top title="Wins" home />} title="What went well?" level={here === null ? 1 : 2}>
        <div class="wins__add">
          <AddLine
            primary
            label="One line is enough"
            addLabel="Add this win"
            placeholder="One line is enough"
            max={schema.wins.title.max}
            onAdd={(title) => void addWin({ title })}
          />
        </div>
      </Air>
      {wins !== undefined && <Rows wins={wins} here={here} />}
    </>
  );
}

/** So many rows, and what leads on is still in reach below them. */
const shortList = 12;

function Rows({ wins, here }: Props & { readonly wins: WinsView }) {
  const { rows, next } = wins;
  const [passing, pass] = useState<string | null>(null);
  const lead = <LeadRows wins={wins} />;
  return (
    <div class="body wins">
      {rows.length > shortList && lead}
      <section>
        <h2 class="hidden">Your wins</h2>
        {rows.length === 0 && (
          <Empty words="No wins yet. The last kind word somebody said to you is a good first one." />
        )}
        <LongList ordered name="wins" rows={rows} keyOf={({ win }) => win.id}>
          {(view) => (
            <WinRow view={view} wins={wins} isHere={view.win.id === here} isNext={view.win.id === next} onPassOn={pass} />
          )}
        </LongList>
      </section>
      {rows.length <= shortList && lead}
      <PassOnSheet id={passing} onClose={() => pass(null)} />
    </div>
  );
}
