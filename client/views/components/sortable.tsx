// A list one can put in order: drag the grip, or press the arrow keys on it. The row under the finger moves at once;
// the store hears of it when the row is put down, as the neighbours it now lies between.

import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Gap } from "../listing/long-list.tsx";
import { useWindow } from "../listing/use-window.ts";
import { announce } from "./announcer.tsx";
import { Icon } from "./icon.tsx";

interface SortableProps<T> {
  readonly items: readonly T[];
  readonly idOf: (item: T) => string;
  /** What the row is called, for the grip and the announcements. */
  readonly nameOf: (item: T) => string;
  /** Put between these two: the row now above, and the row now below. Resolves when that is stored. */
  readonly onMove: (id: string, aboveId: string | null, belowId: string | null) => Promise<void>;
  /** The inside of the li, with the grip to place in it. */
  readonly children: (item: T, grip: ComponentChildren) => ComponentChildren;
  readonly itemClass?: string;
  /** Data attributes or ids of an li. */
  readonly itemProps?: (item: T) => Record<string, string | undefined>;
}

export function Sortable<T>(props: SortableProps<T>) {
  const { items, idOf, nameOf, onMove, children, itemClass, itemProps } = props;
  const focusNext = useRef<string | null>(null);
  const [moved, setMoved] = useState<Moved | null>(null);
  const shown = arrange(items, idOf, moved);
  const { list, segments } = useWindow("sortable", shown.map(idOf));

  // The store's own order arrived: the local one has done its work, unless it holds a move that is not stored yet.
  const unstored = useRef(0);
  useLayoutEffect(() => {
    if (unstored.current === 0) setMoved(null);
  }, [items]);

  // A row that moves in the page loses the focus of the grip inside it; the hand is still on that grip.
  useLayoutEffect(() => {
    if (focusNext.current === null) return;
    gripOf(list.current, focusNext.current)?.focus();
    focusNext.current = null;
  });

  const put = (id: string, to: number) => {
    const order = shown.map(idOf).filter((other) => other !== id);
    order.splice(to, 0, id);
    setMoved({ order });
    unstored.current += 1;
    void onMove(id, order[to - 1] ?? null, order[to + 1] ?? null).finally(() => (unstored.current -= 1));
  };

  const step = (event: KeyboardEvent, id: string, index: number) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const to = index + by;
    const item = shown[index];
    if (!item) return;
    if (to < 0 || to >= shown.length) {
      announce(`${nameOf(item)} is already ${by < 0 ? "first" : "last"}.`);
      return;
    }
    focusNext.current = id;
    put(id, to);
    announce(`${nameOf(item)}: ${to + 1} of ${shown.length}.`);
  };

  return (
    <ol class="rows" ref={list}>
      {segments.map((segment) => {
        if (segment.kind === "gap") return <Gap key={segment.place} gap={segment} />;
        const { index } = segment;
        const item = shown[index]!;
        const id = idOf(item);
        const grip = (
          <button
            type="button"
            class="grip"
            aria-label={`Move: ${nameOf(item)}`}
            aria-keyshortcuts="ArrowUp ArrowDown"
            data-grip={id}
            onKeyDown={(event) => step(event, id, index)}
            onPointerDown={(event) =>
              drag(event, (to) => {
                if (to === index) return;
                put(id, to);
                announce(`${nameOf(item)}: ${to + 1} of ${shown.length}.`);
              })
            }
          >
            <Icon name="grip" />
          </button>
        );
        return (
          <li key={id} class={itemClass} {...itemProps?.(item)}>
            {children(item, grip)}
          </li>
        );
      })}
    </ol>
  );
}

interface Moved {
  readonly order: readonly string[];
}

function arrange<T>(items: readonly T[], idOf: (item: T) => string, moved: Moved | null): readonly T[] {
  if (!moved) return items;
  const rankById = new Map(moved.order.map((id, rank) => [id, rank]));
  const rankOf = (item: T) => rankById.get(idOf(item)) ?? items.length;
  return [...items].sort((a, b) => rankOf(a) - rankOf(b));
}

