// A device that was away may still name somebody who was merged into somebody else meanwhile. After a sync brought rows,
// whatever names the old one is made to name the one they are now; every device does the same, so it is done once.

import { momentNow } from "../model/days.ts";
import { currentIds, movedReferences } from "../model/people/merge.ts";
import type { Change, Store } from "../store/store.ts";
import { referencesTo } from "./references.ts";

/** Writes without a word: nobody did anything just now. */
export async function keepMerges(from: Store): Promise<void> {
  const mergedInto = await from.merged();
  if (mergedInto.size === 0) return;
  for (const [gone, kept] of currentIds(mergedInto)) {
    const changes = kept === gone ? revived(gone) : await stillNaming(from, gone, kept);
    if (changes.length > 0) await from.write(changes);
  }
}

/** Two devices merged two people into each other, and both lie in the trash: one of them lives, the same everywhere. */
function revived(id: string): Change[] {
  return [{ collection: "people", id, set: { merged_into: null, trashed_at: null } }];
}

async function stillNaming(from: Store, gone: string, kept: string): Promise<Change[]> {
  const [references, attendances] = await Promise.all([
    referencesTo(from, gone),
    from.by("attendances", "person", kept),
  ]);
  return movedReferences(kept, gone, references, attendances, momentNow());
}
