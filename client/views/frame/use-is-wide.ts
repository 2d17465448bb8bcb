// Whether there is room for two panes: the same 56.25em the style sheet asks its container for. Also sees to it that the
// style sheet's own questions are answered anew when the size of the text changes.

import { type ReadonlySignal, signal } from "@preact/signals";

const wide = signal(false);
/** What the style sheet's first answers were reckoned with, unless something else was set before. */
let remPx = 16;

export const isWide: ReadonlySignal<boolean> = wide;

export function useIsWide(): boolean {
  return wide.value;
}

export function watchRoom(): void {
  const probe = document.createElement("div");
  probe.className = "rem-probe";
  document.body.append(probe);
  measure();
  const observer = new ResizeObserver(measure);
  observer.observe(probe);
  observer.observe(document.body);
}

function measure(): void {
  const now = parseFloat(getComputedStyle(document.documentElement).fontSize);
  if (now !== remPx) askContainerAgain();
  remPx = now;
  wide.value = document.body.clientWidth >= 56.25 * remPx;
}

/** Chromium (seen in 156) may keep a container's answers although its em has changed, as long as its width has not. */
function askContainerAgain(): void {
  document.body.style.containerType = "normal";
  document.body.getBoundingClientRect();
  document.body.style.removeProperty("container-type");
}
