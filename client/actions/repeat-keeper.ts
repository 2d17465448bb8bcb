// Looks for lists that come again: when the app opens, when it is looked at again, when lines were settled, and every
// quarter of an hour. It looks when it begins: so it may begin when the start is painted.

import type { CollectionName } from "../model/schema.ts";
import { store } from "../store/current.ts";
import type { Store } from "../store/store.ts";
import { keepRepeating } from "./repeating.ts";

/** After the last change: an Undo taken at once finds nothing begun. */
const quietMs = 1500;
const everyMs = 15 * 60_000;

const reads: ReadonlySet<CollectionName> = new Set(["checklists", "items", "playbooks"]);

/** Call once, at start. */
export function startRepeatKeeper(): void {
  let stop = (): void => undefined;
  store.subscribe((opened) => {
    stop();
    stop = watch(opened);
  });
}

function watch(opened: Store): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void keepRepeating(opened), quietMs);
  };
  const onShown = (): void => {
    if (document.visibilityState === "visible") soon();
  };
  const unsubscribe = opened.subscribe((changed) => [...changed].some((name) => reads.has(name)) && soon());
  const interval = setInterval(soon, everyMs);
  document.addEventListener("visibilitychange", onShown);
  soon();
  return () => {
    clearTimeout(timer);
    clearInterval(interval);
    unsubscribe();
    document.removeEventListener("visibilitychange", onShown);
  };
}
