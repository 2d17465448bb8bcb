import { ShowMore } from "../listing/show-more.tsx";
import { useShown } from "../listing/use-shown.ts";
import { InterviewRow } from "./interview-row.tsx";
import type { InterviewRow as RowData } from "./load.ts";

interface Props {
  readonly rows: readonly RowData[];
  readonly here: string | null;
}

export function OpenList({ rows, here }: Props) {
  const shown = useShown(rows);
  if (rows.length === 0) return null;
  return (
    <div>
      <ul class="rows">
        {shown.rows.map((row) => (
          <InterviewRow key={row.interview.id} row={row} isHere={row.interview.id === here} />
        ))}
      </ul>
      <ShowMore shown={shown} />
    </div>
  );
}
