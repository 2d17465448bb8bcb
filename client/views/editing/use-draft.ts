// A short value being typed. It is kept when the field is left, when the page goes, and when the app is put away:
// there is no way to lose it, so there is no "Save" either. The actions make it fit for its field.
import { useCallback, useEffect, useRef, useState } from "preact/hooks";

export interface Draft {
  readonly value: string;
  readonly isChanged: boolean;
  readonly onInput: (event: Event) => void;
  /** Hands what was typed to `keep`, if it changed and `mayKeep` allows it. */
  readonly settle: () => void;
}

interface Wishes {
  readonly kept: string;
  readonly keep: (value: string) => void;
  readonly mayKeep: (value: string) => boolean;
}

/**
 * What another device wrote, or an undo put back, shows at once, except over words that are being typed here. To have the
 * focus is not to type: the snackbar gives it back to the field whose change was just undone.
 */
export function useDraft(wishes: Wishes): Draft {
  const [value, setValue] = useState(wishes.kept);
  // `sent`: what was handed over and has not come back as kept; leaving a field twice must not write twice.
  const now = useRef({ ...wishes, value, isTyping: false, sent: null as string | null });
  Object.assign(now.current, wishes);

  const show = useCallback((next: string) => {
    now.current.value = next;
    setValue(next);
  }, []);
  const settle = useCallback(() => {
    const { value: typed, kept, keep, mayKeep, sent } = now.current;
    now.current.isTyping = false;
    const tidy = typed.trim();
    if (tidy === kept) return show(kept);
    if (tidy === sent || !mayKeep(tidy)) return;
    now.current.sent = tidy;
    keep(tidy);
  }, [show]);

  useEffect(() => {
    now.current.sent = null;
    if (!now.current.isTyping) show(wishes.kept);
  }, [wishes.kept, show]);
  useSettledOnLeaving(settle);

  return {
    value,
    isChanged: value.trim() !== wishes.kept,
    settle,
    onInput: (event) => {
      now.current.isTyping = true;
      show((event.currentTarget as HTMLInputElement | HTMLTextAreaElement).value);
    },
  };
}

/** A phone may kill a hidden page without another word, so hiding is the last safe moment. */
function useSettledOnLeaving(settle: () => void): void {
  useEffect(() => {
    const onHide = () => {
      if (document.visibilityState === "hidden") settle();
    };
    document.addEventListener("visibilitychange", onHide);
    return () => {
      document.removeEventListener("visibilitychange", onHide);
      settle();
    };
  }, [settle]);
}
