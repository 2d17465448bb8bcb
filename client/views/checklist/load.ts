// What the checklist's page shows, read from the store in one go.
import type { Entry, Store } from "../../store/store.ts";
import { byPosition } from "../../model/order.ts";
import { shownLines } from "../../model/repeats.ts";
import { subjectOf, type Subject } from "./subject.ts";

export interface ChecklistView {
  readonly checklist: Entry<"checklists">;
  readonly items: readonly Entry<"items">[];
  readonly subject: Subject | null;
}

/** Null: there is no such list here (yet). A trashed one is returned, so that it can be restored. */
export async function loadChecklist(store: Store, id: string): Promise<ChecklistView | null> {
  const checklist = await store.get("checklists", id);
  if (checklist === undefined) return null;
  const [items, subject] = await Promise.all([store.by("items", "checklist", id), subjectOf(store, checklist)]);
  return { checklist, subject, items: shownLines(items.toSorted(byPosition)) };
}
