// What was typed so far, mirrored to this device at every keystroke. It belongs to what was shared: other words begin
// another win.

import { beginFrom } from "../../../model/wins-entry.ts";
import { storage } from "../../../store/local-storage.ts";
import { query } from "../../router.ts";

export interface NewWinDraft {
  /** What the address carried. */
  readonly shared: string;
  readonly title: string;
  readonly quote: string;
  readonly praised_by: string;
  readonly proof_where: string;
}

const storageKey = "rebound.draft.new-win";

export function openDraft(): NewWinDraft {
  const given = query.value;
  const shared = given.toString();
  const kept = readDraft();
  if (kept?.shared === shared) return kept;
  const begun = beginFrom({ title: given.get("title"), text: given.get("text"), url: given.get("url") });
  return { shared, ...begun, praised_by: "" };
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
