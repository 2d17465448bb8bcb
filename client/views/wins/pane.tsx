import { addWin } from "../../actions/wins.ts";
import { schema } from "../../model/schema.ts";
import { useQuery } from "../../store/query.ts";
import { Air } from "../components/air.tsx";
import { Empty } from "../components/empty.tsx";
import { Top } from "../components/top.tsx";
import { AddLine } from "../editing/add-line.tsx";
import type { PaneContent } from "../frame/frame.tsx";
import { LongList } from "../listing/long-list.tsx";
import { loadWins, type WinView } from "./load.ts";
import { WinRow } from "./win-row.tsx";

interface Props {
  /** The win whose page is in the other pane. */
  readonly here: string | null;
}

export const winsPane = (here: string | null): PaneContent => ({ label: "Wins", children: <WinsList here={here} /> });

function WinsList({ here }: Props) {
  const wins = useQuery(["wins"], ["wins", "forwards", "checklists"], loadWins);
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

function Rows({ wins, here }: Props & { readonly wins: readonly WinView[] }) {
  const next = wins.find(({ forwards, list }) => forwards.length === 0 && list === null);
  return (
    <div class="body wins">
      <section>
        <h2 class="hidden">Your wins</h2>
        {wins.length === 0 && (
          <Empty words="No wins yet. The last kind word somebody said to you is a good first one." />
        )}
        <LongList ordered name="wins" rows={wins} keyOf={({ win }) => win.id}>
          {(view) => <WinRow view={view} isHere={view.win.id === here} isNext={view === next} />}
        </LongList>
      </section>
    </div>
  );
}
