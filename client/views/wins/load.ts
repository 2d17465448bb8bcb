// The wins, latest first, each with the list that passes it on.
import type { Entry, Store } from "../../store/store.ts";
import { byPosition } from "../../model/order.ts";
import { groupBy } from "../listing/group-by.ts";

export interface WinView {
  readonly win: Entry<"wins">;
  readonly forwards: readonly Entry<"forwards">[];
  /** The latest list started for it. */
  readonly list: Entry<"checklists"> | null;
}

export async function loadWins(store: Store): Promise<readonly WinView[]> {
  const [wins, forwards, lists] = await Promise.all([
    store.all("wins"),
    store.all("forwards"),
    store.all("checklists"),
  ]);
  const forwardsOf = groupBy(forwards, (forward) => forward.win);
  const listsOf = groupBy(lists.filter(isForWin), (list) => list.subject_id);
  return wins.toSorted(latestFirst).map((win) => ({
    win,
    forwards: forwardsOf.get(win.id) ?? [],
    list: listsOf.get(win.id)?.sort(byPosition).at(-1) ?? null,
  }));
}

/** Null: there is no such win here (yet). A trashed one is returned, so that it can be restored. */
export async function loadWin(store: Store, id: string): Promise<WinView | null> {
  const win = await store.get("wins", id);
  if (win === undefined) return null;
  const [forwards, lists] = await Promise.all([
    store.by("forwards", "win", id),
    store.by("checklists", "subject_id", id),
  ]);
  return { win, forwards, list: lists.filter(isForWin).sort(byPosition).at(-1) ?? null };
}

const isForWin = (list: Entry<"checklists">): boolean => list.subject_kind === "win" && list.archived_at === null;

/** Of one day, the one written later first: ids are made in order of time. */
function latestFirst(a: Entry<"wins">, b: Entry<"wins">): number {
  const [dayA, dayB] = [a.happened_on ?? "", b.happened_on ?? ""];
  if (dayA !== dayB) return dayA < dayB ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}
