// The lines of Today: check | words | tool. The words open the list they belong to.

import { useLayoutEffect, useRef } from "preact/hooks";
import { checkItem, uncheckItem } from "../../actions/settling.ts";
import { isResting, type TodayItem } from "../../model/today.ts";
import { Check } from "../components/check.tsx";
import { Tag } from "../components/tag.tsx";
import { useIsWide } from "../frame/use-is-wide.ts";
import { LongList } from "../listing/long-list.tsx";
import type { Linger } from "./use-linger.ts";

interface ThingsProps {
  readonly things: readonly TodayItem[];
  readonly linger: Linger;
  readonly openId: string | null;
}

export function Things({ things, linger, openId }: ThingsProps) {
  const around = useRef<HTMLDivElement>(null);
  useFocusKept(around, things);
  return (
    <div ref={around}>
      <LongList ordered name="things" rows={things} keyOf={({ item }) => item.id}>
        {(thing) => (
          <Thing
            thing={thing}
            isDone={linger.settledIds.has(thing.item.id)}
            isOpen={thing.item.id === openId}
            onCheck={() => {
              linger.settle(thing, things);
              void checkItem(thing.item);
            }}
            onUncheck={() => {
              linger.unsettle(thing);
              void uncheckItem({ ...thing.item, done_at: new Date().toISOString() });
            }}
          />
        )}
      </LongList>
    </div>
  );
}

interface ThingProps {
  readonly thing: TodayItem;
  readonly isDone: boolean;
  readonly isOpen: boolean;
  readonly onCheck: () => void;
  readonly onUncheck: () => void;
}

function Thing({ thing: { item, checklist, meta, tool }, isDone, isOpen, onCheck, onUncheck }: ThingProps) {
  const metaId = `due-${item.id}`;
  const isWide = useIsWide();
  // Beside a second pane the words open there; alone they lead to the list.
  const opens = isWide && !isDone ? { href: `/?item=${item.id}`, "data-stay": "" } : { href: `/checklists/${checklist.id}` };
  return (
    <li class={isOpen ? "row is-here" : "row"} data-state={isDone ? "done" : "open"}>
      <Check
        state={isDone ? "done" : "open"}
        label={item.text ?? "A line"}
        describedBy={metaId}
        onToggle={isDone ? onUncheck : onCheck}
      />
      <a class="row__main" {...opens} aria-current={isOpen ? "true" : undefined}>
        <span class="row__title">{item.text}</span>
        <span class="row__meta" id={metaId}>
          {meta}
        </span>
      </a>
      {!isDone && isResting(item, Date.now()) ? (
        <Held />
      ) : (
        tool && (
          <div class="row__end">
            <a class="btn btn--tool" href={tool.href}>
              {tool.label}
              <span class="hidden">: {item.text}</span>
            </a>
          </div>
        )
      )}
    </li>
  );
}

/** Nothing is asked of what rests, so its tool rests as well; the words lead to it all the same. */
function Held() {
  return (
    <div class="row__end">
      <Tag icon="calendar-clock" tone="waiting">
        Held
      </Tag>
    </div>
  );
}

/** When the line that holds the focus goes, the focus goes to the line that took its place. */
function useFocusKept(around: { readonly current: HTMLElement | null }, things: readonly TodayItem[]): void {
  const focusedAt = useRef(-1);
  const checks = () => [...(around.current?.querySelectorAll<HTMLElement>(".check") ?? [])];
  const look = () => (focusedAt.current = checks().indexOf(document.activeElement as HTMLElement));
  useLayoutEffect(() => {
    const left = checks();
    const wasInside = focusedAt.current >= 0;
    if (wasInside && document.activeElement === document.body) left[Math.min(focusedAt.current, left.length - 1)]?.focus();
    look();
    around.current?.addEventListener("focusin", look);
    return () => around.current?.removeEventListener("focusin", look);
  }, [things]);
}
