import { useState } from "preact/hooks";
import { moveItem } from "../../actions/checklists.ts";
import { isOpen } from "../../model/due.ts";
import type { Entry } from "../../store/store.ts";
import { Sortable } from "../components/sortable.tsx";
import { Line } from "./line.tsx";
import { LineSheets, type LineSheet } from "./line-sheets.tsx";

interface Props {
  readonly checklist: Entry<"checklists">;
  readonly items: readonly Entry<"items">[];
}

/** `undefined`: nobody has chosen, so the next open line shows itself; null: the person closed them all. */
type Chosen = string | null | undefined;

interface Asked {
  readonly sheet: LineSheet;
  readonly id: string;
}

export function Lines({ checklist, items }: Props) {
  const [chosen, choose] = useState<Chosen>(undefined);
  const [asked, ask] = useState<Asked | null>(null);
  const shownId = chosen === undefined ? items.find(isOpen)?.id : chosen;
  return (
    <>
      <Sortable
        items={items}
        idOf={(item) => item.id}
        nameOf={(item) => item.text ?? "A line"}
        onMove={(id, above, below) => void moveItem(id, above, below)}
        itemClass="item"
        itemProps={(item) => ({ "data-open": item.id === shownId ? "" : undefined })}
      >
        {(item, grip) => (
          <Line
            item={item}
            checklist={checklist}
            grip={grip}
            isShown={item.id === shownId}
            onShow={() => choose(item.id === shownId ? null : item.id)}
            // Settled by hand: the next one opens by itself.
            onSettled={() => choose(undefined)}
            onAsk={(sheet) => ask({ sheet, id: item.id })}
          />
        )}
      </Sortable>
      <LineSheets item={items.find((item) => item.id === asked?.id) ?? null} open={asked?.sheet ?? null}
        show={(sheet) => ask(asked && sheet && { ...asked, sheet })} />
    </>
  );
}
