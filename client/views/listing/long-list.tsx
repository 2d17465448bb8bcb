import { Fragment, type ComponentChildren } from "preact";
import type { Gap as GapSegment } from "./stretch.ts";
import { useWindow } from "./use-window.ts";

interface Props<T> {
  /** Tells this list from every other in the app: what was measured is kept under it for the way back. */
  readonly name: string;
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
  /** Their order means something: an `ol`. */
  readonly ordered?: boolean;
  readonly class?: string;
  /** Exactly one `li`. */
  readonly children: (row: T, index: number) => ComponentChildren;
}

/**
 * A list of any length, of which only the part near the screen is in the page. Rows may be of any height. The row that
 * holds the focus stays, and each says to a screen reader which of how many it is.
 */
export function LongList<T>({ name, rows, keyOf, ordered = false, class: look = "rows", children }: Props<T>) {
  const { list, segments } = useWindow(name, rows.map(keyOf));
  const List = ordered ? "ol" : "ul";
  return (
    <List class={look} ref={list}>
      {segments.map((segment) => {
        if (segment.kind === "gap") return <Gap key={segment.place} gap={segment} />;
        const row = rows[segment.index]!;
        return <Fragment key={keyOf(row)}>{children(row, segment.index)}</Fragment>;
      })}
    </List>
  );
}

/** Where rows are that are not in the page. Its height is set once it is in the page itself. */
export function Gap({ gap: { from, to } }: { readonly gap: GapSegment }) {
  return <li class="rows__gap" aria-hidden="true" data-rows={to - from} />;
}
