import { dayMs, msOf } from "../../model/days.ts";
import type { Store, Trashed } from "../../store/store.ts";

/** The server erases what has lain here longer. */
export const keptDays = 30;

/** Newest first. What is past its days may still be here until the next sync, but can no longer be promised. */
export async function recentlyTrashed(store: Store, nowMs: number): Promise<readonly Trashed[]> {
  const rows = await store.trashed();
  return rows.filter(({ entry: { trashed_at: at } }) => at !== null && nowMs - msOf(at) < keptDays * dayMs);
}
