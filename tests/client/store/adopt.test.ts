import "fake-indexeddb/auto";
import assert from "node:assert/strict";
import { test } from "node:test";
import { newId } from "../../../client/model/id.ts";
import { adoptRows } from "../../../client/store/adopt.ts";
import { Database, type Mode, type Transaction } from "../../../client/store/database.ts";
import { LocalStore } from "../../../client/store/store.ts";

let pairs = 0;
function aPairOfStores(): { local: LocalStore; account: LocalStore } {
  pairs += 1;
  return { local: new LocalStore(`adopt-local-${pairs}`), account: new LocalStore(`adopt-account-${pairs}`) };
}

test("what was kept without an account becomes the account's, rows and marks, and leaves nothing behind", async () => {
  const { local, account } = aPairOfStores();
  const ids = Array.from({ length: 450 }, () => newId());
  await local.write(ids.map((id, index) => ({ collection: "wins", id, set: { title: `Win ${index}`, notes: "one" } }) as const));
  assert.equal(await adoptRows(local.database, account.database), 450);
  assert.equal((await account.all("wins")).length, 450);
  assert.equal(await account.unsentCount(), 450);
  assert.equal((await local.all("wins")).length, 0);
  assert.equal(await local.unsentCount(), 0);
});

/** Dies after so many transactions. */
class DyingDatabase extends Database {
  left = Infinity;

  override run<T, M extends Mode>(
    names: readonly string[],
    mode: M,
    work: (transaction: Transaction<M>) => Promise<T>,
    durability?: IDBTransactionDurability,
  ): Promise<T> {
    this.left -= 1;
    return this.left < 0 ? Promise.reject(new Error("killed")) : super.run(names, mode, work, durability);
  }
}

for (let transactions = 0; transactions < 8; transactions += 1) {
  test(`killed after ${transactions} steps, the next start finishes, and words typed since are not undone`, async () => {
    const { local, account } = aPairOfStores();
    const ids = Array.from({ length: 250 }, () => newId());
    await local.write(ids.map((id) => ({ collection: "wins", id, set: { title: "Win", notes: "one" } }) as const));
    const dying = new DyingDatabase(local.name);
    dying.left = transactions;
    await adoptRows(dying, account.database).catch(() => undefined);
    dying.close();
    const edited = ids[0]!;
    const isThere = (await account.get("wins", edited)) !== undefined;
    await (isThere ? account : local).write([{ collection: "wins", id: edited, set: { notes: "one two" } }]);
    await adoptRows(local.database, account.database);
    assert.equal((await account.all("wins")).length, 250);
    assert.equal((await account.get("wins", edited))?.notes, "one two");
    assert.equal((await local.all("wins")).length, 0);
  });
}
