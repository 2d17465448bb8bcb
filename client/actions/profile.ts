// What a person says of themselves, once, for all their devices.

import { changed, fitted } from "../model/clean.ts";
import { PROFILE_ID } from "../model/profile.ts";
import type { Profiles } from "../model/schema.ts";
import { store } from "../store/current.ts";
import { perform } from "./undo.ts";

export async function editProfile(set: Partial<Profiles>): Promise<void> {
  const before = await store.value.get("profiles", PROFILE_ID);
  // Undoing the first thing ever said puts the row into the trash; whatever is said next brings it back.
  const differing = before ? changed("profiles", before, { ...set, trashed_at: null }) : fitted("profiles", set);
  if (Object.keys(differing).length === 0) return;
  await perform("Saved", [{ collection: "profiles", id: PROFILE_ID, set: differing }]);
}
