import { useState } from "preact/hooks";
import { Icon } from "../components/icon.tsx";
import { LongList } from "../listing/long-list.tsx";
import { InterviewRow } from "./interview-row.tsx";
import type { InterviewRow as RowData } from "./load.ts";

interface Props {
  readonly rows: readonly RowData[];
  readonly here: string | null;
  /** Whoever searches wants to see what was found. */
  readonly open?: boolean;
}

/** Closed interviews, folded away: nobody has to meet an old answer by chance. Rows are made when it opens. */
export function ClosedFold({ rows, here, open = false }: Props) {
  const [isOpen, setOpen] = useState(open);
  if (rows.length === 0) return null;
  return (
    <details class="fold band" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon name="archive" />
        <span>
          Closed <span class="count">{rows.length}</span>
        </span>
        <Icon name="chevron-down" size="s" />
      </summary>
      {isOpen && (
        <LongList name="closed interviews" rows={rows} keyOf={({ interview }) => interview.id}>
          {(row) => <InterviewRow row={row} isHere={row.interview.id === here} />}
        </LongList>
      )}
    </details>
  );
}
