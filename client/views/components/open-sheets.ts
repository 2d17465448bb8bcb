// Which sheets are open, the newest last. While one is, the page under it is inert: what has to be seen, heard or
// tapped meanwhile (the snackbar, the announcer) belongs into the newest.

import { computed, signal, type ReadonlySignal } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";

const open = signal<readonly string[]>([]);

/** The id of the newest open sheet; null: the page itself is in reach. */
export const newestSheet: ReadonlySignal<string | null> = computed(() => open.value.at(-1) ?? null);

export function useOpenSheet(id: string, isOpen: boolean): void {
  useLayoutEffect(() => {
    if (!isOpen) return undefined;
    open.value = [...open.value, id];
    return () => {
      open.value = open.value.filter((other) => other !== id);
    };
  }, [id, isOpen]);
}
