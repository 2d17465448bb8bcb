// After pulling everything again from the beginning: whatever this device has and the server did not show is marked,
// to be sent again, or, where the server forgot nothing and merely erased it, removed. A few hundred rows at a time,
// each time in one transaction with the note of how far it has come.

import type { Clock } from "../model/clock.ts";
import { MARKS, META, VERSIONS, type Database, type Transaction } from "../store/database.ts";
import { putDraft, removeDraft } from "../store/drafts.ts";
import { draftOf, type Marks } from "../store/marks.ts";
import { collectionNames, type Row } from "../store/rows.ts";
import { missing } from "./answers.ts";
import { putMeta, readMeta, type Recovery } from "./meta.ts";

const ROWS_AT_ONCE = 500;

/** One portion; the recovery is over when none is left. */
export async function resendSome(database: Database, clock: Clock): Promise<void> {
  await database.run([...collectionNames, MARKS, META, VERSIONS], "readwrite", async (transaction) => {
    const meta = await readMeta(transaction);
    if (meta.recovery?.stage !== "resend") return;
    const at = await resendFrom(transaction, meta.recovery, meta.round, clock);
    putMeta(transaction, { ...meta, recovery: at ? { ...meta.recovery, at } : null });
  });
}

/** Where it has come to, or null at the end. */
async function resendFrom(
  transaction: Transaction<"readwrite">,
  recovery: Recovery,
  round: number,
  clock: Clock,
): Promise<NonNullable<Recovery["at"]> | null> {
  const [collection, id] = recovery.at ?? [collectionNames[0]!, ""];
  const range = IDBKeyRange.lowerBound(id, true);
  const rows = (await transaction.objectStore(collection).getAll(range, ROWS_AT_ONCE)) as Row[];
  for (const row of rows) {
    // A row the server never had is marked already; one it showed in this round has been dealt with.
    if (row.seq === 0 || row.round === round) continue;
    const marks = (await transaction.objectStore(MARKS).get([collection, row.id])) as Marks | undefined;
    const draft = draftOf(collection, row.id, { ...row, round }, marks);
    const kept = missing(draft, recovery, clock);
    if (kept) putDraft(transaction, kept);
    else removeDraft(transaction, draft);
  }
  const last = rows.at(-1);
  if (last && rows.length === ROWS_AT_ONCE) return [collection, last.id];
  const next = collectionNames[(collectionNames as string[]).indexOf(collection) + 1];
  return next ? [next, ""] : null;
}
