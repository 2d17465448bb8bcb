// Two devices may have written things that must agree, each without a network. After a sync brought rows, what follows
// from them is put in order; every device does the same, so it is done once. How, is in plan-keeper.ts and
// merge-keeper.ts, which the start does not carry: they are fetched when a sync has brought something.

import type { CollectionName } from "../model/schema.ts";
import { store } from "../store/current.ts";
import type { Store } from "../store/store.ts";

export interface Keepers {
  readonly keepPlans: Keep;
  readonly keepMerges: Keep;
}

type Keep = (from: Store) => Promise<void>;

/** A sync comes in pages, and what belongs together may lie across two of them: it is judged when it is quiet. */
const quietMs = 800;
/** A part that could not be fetched, on a first visit that lost its network: whoever came this far has it in a moment. */
const fetchAgainMs = 5_000;

/** What each of them is about. */
const about: { readonly [keeper in keyof Keepers]: readonly CollectionName[] } = {
  keepPlans: ["interviews", "checklists", "items"],
  keepMerges: [
    "people",
    "attendances",
    "touches",
    "wins",
    "forwards",
    "feedback",
    "plans",
    "messages",
    "checklists",
    "namesakes",
  ],
};

/** Call once, at start; costs nothing until a sync brings something. */
export function startKeepers(fetchKeepers: () => Promise<Keepers>): void {
  let stop = (): void => undefined;
  store.subscribe((opened) => {
    stop();
    const stops = [watch(opened, "keepPlans", fetchKeepers), watch(opened, "keepMerges", fetchKeepers)];
    stop = () => stops.forEach((stopOne) => stopOne());
  });
}

function watch(opened: Store, keeper: keyof Keepers, fetchKeepers: () => Promise<Keepers>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isWatched = true;
  const keepIn = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void keep(), ms);
  };
  const keep = async (): Promise<void> => {
    const keepers = await fetchKeepers().catch(() => null);
    if (!isWatched) return;
    if (keepers) await keepers[keeper](opened);
    else keepIn(fetchAgainMs);
  };
  const unsubscribe = opened.subscribe((collections, by) => {
    if (by === "server" && about[keeper].some((collection) => collections.has(collection))) keepIn(quietMs);
  });
  return () => {
    isWatched = false;
    clearTimeout(timer);
    unsubscribe();
  };
}
