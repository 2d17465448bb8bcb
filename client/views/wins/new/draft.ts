// What was typed so far, mirrored to this device at every keystroke. It belongs to what was shared: other words begin
// another win.

import { dropSharedWords, findSharedWords } from "../../../platform/shared-words.ts";
import { beginFrom } from "../../../model/wins-entry.ts";
import { storage } from "../../../store/local-storage.ts";
import { query } from "../../router.ts";

export interface NewWinDraft {
  /** What the address carried: nothing, that words were shared, or (an app installed long ago) the words themselves. */
  readonly shared: string;
  readonly title: string;
  readonly quote: string;
  readonly praised_by: string;
  readonly proof_where: string;
}

const storageKey = "rebound.draft.new-win";

/** Null: somebody shared words, and they did not arrive. */
export async function openDraft(): Promise<NewWinDraft | null> {
  const given = query.value;
  const shared = given.toString();
  const words = given.has("shared") ? await findSharedWords() : null;
  if (words) {
    const begun = { shared, ...beginFrom(words), praised_by: "" };
    // Only when they are in the draft may they go from where the worker put them.
    keepDraft(begun);
    await dropSharedWords();
    return begun;
  }
  const kept = readDraft();
  if (kept?.shared === shared) return kept;
  if (given.has("shared")) return null;
  return { shared, ...beginFrom({ title: given.get("title"), text: given.get("text"), url: given.get("url") }), praised_by: "" };
}

/** A win that begins with nothing. */
export function emptyDraft(): NewWinDraft {
  return { shared: query.value.toString(), title: "", quote: "", praised_by: "", proof_where: "" };
}

export function keepDraft(draft: NewWinDraft): void {
  storage.set(storageKey, JSON.stringify(draft));
}

export function dropDraft(): void {
  storage.remove(storageKey);
}

const fields: readonly (keyof NewWinDraft)[] = ["shared", "title", "quote", "praised_by", "proof_where"];

function readDraft(): NewWinDraft | null {
  try {
    const kept: unknown = JSON.parse(storage.get(storageKey) ?? "null");
    if (typeof kept !== "object" || kept === null) return null;
    return fields.every((field) => typeof (kept as Partial<NewWinDraft>)[field] === "string") ? (kept as NewWinDraft) : null;
  } catch {
    // Not ours, or cut short: what was shared is the honest beginning.
    return null;
  }
}
