import { useEffect } from "preact/hooks";

interface Reference<T> {
  readonly current: T | null;
}

/** The arrow keys go from the field down the results and back; Enter goes from the field to the first one. */
export function useSteps(page: Reference<HTMLElement>, field: Reference<HTMLInputElement>): void {
  useEffect(() => {
    const element = page.current;
    if (!element) return undefined;
    const listen = (event: KeyboardEvent) => {
      const by = event.isComposing ? 0 : step(event, event.target === field.current);
      if (by === 0) return;
      const stops = [field.current!, ...element.querySelectorAll<HTMLElement>(".found a")];
      const at = stops.indexOf(document.activeElement as HTMLElement);
      if (at === -1) return;
      event.preventDefault();
      stops[Math.max(0, Math.min(stops.length - 1, at + by))]!.focus();
    };
    element.addEventListener("keydown", listen);
    return () => element.removeEventListener("keydown", listen);
  }, [page, field]);
}

function step({ key }: KeyboardEvent, isField: boolean): number {
  if (key === "ArrowDown" || (key === "Enter" && isField)) return 1;
  return key === "ArrowUp" && !isField ? -1 : 0;
}
