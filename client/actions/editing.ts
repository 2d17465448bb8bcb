// An edit of one row: of what was typed, what differs from what is there.

import { changed } from "../model/clean.ts";
import type { CollectionName, FieldsOf } from "../model/schema.ts";
import { store } from "../store/current.ts";
import type { Change } from "../store/store.ts";
import { perform } from "./undo.ts";

export async function edit<C extends CollectionName>(collection: C, id: string, set: Partial<FieldsOf[C]>): Promise<void> {
  const row = await store.value.get(collection, id);
  const differing = row ? changed(collection, row, set) : {};
  if (Object.keys(differing).length > 0) await perform("Saved", [{ collection, id, set: differing } as Change]);
}
