// What happened, and the way back. Stays at least eight seconds, and as long as it is hovered or holds the focus.

import { useEffect, useRef, useState } from "preact/hooks";
import { dismissSnack, snack } from "../../actions/undo.ts";
import { announce } from "./announcer.tsx";
import { newestSheet } from "./open-sheets.ts";

const stayMs = 8000;
let lastShown = -1;

/**
 * `sheet`: the sheet it stands in. It shows in one place only, the one that is in reach; what was said before a sheet
 * opened waits until it closes.
 */
export function Snackbar({ sheet = null }: { readonly sheet?: string | null }) {
  const [saidBefore] = useState(() => (sheet === null ? null : snack.peek()));
  const current = newestSheet.value === sheet && snack.value !== saidBefore ? snack.value : null;
  return current && <Snack key={current.id} id={current.id} message={current.message} undo={current.undo} />;
}

interface SnackProps {
  readonly id: number;
  readonly message: string;
  readonly undo: (() => Promise<void>) | null;
}

function Snack({ id, message, undo }: SnackProps) {
  const [held, setHeld] = useState(false);
  const cameFrom = useRef<Element | null>(null);
  const [arriving] = useState(() => id !== lastShown);

  useEffect(() => {
    if (lastShown === id) return;
    lastShown = id;
    announce(undo ? `${message.replace(/\.$/, "")}. Undo is at the end of the page.` : message);
  }, [id]);

  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(dismissSnack, stayMs);
    return () => clearTimeout(timer);
  }, [held, id]);

  const takeBack = async () => {
    const origin = cameFrom.current;
    dismissSnack();
    await undo?.();
    if (origin instanceof HTMLElement && origin.isConnected) origin.focus({ preventScroll: true });
  };

  return (
    <div
      class={arriving ? "snack snack--arriving" : "snack"}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={(event) => setHeld(event.currentTarget.contains(document.activeElement))}
      onFocusCapture={(event) => {
        cameFrom.current ??= event.relatedTarget as Element | null;
        setHeld(true);
      }}
      onBlurCapture={() => setHeld(false)}
    >
      <p>{message}</p>
      {undo && (
        <button type="button" onClick={() => void takeBack()}>
          Undo
        </button>
      )}
    </div>
  );
}
