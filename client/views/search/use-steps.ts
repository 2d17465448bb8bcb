import { useEffect, useRef } from "preact/hooks";

interface Reference<T> {
  readonly current: T | null;
}

/**
 * The arrow keys go from the field down the results and back; Enter goes from the field to the first one. Where what is
 * shown still answers the letters of a moment ago, the way down waits for the answer: its rows would go away under one.
 */
export function useSteps(page: Reference<HTMLElement>, field: Reference<HTMLInputElement>, isAnswered: boolean): void {
  const waits = useRef(false);
  useEffect(() => {
    const element = page.current;
    if (!element) return undefined;
    const listen = (event: KeyboardEvent) => {
      const isField = event.target === field.current;
      const by = event.isComposing ? 0 : step(event, isField);
      // Whoever types on, or goes elsewhere, means something else.
      waits.current = isField && by > 0 && !isAnswered;
      if (by === 0) return;
      if (waits.current || go(element, field.current!, by)) event.preventDefault();
    };
    element.addEventListener("keydown", listen);
    return () => element.removeEventListener("keydown", listen);
  }, [page, field, isAnswered]);
  useEffect(() => {
    if (!isAnswered || !waits.current) return;
    waits.current = false;
    if (page.current && field.current) go(page.current, field.current, 1);
  }, [page, field, isAnswered]);
}

/** Whether one stood on a step at all. */
function go(page: HTMLElement, field: HTMLInputElement, by: number): boolean {
  const stops = [field, ...page.querySelectorAll<HTMLElement>(".found a")];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  if (at === -1) return false;
  stops[Math.max(0, Math.min(stops.length - 1, at + by))]!.focus();
  return true;
}

function step({ key }: KeyboardEvent, isField: boolean): number {
  if (key === "ArrowDown" || (key === "Enter" && isField)) return 1;
  return key === "ArrowUp" && !isField ? -1 : 0;
}
