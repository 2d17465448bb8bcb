// Looks for lists that come again: when the app opens, when it is looked at again, when lines were settled, and every
// quarter of an hour. What it looks with is fetched only then: the start does not carry it.

import type { CollectionName } from "../model/schema.ts";
import { store } from "../store/current.ts";
import type { Store } from "../store/store.ts";

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
    timer = setTimeout(() => void look(opened), quietMs);
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

async function look(opened: Store): Promise<void> {
  const isNeeded = (await opened.all("playbooks")).some(({ repeat_weeks }) => repeat_weeks !== null);
  if (!isNeeded || store.value !== opened) return;
  const { keepRepeating } = await import("./repeating.ts");
  await keepRepeating(opened);
}
