// Earlier values of a row: what this device kept, what the server kept of all devices, and the way back to one.

import { deviceZone } from "../model/days.ts";
import type { CollectionName } from "../model/schema.ts";
import type { Earlier } from "../model/versions.ts";
import { ask } from "../platform/server.ts";
import { account, store } from "../store/current.ts";
import type { Change } from "../store/store.ts";
import { redateAll } from "./redating.ts";
import { perform } from "./undo.ts";

export interface EarlierPage {
  readonly values: readonly Earlier[];
  /** Where the next page begins; null: that was all. */
  readonly next: number | null;
}

/** A page of what the server kept of a row, the newest first. Throws ServerProblem. */
export async function earlierOnServer(collection: CollectionName, id: string, offset = 0): Promise<EarlierPage> {
  if (account.value === null) return { values: [], next: null };
  const path = `/api/sync/revisions/${collection}/${id}?offset=${offset}`;
  const { revisions, more } = await ask<{ revisions: readonly Earlier[]; more: boolean }>({ method: "GET", path });
  return { values: revisions, next: more ? offset + revisions.length : null };
}

/** In place of what is there, which becomes an earlier version in its turn. What hangs on a date moves along. */
export async function putBack(collection: CollectionName, id: string, { field, value }: Pick<Earlier, "field" | "value">): Promise<void> {
  const row = (await store.value.get(collection, id)) as Readonly<Record<string, unknown>> | undefined;
  if (!row) return;
  const set = { [field]: value };
  const basis = typeof value === "string" ? { basis: { [field]: (row[field] ?? null) as string | null } } : {};
  await perform("Put back", [{ collection, id, set, ...basis } as Change, ...(await moved(collection, id, set))]);
}

async function moved(collection: CollectionName, id: string, set: object): Promise<readonly Change[]> {
  const kind = collection === "interviews" ? "interview" : collection === "wins" ? "win" : null;
  return kind ? redateAll(store.value, { kind, id }, set, deviceZone()) : [];
}
