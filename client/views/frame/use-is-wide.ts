// Whether there is room for two panes: the same 56.25rem the style sheet asks its container for.

import { signal } from "@preact/signals";

const isWide = signal(false);
let isWatched = false;

export function useIsWide(): boolean {
  if (!isWatched) watch();
  return isWide.value;
}

function watch(): void {
  isWatched = true;
  const measure = () => {
    const remPx = parseFloat(getComputedStyle(document.documentElement).fontSize);
    isWide.value = document.body.clientWidth >= 56.25 * remPx;
  };
  measure();
  new ResizeObserver(measure).observe(document.body);
}
