// Air and ground: the petrol head of a page, the arc that is data, and the line with its dates.

import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { airCount } from "../frame/theme.ts";

interface AirProps {
  /** The row of controls: a <Top>. */
  readonly top: ComponentChildren;
  readonly title: ComponentChildren;
  readonly meta?: ComponentChildren;
  /** More of the head, under title and meta. */
  readonly children?: ComponentChildren;
  /** An <Arc>, below the head. */
  readonly arc?: ComponentChildren;
  /** h2 where another pane holds the page's h1. */
  readonly level?: 1 | 2;
}

export function Air({ top, title, meta, children, arc, level = 1 }: AirProps) {
  useLayoutEffect(() => {
    airCount.value += 1;
    return () => {
      airCount.value -= 1;
    };
  }, []);
  return (
    <header class="air">
      {top}
      <div class="air__head">
        {level === 1 ? <h1>{title}</h1> : <h2 class="title">{title}</h2>}
        {meta && <p class="air__meta">{meta}</p>}
        {children}
      </div>
      {arc}
    </header>
  );
}

/** The arcs that were already seen to arrive since the app was opened. */
const arrived = new Set<string>();

interface ArcProps {
  /** What identifies this arc: it arrives once a visit. */
  readonly name: string;
  /** Its text equivalent; without one it is decoration (first run only). */
  readonly label?: string;
  readonly width?: number;
  readonly height: number;
  /** Paths and circles with the classes past, next, maybe, spot, spot--fix and ball. */
  readonly children: ComponentChildren;
  /** Nothing bounces after a No: there the arc is still. */
  readonly still?: boolean;
}

export function Arc({ name, label, width = 364, height, children, still = false }: ArcProps) {
  const [arriving] = useState(() => !still && !arrived.has(name));
  useLayoutEffect(() => {
    arrived.add(name);
  }, [name]);
  return (
    <svg
      class={arriving ? "arc arc--arriving" : "arc"}
      viewBox={`0 0 ${width} ${height}`}
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : "true"}
    >
      {children}
    </svg>
  );
}

export interface GroundMark {
  /** Where along the line, from 0 to 1. */
  readonly at: number;
  readonly strong?: string;
  readonly text?: string;
  readonly align?: "start" | "center" | "end";
}

interface GroundProps {
  readonly marks: readonly GroundMark[];
  readonly ticks?: boolean;
  readonly low?: boolean;
}

/** The dates under the arc. Hidden from screen readers: the arc's label says the same in a sentence. */
export function Ground({ marks, ticks = false, low = false }: GroundProps) {
  const line = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = line.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => spreadMarks(element));
    observer.observe(element);
    spreadMarks(element);
    return () => observer.disconnect();
  }, [marks]);
  const shape = ["ground", ticks && "ground--ticks", low && "ground--low"].filter(Boolean).join(" ");
  return (
    <div class={shape} ref={line} aria-hidden="true">
      {marks.map((mark) => (
        <span key={`${mark.at} ${mark.strong} ${mark.text}`} data-from={mark.align} style={{ "--at": `${mark.at * 100}%` }}>
          {mark.strong && <b>{mark.strong}</b>}
          {mark.text && <small>{mark.text}</small>}
        </span>
      ))}
    </div>
  );
}

/** Keeps each mark inside the line. One that would run into the mark before it loses its words, then all of itself. */
function spreadMarks(line: HTMLElement): void {
  const { left, right } = line.getBoundingClientRect();
  let takenUpTo = Number.NEGATIVE_INFINITY;
  for (const mark of line.querySelectorAll("span")) {
    for (const crowded of ["", "text", "all"]) {
      mark.dataset["crowded"] = crowded;
      align(mark, left, right);
      if (mark.getBoundingClientRect().left >= takenUpTo + labelGapPx) break;
    }
    if (mark.dataset["crowded"] !== "all") takenUpTo = mark.getBoundingClientRect().right;
  }
}

const labelGapPx = 8;

function align(mark: HTMLElement, left: number, right: number): void {
  mark.dataset["align"] = mark.dataset["from"] ?? "center";
  const box = mark.getBoundingClientRect();
  if (box.left < left) mark.dataset["align"] = "start";
  if (box.right > right) mark.dataset["align"] = "end";
}
