// What was kept before there was an account moves into the account's database, rows and marks as they are: none of it
// has ever been sent, so the next sync takes it to the server.
//
// Copied first, removed after, a few rows at a time: killed at any point, the next start goes on. A row that is in both
// was copied by such a start, and whichever copy of a field is later has more of the person's words.

import { isLater } from "../model/clock.ts";
import { MARKS, type Database } from "./database.ts";
import { draftOf, keep, stateOf, type Draft, type Marks } from "./marks.ts";
import { collectionNames, type Row } from "./rows.ts";
import { putDraft, readDrafts } from "./drafts.ts";
import { adoptEarlier } from "./kept.ts";

const ROWS_AT_ONCE = 200;

/** Moves everything and resolves to how many rows it was. `from` is empty afterwards. */
export async function adoptRows(from: Database, into: Database): Promise<number> {
  let moved = 0;
  for (const collection of collectionNames) {
    for (let drafts = await take(from, collection); drafts.length > 0; drafts = await take(from, collection)) {
      await copy(into, collection, drafts);
      moved += await remove(from, collection, drafts);
    }
  }
  await adoptEarlier(from, into);
  return moved;
}

function take(from: Database, collection: string): Promise<Draft[]> {
  return from.run([collection, MARKS], "readonly", async (transaction) => {
    const rows = (await transaction.objectStore(collection).getAll(null, ROWS_AT_ONCE)) as Row[];
    const marks = await Promise.all(rows.map(({ id }) => transaction.objectStore(MARKS).get([collection, id]) as Promise<Marks>));
    return rows.map((row, index) => draftOf(collection, row.id, row, marks[index]));
  });
}

function copy(into: Database, collection: string, drafts: readonly Draft[]): Promise<void> {
  return into.run([collection, MARKS], "readwrite", async (transaction) => {
    const there = await readDrafts(transaction, drafts.map(({ row }) => ({ collection, id: row.id })));
    for (const draft of drafts) {
      const target = there.get(`${collection}/${draft.row.id}`)!;
      for (const name of Object.keys(draft.row.stamps)) {
        const state = stateOf(draft, name);
        if (isLater(state.stamp, stateOf(target, name).stamp)) keep(target, name, state);
      }
      putDraft(transaction, target);
    }
  });
}

/** Another tab may have written since: what changed stays, and is taken in the next round. */
function remove(from: Database, collection: string, drafts: readonly Draft[]): Promise<number> {
  return from.run([collection, MARKS], "readwrite", async (transaction) => {
    const now = await readDrafts(transaction, drafts.map(({ row }) => ({ collection, id: row.id })));
    const unchanged = drafts.filter(({ row }) => {
      const current = now.get(`${collection}/${row.id}`)!.row;
      return JSON.stringify(current.stamps) === JSON.stringify(row.stamps);
    });
    for (const { row } of unchanged) {
      void transaction.objectStore(collection).delete(row.id);
      void transaction.objectStore(MARKS).delete([collection, row.id]);
    }
    return unchanged.length;
  });
}
