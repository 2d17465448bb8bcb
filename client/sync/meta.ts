// Where this device stands in the server's order: one record of the database, changed only together with the rows.

import { META, type Transaction } from "../store/database.ts";

export interface SyncMeta {
  readonly device: string;
  /** Which history of the server the cursor counts in; null before the first answer. */
  readonly epoch: string | null;
  readonly cursor: number;
  /** Whether everything up to the cursor has been pulled at least once. */
  readonly isComplete: boolean;
  /** Counts the pulls from the beginning; a row carries the number of the one that last showed it. */
  readonly round: number;
  readonly recovery: Recovery | null;
  /** What the server's clock is ahead of this device's. */
  readonly offsetMs: number;
  /** When the server last answered. */
  readonly savedAt: number | null;
  readonly checkedAt: number;
}

export interface Recovery {
  /** Pulling from 0, then marking what the server did not show. */
  readonly stage: "pull" | "resend";
  readonly isLineageWhole: boolean;
  /** In the second stage: how far it has come. */
  readonly at?: readonly [collection: string, id: string];
}

const KEY = "sync";

export async function readMeta(transaction: Transaction): Promise<SyncMeta> {
  const found = (await transaction.objectStore(META).get(KEY)) as SyncMeta | undefined;
  return found ?? blankMeta();
}

export function putMeta(transaction: Transaction<"readwrite">, meta: SyncMeta): void {
  void transaction.objectStore(META).put(meta, KEY).catch(() => undefined);
}

/** Pull from 0 and send again what the server lacks. Nothing is removed before both are done. */
export function inRecovery(meta: SyncMeta, epoch: string, { isLineageWhole }: { readonly isLineageWhole: boolean }): SyncMeta {
  const recovery: Recovery = { stage: "pull", isLineageWhole };
  return { ...meta, epoch, cursor: 0, isComplete: false, round: meta.round + 1, recovery };
}

function blankMeta(): SyncMeta {
  return {
    device: crypto.randomUUID(),
    epoch: null,
    cursor: 0,
    isComplete: false,
    round: 0,
    recovery: null,
    offsetMs: 0,
    savedAt: null,
    checkedAt: 0,
  };
}
