// Which sheet of a page is open: the address says it, so a line's tool can lead straight to it, a reload keeps it,
// and the way back is the browser's own.
import { useEffect, useRef } from "preact/hooks";
import { hash, navigate, path } from "../router.ts";

export interface SheetPlace<Name extends string> {
  readonly open: Name | null;
  readonly show: (name: Name) => void;
  readonly close: () => void;
}

export function useSheet<Name extends string>(names: readonly Name[]): SheetPlace<Name> {
  const wanted = hash.value.slice(1);
  const go = (fragment: string) =>
    navigate(`${path.value}${location.search}${fragment}`, { replace: true, keepScroll: true });
  const open = names.find((name) => name === wanted) ?? null;
  useHeadingAfter(open !== null);
  return {
    open,
    show: (name) => go(`#${name}`),
    close: () => go(""),
  };
}

/** A sheet the address opened has no button to give the focus back to: it goes to the page's heading. */
function useHeadingAfter(isOpen: boolean): void {
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !isOpen && document.activeElement === document.body) focusHeading();
    wasOpen.current = isOpen;
  }, [isOpen]);
}

function focusHeading(): void {
  const heading = document.querySelector<HTMLElement>("main h1");
  if (heading === null) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
