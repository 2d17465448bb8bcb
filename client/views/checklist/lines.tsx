import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { moveItem } from "../../actions/checklists.ts";
import { isOpen } from "../../model/due.ts";
import type { Entry } from "../../store/store.ts";
import { Sortable } from "../components/sortable.tsx";
import { hash } from "../router.ts";
import { Line } from "./line.tsx";
import { lineInHash } from "./line-id.ts";
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
  // Whoever was led to a line sees it open.
  const [chosen, choose] = useState<Chosen>(() => lineInHash(hash.value) ?? undefined);
  const [asked, ask] = useState<Asked | null>(null);
  const shownId = chosen === undefined ? items.find(isOpen)?.id : chosen;
  const { ref, expectLoss } = useFocusCaught(items);
  const settled = () => {
    // Settled by hand: the next one opens by itself.
    choose(undefined);
    expectLoss();
  };
  return (
    <div ref={ref}>
      <Sortable
        items={items}
        idOf={(item) => item.id}
        nameOf={(item) => item.text ?? "A line"}
        onMove={(id, above, below) => moveItem(id, above, below)}
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
            onSettled={settled}
            onAsk={(sheet) => ask({ sheet, id: item.id })}
          />
        )}
      </Sortable>
      <LineSheets
        item={items.find((item) => item.id === asked?.id) ?? null}
        open={asked?.sheet ?? null}
        show={(sheet) => ask(asked && sheet && { ...asked, sheet })}
      />
    </div>
  );
}

/** "Skip" leaves with the part it stands in; the focus goes on to the line that opened instead. */
function useFocusCaught(items: Props["items"]) {
  const ref = useRef<HTMLDivElement>(null);
  const isExpected = useRef(false);
  useLayoutEffect(() => {
    if (!isExpected.current) return;
    isExpected.current = false;
    if (document.activeElement !== document.body) return;
    ref.current?.querySelector<HTMLElement>("[data-open] .line__words")?.focus({ preventScroll: true });
  }, [items]);
  const expectLoss = () => {
    isExpected.current = true;
  };
  return { ref, expectLoss };
}
