// Keeps only the rows of a long list in the page that are on the screen or near it. The others are empty space of their
// height, so the scrollbar tells the truth. When such a space comes near the screen, its rows are made; what was
// measured is kept for the way back, so a restored scroll meets the same rows.

import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { segmentsOf, stretchBetween, type Segment, type Stretch } from "./stretch.ts";

/** More than the tallest phone shows. A wide screen asks for the rest at once. */
const firstRows = 24;

/** Made when it is this near, in screens; and then this much, so that a slow scroll does not ask at every row. */
const near = 0.5;
const ahead = 1.25;

/** Before anything was measured. */
const usualRowPx = 72;

interface Measured {
  width: number;
  /** Of a row that was never in the page. Does not change under the reader's eyes: the space above them would jump. */
  usual: number;
  readonly heightByKey: Map<string, number>;
}

const measuredByList = new Map<string, Measured>();

interface Windowed {
  /** Of the `ul` or `ol`. */
  readonly list: RefObject<(HTMLUListElement & HTMLOListElement) | null>;
  readonly segments: readonly Segment[];
}

interface Shown {
  readonly stretch: Stretch;
  /** The key of the row that is not to be taken from under the person's hands. */
  readonly stays: string | null;
}

/** `name` tells the list from others; `keys` are its rows in order, each of which makes exactly one child of the list. */
export function useWindow(name: string, keys: readonly string[]): Windowed {
  const list = useRef<HTMLUListElement & HTMLOListElement>(null);
  const [{ stretch, stays }, show] = useState<Shown>({ stretch: { from: 0, to: firstRows }, stays: null });
  const staysAt = stays === null ? -1 : keys.indexOf(stays);
  // With its neighbours: Tab and Shift+Tab lead to them, however far the page has scrolled away.
  const segments = segmentsOf(keys.length, stretch, staysAt < 0 ? null : { from: staysAt - 1, to: staysAt + 2 });

  useLayoutEffect(() => {
    const element = list.current;
    if (!element || segments.every(({ kind }) => kind === "row")) {
      if (element) forgetPlaces(element);
      return undefined;
    }
    const measured = measuredOf(name, element, segments, keys);
    layOut(element, segments, keys, measured);
    return watchGaps(element, () => {
      measure(element, segments, keys, measured);
      const next = stretchInView(element, keys, measured);
      const holding = [...element.children].findIndex((child) => child.matches(":focus-within, .lifted"));
      const held = segments[holding];
      const stays = held?.kind === "row" ? keys[held.index]! : null;
      show((before) => (isSame(before, next, stays) ? before : { stretch: next, stays }));
    });
  });
  return { list, segments };
}

/** A gap that is near although nothing more can be made must not be asked about for ever. */
function isSame(before: Shown, { from, to }: Stretch, stays: string | null): boolean {
  return before.stretch.from === from && before.stretch.to === to && before.stays === stays;
}

/** Every gap is watched anew after each painting: one that is still near the screen then says so again. */
function watchGaps(element: HTMLElement, onNear: () => void): () => void {
  const scroller = scrollerOf(element);
  const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && onNear(), {
    root: scroller,
    rootMargin: `${Math.round(near * heightOf(scroller))}px 0px`,
  });
  for (const gap of element.querySelectorAll(":scope > .rows__gap")) observer.observe(gap);
  const onFocus = ({ target }: FocusEvent) => isByAGap(element, target as Element) && onNear();
  element.addEventListener("focusin", onFocus);
  return () => {
    observer.disconnect();
    element.removeEventListener("focusin", onFocus);
  };
}

/** So many rows, at least, lie ready behind the focus. Whoever holds Tab down is faster than the frames are. */
const rowsToTab = 8;

function isByAGap(element: HTMLElement, focused: Element): boolean {
  const place = [...element.children].findIndex((child) => child.contains(focused));
  const around = [...element.children].slice(Math.max(0, place - rowsToTab), place + rowsToTab + 1);
  return around.some((child) => child.classList.contains("rows__gap"));
}

function stretchInView(element: HTMLElement, keys: readonly string[], { usual, heightByKey }: Measured): Stretch {
  const scroller = scrollerOf(element);
  const height = heightOf(scroller);
  const top = (scroller?.getBoundingClientRect().top ?? 0) - element.getBoundingClientRect().top;
  const heights = keys.map((key) => heightByKey.get(key) ?? usual);
  return stretchBetween(heights, top - ahead * height, top + (1 + ahead) * height);
}

// ---- heights

function measuredOf(name: string, element: HTMLElement, segments: readonly Segment[], keys: readonly string[]): Measured {
  const width = element.clientWidth;
  const known = measuredByList.get(name);
  // A turned phone or larger text: every height is another.
  if (known && known.width === width) return known;
  const measured: Measured = { width, usual: usualRowPx, heightByKey: new Map() };
  measure(element, segments, keys, measured);
  const heights = [...measured.heightByKey.values()];
  if (heights.length > 0) measured.usual = heights.reduce((sum, height) => sum + height, 0) / heights.length;
  measuredByList.set(name, measured);
  return measured;
}

function measure(element: HTMLElement, segments: readonly Segment[], keys: readonly string[], { heightByKey }: Measured): void {
  segments.forEach((segment, place) => {
    const child = element.children[place];
    if (segment.kind === "row" && child) heightByKey.set(keys[segment.index]!, child.getBoundingClientRect().height);
  });
}

/** The spaces get their height, and the rows say where in the whole list they are. */
function layOut(element: HTMLElement, segments: readonly Segment[], keys: readonly string[], measured: Measured): void {
  segments.forEach((segment, place) => {
    const child = element.children[place] as HTMLElement | undefined;
    if (!child) return;
    if (segment.kind === "row") {
      child.setAttribute("aria-posinset", String(segment.index + 1));
      child.setAttribute("aria-setsize", String(keys.length));
      return;
    }
    const hidden = keys.slice(segment.from, segment.to);
    const height = hidden.reduce((sum, key) => sum + (measured.heightByKey.get(key) ?? measured.usual), 0);
    child.style.blockSize = `${height}px`;
  });
}

function forgetPlaces(element: HTMLElement): void {
  for (const child of element.querySelectorAll(":scope > [aria-setsize]")) {
    child.removeAttribute("aria-posinset");
    child.removeAttribute("aria-setsize");
  }
}

// ---- the scroller: the pane, or at 200 % text what is around it, or a sheet

function scrollerOf(element: HTMLElement): HTMLElement | null {
  for (let around = element.parentElement; around; around = around.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(around).overflowY)) return around;
  }
  return null;
}

const heightOf = (scroller: HTMLElement | null): number => scroller?.clientHeight ?? innerHeight;
