// Earlier versions of an interview's notes: what the server kept, and what this device has seen since the app was opened.

import type { Moment } from "../model/days.ts";
import { momentNow } from "../model/days.ts";
import type { Version } from "../model/versions.ts";
import { ask } from "../platform/server.ts";
import { account, store } from "../store/current.ts";
import { perform } from "./undo.ts";

/** By store and interview. In memory: what must outlive the app is on the server. */
const seenHere = new Map<string, Version[]>();

const keyOf = (interview: string): string => `${store.value.name} ${interview}`;

/** Call when the person begins to write: this is what they can come back to. */
export function rememberNotes(interview: string, text: string | null): void {
  const seen = seenHere.get(keyOf(interview)) ?? [];
  if (!text?.trim() || seen.some((version) => version.text === text)) return;
  seenHere.set(keyOf(interview), [{ text, at: momentNow() }, ...seen]);
}

export const notesSeenHere = (interview: string): readonly Version[] => seenHere.get(keyOf(interview)) ?? [];

interface Earlier {
  readonly field: string;
  readonly value: unknown;
  readonly kept_at: Moment;
}

interface EarlierPage {
  readonly revisions: readonly Earlier[];
  readonly more: boolean;
}

export interface KeptNotes {
  readonly versions: readonly Version[];
  /** Where the next page begins; null: that was all. */
  readonly next: number | null;
}

/** A page of what the server kept, the newest first. Throws ServerProblem. */
export async function notesKept(interview: string, offset = 0): Promise<KeptNotes> {
  if (account.value === null) return { versions: [], next: null };
  const path = `/api/sync/revisions/interviews/${interview}?offset=${offset}`;
  const { revisions, more } = await ask<EarlierPage>({ method: "GET", path });
  const versions = revisions.flatMap(({ field, value, kept_at }) =>
    field === "notes" && typeof value === "string" ? [{ text: value, at: kept_at }] : [],
  );
  return { versions, next: more ? offset + revisions.length : null };
}

/** In place of what is there, which becomes an earlier version in its turn. */
export async function putBackNotes(interview: string, text: string): Promise<void> {
  const row = await store.value.get("interviews", interview);
  if (!row) return;
  rememberNotes(interview, row.notes);
  await perform("Put back", [{ collection: "interviews", id: interview, set: { notes: text }, basis: { notes: row.notes } }]);
}
