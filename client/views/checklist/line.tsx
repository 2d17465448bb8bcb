import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { checkItem, uncheckItem } from "../../actions/checklists.ts";
import { deviceZone, msOf } from "../../model/days.ts";
import { dueWords, isOpen } from "../../model/due.ts";
import type { Entry } from "../../store/store.ts";
import { Check, type CheckState } from "../components/check.tsx";
import { Tag } from "../components/tag.tsx";
import { LineBody } from "./line-body.tsx";
import { lineId } from "./line-id.ts";
import type { LineSheet } from "./line-sheets.tsx";

export interface LineProps {
  readonly item: Entry<"items">;
  readonly checklist: Entry<"checklists">;
  readonly grip: ComponentChildren;
  readonly isShown: boolean;
  readonly onShow: () => void;
  readonly onSettled: () => void;
  readonly onAsk: (sheet: LineSheet) => void;
}

/** One line: the ball settles it, the words open it, the grip moves it. */
export function Line({ item, checklist, grip, isShown, onShow, onSettled, onAsk }: LineProps) {
  const bodyId = useId();
  const metaId = useId();
  const state = checkState(item);
  const meta = dueWords(item, Date.now(), deviceZone());
  const toggle = () => {
    onSettled();
    void (state === "done" ? uncheckItem(item) : checkItem(item));
  };
  return (
    <>
      <div class="row" data-state={state}>
        <Check state={state} label={item.text ?? "A line"} describedBy={meta ? metaId : undefined} onToggle={toggle} />
        <button
          type="button"
          id={lineId(item.id)}
          class="row__main line__words"
          aria-expanded={isShown}
          aria-controls={bodyId}
          onClick={onShow}
        >
          <span class="row__title">{item.text}</span>
          {meta && (
            <span class="row__meta" id={metaId}>
              {meta}
            </span>
          )}
        </button>
        {isHeld(item) && (
          <Tag icon="calendar-clock" tone="waiting">
            Held
          </Tag>
        )}
        {grip}
      </div>
      <div id={bodyId} hidden={!isShown}>
        {isShown && <LineBody item={item} checklist={checklist} onSettled={onSettled} onAsk={onAsk} />}
      </div>
    </>
  );
}

function checkState(item: Entry<"items">): CheckState {
  if (item.done_at !== null) return "done";
  return item.skipped_at === null ? "open" : "skipped";
}

const isHeld = (item: Entry<"items">): boolean =>
  isOpen(item) && item.snoozed_until !== null && msOf(item.snoozed_until) > Date.now();
