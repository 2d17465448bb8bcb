// An answer goes into the database: acknowledgements, refusals, page and cursor, all in the caller's one transaction.

import type { Clock } from "../model/clock.ts";
import type { CollectionName } from "../model/schema.ts";
import { ASIDE, MARKS, type Transaction } from "../store/database.ts";
import { putDraft, readDrafts, removeDraft } from "../store/drafts.ts";
import { forgetErased } from "../store/kept.ts";
import { keyOf, type Draft, type Named } from "../store/marks.ts";
import { isCollection } from "../store/rows.ts";
import type { RowName } from "../store/store.ts";
import { receive, refusalsOf, settle, type Reception } from "./answers.ts";
import { inRecovery, putMeta, readMeta, type SyncMeta } from "./meta.ts";
import type { Answer, ChangedRow, SyncRequest } from "./protocol.ts";

export interface Absorbed {
  readonly touched: ReadonlySet<CollectionName>;
  readonly rows: readonly RowName[];
  /** There is more to pull, or to send. */
  readonly isMore: boolean;
}

export async function absorb(
  transaction: Transaction<"readwrite">,
  { request, answer, clock }: { readonly request: SyncRequest; readonly answer: Answer; readonly clock: Clock },
): Promise<Absorbed> {
  const meta = await readMeta(transaction);
  // Another tab has gone on since (a late answer): its page is old, and what it acknowledged will be sent again.
  if (meta.epoch !== request.epoch || meta.cursor !== request.cursor) return { touched: new Set(), rows: [], isMore: true };
  const lost = historyLost(meta, answer);
  if (lost) {
    putMeta(transaction, inRecovery(meta, answer.epoch, lost));
    return { touched: new Set(), rows: [], isMore: true };
  }
  const known = answer.changes.filter(({ collection }) => isCollection(collection));
  const drafts = await readDrafts(transaction, [...request.ops, ...known]);
  const settled = settleAll(drafts, request, answer, clock);
  const reception: Reception = { written: settled, round: meta.round, recovery: meta.recovery, clock };
  for (const change of known) receiveInto(transaction, drafts, change, reception);
  for (const draft of drafts.values()) putDraft(transaction, draft);
  putAside(transaction, answer.changes, meta.round);
  putMeta(transaction, movedOn(meta, answer, clock));
  const rows = [...request.ops, ...known] as readonly RowName[];
  const touched = new Set(rows.map(({ collection }) => collection));
  const isResending = meta.recovery !== null && !answer.more;
  const isUnsent = (await transaction.objectStore(MARKS).count()) > 0;
  return { touched, rows, isMore: answer.more || isResending || (request.ops.length > 0 && isUnsent) };
}

/** Whether the cursor means nothing on this server any more, and if so, whether all it counted is still there. */
function historyLost(meta: SyncMeta, answer: Answer): { readonly isLineageWhole: boolean } | null {
  if (meta.epoch !== null && meta.epoch !== answer.epoch) return { isLineageWhole: false };
  if (meta.cursor > answer.seq) return { isLineageWhole: false };
  // On the way from 0 every cursor is low; nothing can have been missed.
  return meta.isComplete && meta.cursor < answer.oldest_cursor ? { isLineageWhole: true } : null;
}

function movedOn(meta: SyncMeta, answer: Answer, clock: Clock): SyncMeta {
  const isComplete = meta.isComplete || !answer.more;
  const recovery = meta.recovery && isComplete ? { ...meta.recovery, stage: "resend" as const } : meta.recovery;
  const { epoch, cursor, server_time_ms: savedAt } = answer;
  // A first sync has just compared everything, in its way.
  const checkedAt = meta.checkedAt || savedAt;
  return { ...meta, epoch, cursor, isComplete, recovery, savedAt, checkedAt, offsetMs: clock.offsetMs };
}

/** The rows written to. */
function settleAll(drafts: ReadonlyMap<string, Draft>, request: SyncRequest, answer: Answer, clock: Clock): Set<string> {
  const given = new Map(answer.restamped.map(({ op, stamp }) => [op, stamp]));
  request.ops.forEach((op, index) => {
    const outcome = { refused: refusalsOf(answer, index), stamp: given.get(index) ?? op.stamp };
    settle(drafts.get(keyOf(op))!, op, outcome, clock);
  });
  return new Set(request.ops.map(keyOf));
}

function receiveInto(
  transaction: Transaction<"readwrite">,
  drafts: Map<string, Draft>,
  change: ChangedRow,
  reception: Reception,
): void {
  const key = keyOf(change);
  const draft = drafts.get(key)!;
  if (receive(draft, change, reception)) return forgetErased(transaction, draft);
  removeDraft(transaction, draft);
  drafts.delete(key);
}

/** What this version does not know is kept as it came; a newer one moves it where it belongs. */
function putAside(transaction: Transaction<"readwrite">, changes: readonly (ChangedRow & Named)[], round: number): void {
  for (const change of changes) {
    if (isCollection(change.collection)) continue;
    void transaction.objectStore(ASIDE).put({ ...change, round }).catch(() => undefined);
  }
}
