// A worksheet, and how something of it is written. What a person does with it is in decisions.ts, and what they make it
// of in decision-parts.ts.

import { changed, filledIn } from "../model/clean.ts";
import type { CollectionName, Decisions, FieldsOf } from "../model/schema.ts";
import { store } from "../store/current.ts";
import type { Change, Entry } from "../store/store.ts";
import { perform } from "./undo.ts";

/** A worksheet as its page knows it. Opening one writes nothing: it may have no row yet. */
export interface Worksheet {
  readonly id: string;
  /** What the first touch keeps beside the touch itself. */
  readonly seed: Partial<Pick<Decisions, "question" | "interview">>;
  /** The line of a list that led here. */
  readonly item: Entry<"items"> | null;
}

/** A field, and with the first touch of a new worksheet what it is about. */
export async function keep(sheet: Worksheet, set: Partial<Decisions>, words: string, more: readonly Change[] = []): Promise<void> {
  const row = await store.value.get("decisions", sheet.id);
  const seed = Object.fromEntries(Object.entries(sheet.seed).filter(([field]) => !row?.[field as keyof typeof sheet.seed]));
  const differing = row ? changed("decisions", row, { ...seed, ...set }) : filledIn("decisions", { ...seed, ...set });
  const change: Change = { collection: "decisions", id: sheet.id, set: differing };
  const changes = Object.keys(differing).length > 0 ? [change, ...more] : more;
  if (changes.length > 0) await perform(words, changes);
}

/** Of a row that belongs to it and whose id follows from what it is for. Empty: it says so already. */
export function rowChange<C extends CollectionName>(
  collection: C,
  id: string,
  before: Entry<C> | undefined,
  set: Partial<FieldsOf[C]>,
): readonly Change[] {
  const differing = before ? changed(collection, before, set) : set;
  return Object.keys(differing).length > 0 ? [{ collection, id, set: differing } as Change] : [];
}