function gripOf(list: HTMLElement | null, id: string): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-grip="${CSS.escape(id)}"]`) ?? null;
}

// ---- the drag

/** Near an edge of the pane the list scrolls by itself, as fast on a slow phone as on one that draws twice as often. */
const edgePx = 72;
const fastestPxPerMs = 0.84;
/** A frame that took longer must not throw the list far. */
const longestFrameMs = 100;

/** Follows one pointer from the grip until it lets go; tells `onDrop` the place. Escape puts the row back. */
function drag(down: PointerEvent, onDrop: (index: number) => void): void {
  if (down.button !== 0) return;
  const grip = down.currentTarget as HTMLElement;
  const row = grip.closest("li");
  const list = row?.parentElement;
  const pane = grip.closest<HTMLElement>(".pane__scroll");
  if (!row || !list || !pane) return;

  const startY = down.clientY;
  const startScroll = pane.scrollTop;
  const startTop = row.offsetTop;
  const grabbedAt = startY - row.getBoundingClientRect().top;
  const height = row.offsetHeight;
  let pointerY = startY;
  let to = 0;
  let frame = 0;
  let lastFrameAt = performance.now();
  let owedPx = 0;

  const place = () => {
    const offset = pointerY - startY + pane.scrollTop - startScroll;
    // The finger decides, not the row's edges: an open line is many times as tall as the ones it passes.
    const fingerAt = startTop + grabbedAt + offset;
    const rows = [...list.children] as HTMLElement[];
    const from = rows.indexOf(row);
    // In a long list rows are made on the way, so they are looked up anew; a gap stands for many of them.
    const isPassed = rows.map((each) => fingerAt > each.offsetTop + each.offsetHeight / 2);
    to = rows.reduce((sum, each, index) => sum + (index === from ? 0 : rowsPassed(each, fingerAt)), 0);
    row.style.setProperty("translate", `0 ${offset - (row.offsetTop - startTop)}px`);
    rows.forEach((other, index) => {
      if (index === from) return;
      const shift = index > from && isPassed[index] ? -height : index < from && !isPassed[index] ? height : 0;
      other.style.setProperty("translate", shift === 0 ? "" : `0 ${shift}px`);
    });
  };
  const scrollNearEdge = (at: number) => {
    const box = pane.getBoundingClientRect();
    const above = Math.max(0, box.top + edgePx - pointerY);
    const below = Math.max(0, pointerY - (box.bottom - edgePx));
    const passedMs = Math.min(longestFrameMs, Math.max(0, at - lastFrameAt));
    lastFrameAt = at;
    owedPx += (Math.min(edgePx, below) - Math.min(edgePx, above)) * (fastestPxPerMs / edgePx) * passedMs;
    // Some panes keep whole pixels only, and would never move for less than half of one.
    pane.scrollTop += Math.trunc(owedPx);
    owedPx -= Math.trunc(owedPx);
    place();
    frame = requestAnimationFrame(scrollNearEdge);
  };
  const end = (isDropped: boolean) => {
    // The last move may have come after the last frame.
    if (isDropped) place();
    listeners.abort();
    cancelAnimationFrame(frame);
    list.removeAttribute("data-sorting");
    row.classList.remove("lifted");
    for (const each of list.children) (each as HTMLElement).style.removeProperty("translate");
    if (isDropped) onDrop(to);
  };

  const listeners = new AbortController();
  const { signal } = listeners;
  grip.setPointerCapture(down.pointerId);
  grip.addEventListener("pointermove", (event) => (pointerY = event.clientY), { signal });
  grip.addEventListener("pointerup", () => end(true), { signal });
  grip.addEventListener("pointercancel", () => end(false), { signal });
  document.addEventListener("keydown", (event) => event.key === "Escape" && end(false), { signal });
  list.setAttribute("data-sorting", "");
  row.classList.add("lifted");
  frame = requestAnimationFrame(scrollNearEdge);
}

/** Of the rows that this child of the list stands for: one, or those of a gap. */
function rowsPassed({ offsetTop, offsetHeight, dataset }: HTMLElement, fingerAt: number): number {
  const count = Number(dataset["rows"] ?? 1);
  const passed = Math.round(((fingerAt - offsetTop) / Math.max(1, offsetHeight)) * count);
  return Math.min(count, Math.max(0, passed));
}
