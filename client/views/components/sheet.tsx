// A native dialog: focus stays inside, Escape and the cross close it, and a pull downwards throws it back.

import type { ComponentChildren } from "preact";
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Announcer } from "./announcer.tsx";
import { useOpenSheet } from "./open-sheets.ts";
import { Snackbar } from "./snackbar.tsx";
import { TapButton } from "./top.tsx";

interface SheetProps {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

export function Sheet({ title, open, onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const isPresent = usePresence(open, dialog);

  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open, isPresent]);

  useOpenSheet(titleId, open);
  usePullToClose(dialog, onClose, isPresent);

  if (!isPresent) return null;
  return (
    <dialog
      ref={dialog}
      class="sheet"
      aria-labelledby={titleId}
      onCancel={(event) => {
        // The parent decides: it closes by setting `open`, so an unsaved question could still be asked.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget && isOutside(event, event.currentTarget)) onClose();
      }}
    >
      <div class="sheet__head">
        <h2 id={titleId}>{title}</h2>
        <TapButton icon="x" label="Close" onClick={onClose} />
      </div>
      {children}
      <Snackbar sheet={titleId} />
      <Announcer />
    </dialog>
  );
}

/** The dialog stays in the page while it leaves, so that its way out can be seen; then its content is let go. */
function usePresence(open: boolean, dialog: { readonly current: HTMLDialogElement | null }): boolean {
  const [isPresent, setPresent] = useState(open);
  if (open && !isPresent) setPresent(true);
  useEffect(() => {
    if (open || !isPresent) return undefined;
    const leavingMs = parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--time-quick")) || 0;
    const timer = setTimeout(() => setPresent(false), leavingMs + 40);
    return () => clearTimeout(timer);
  }, [open, isPresent, dialog]);
  return isPresent;
}

/** Further than this, or this fast, is meant; less is a slip of the finger. */
const pullToClosePx = 96;
const flingPxPerMs = 0.6;

function usePullToClose(dialog: { readonly current: HTMLDialogElement | null }, onClose: () => void, isPresent: boolean) {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const element = dialog.current;
    const head = element?.querySelector<HTMLElement>(".sheet__head");
    if (!element || !head) return undefined;
    let start: { y: number; at: number } | null = null;

    const begin = (event: PointerEvent) => {
      if (event.pointerType === "mouse" || (event.target as Element).closest("button")) return;
      start = { y: event.clientY, at: event.timeStamp };
      head.setPointerCapture(event.pointerId);
      element.dataset["pulling"] = "";
    };
    const pull = (event: PointerEvent) => {
      if (start) element.style.setProperty("--pulled", `${Math.max(0, event.clientY - start.y)}px`);
    };
    const letGo = (event: PointerEvent) => {
      if (!start) return;
      const distance = event.clientY - start.y;
      const speed = distance / Math.max(1, event.timeStamp - start.at);
      start = null;
      delete element.dataset["pulling"];
      element.style.removeProperty("--pulled");
      if (event.type === "pointerup" && (distance > pullToClosePx || (distance > 24 && speed > flingPxPerMs))) {
        close.current();
      }
    };
    const listeners = new AbortController();
    const { signal } = listeners;
    head.addEventListener("pointerdown", begin, { signal });
    head.addEventListener("pointermove", pull, { signal });
    head.addEventListener("pointerup", letGo, { signal });
    head.addEventListener("pointercancel", letGo, { signal });
    return () => listeners.abort();
  }, [dialog, isPresent]);
}

/** A click on the backdrop reports the dialog as its target; one on the dialog's own padding does so, too. */
function isOutside(event: MouseEvent, dialog: HTMLElement): boolean {
  const box = dialog.getBoundingClientRect();
  return event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom;
}
