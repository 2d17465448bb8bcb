import { LongList } from "../listing/long-list.tsx";
import { InterviewRow } from "./interview-row.tsx";
import type { InterviewRow as RowData } from "./load.ts";

interface Props {
  readonly rows: readonly RowData[];
  readonly here: string | null;
}

export function OpenList({ rows, here }: Props) {
  if (rows.length === 0) return null;
  return (
    <div>
      <LongList name="open interviews" rows={rows} keyOf={({ interview }) => interview.id}>
        {(row) => <InterviewRow row={row} isHere={row.interview.id === here} />}
      </LongList>
    </div>
  );
}
