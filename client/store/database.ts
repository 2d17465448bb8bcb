// One IndexedDB database: opens it, migrates it, opens it again when the browser lost it, and says what is wrong when
// it cannot. Everything goes through `run`, one transaction at a time; nothing here knows rows.
//
// What browsers do to long-lived connections: iOS drops them when the app sleeps (`InvalidStateError`, `UnknownError`
// on every later call), a newer version in another tab asks us to let go (`versionchange`), or cannot get the older
// one to (`blocked`), and a full disk fails at the commit, after every request has succeeded.

import { deleteDB, openDB, type IDBPDatabase, type IDBPTransaction } from "idb";
import { SCHEMA_VERSION } from "../model/schema.ts";
import { collectionNames } from "./rows.ts";

export type Mode = "readonly" | "readwrite";
export type Transaction<M extends Mode = Mode> = IDBPTransaction<unknown, string[], M>;

export type TroubleKind = "full" | "lost" | "blocked" | "corrupt";

/** The database cannot be used now. The message is for a person; what was tried is in `cause`. */
export class StorageTrouble extends Error {
  readonly what: TroubleKind;

  constructor(what: TroubleKind, cause?: unknown) {
    super(words[what], { cause });
    this.name = "StorageTrouble";
    this.what = what;
  }
}

const words: Readonly<Record<TroubleKind, string>> = {
  full: "This device's storage is full. What you write is kept while this page is open. Free some space, then come back here.",
  lost: "This browser lost its storage for a moment. What you write is kept while this page is open, and saved as soon as it is back.",
  blocked: "Rebound was updated in another tab. Close the other tabs or reload this one; what you write here is kept meanwhile.",
  corrupt: "This browser cannot read what it stored. What you write is kept while this page is open. Try to reload the page.",
};

/** Raise LAYOUT when stores or indexes change, or a collection is new. */
const LAYOUT = 7;
const VERSION = SCHEMA_VERSION * 100 + LAYOUT;

/** Where the indexes are, by collection. Rows keep their fields under `fields`. */
export const indexes: Readonly<Record<string, readonly string[]>> = {
  rounds: ["interview"],
  attendances: ["interview", "person"],
  checklists: ["subject_id"],
  items: ["checklist"],
  playbook_steps: ["playbook"],
  people: ["merged_into", "relation"],
  touches: ["person"],
  wins: ["answers_feedback", "praiser"],
  forwards: ["win", "person"],
  sortings: ["feedback"],
  decision_parts: ["decision"],
  decision_scores: ["decision"],
  namesakes: ["one", "other"],
  feedback: ["interview", "person"],
  messages: ["about_id"],
};

export const MARKS = "marks";
export const META = "meta";
/** Rows of collections this version does not know. A newer one will. */
export const ASIDE = "aside";
/** What rows of this device held before (kept.ts). */
export const VERSIONS = "versions";

const RETRIES_MS = [20, 200];
/** An upgrade that is blocked, or an open that hangs, must not hang the tap that waits for it. */
const OPEN_TIMEOUT_MS = 4_000;

export class Database {
  readonly name: string;
  #connection: Promise<IDBPDatabase> | null = null;
  #isClosed = false;

  constructor(name: string) {
    this.name = name;
  }

  /**
   * Runs `work` in one transaction and resolves when it is complete: with strict durability, when it is on the disk.
   * `work` may run again on a fresh connection, so it changes nothing but the transaction. Throws StorageTrouble.
   */
  async run<T, M extends Mode>(
    stores: readonly string[],
    mode: M,
    work: (transaction: Transaction<M>) => Promise<T>,
    durability: IDBTransactionDurability = "strict",
  ): Promise<T> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        const connection = await this.#open();
        return await inTransaction(connection.transaction([...stores], mode, { durability }), work);
      } catch (error) {
        const wait = RETRIES_MS[attempt];
        if (!isLostConnection(error) || wait === undefined || this.#isClosed) throw troubleOf(error) ?? error;
        this.#forget();
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
  }

  close(): void {
    this.#isClosed = true;
    this.#forget();
  }

  /** Removes all of it from the device. */
  async destroy(): Promise<void> {
    this.close();
    await deleteDB(this.name);
  }

  #forget(): void {
    const connection = this.#connection;
    this.#connection = null;
    connection?.then((open) => open.close()).catch(() => undefined);
  }

  #open(): Promise<IDBPDatabase> {
    if (this.#isClosed) throw new DOMException("the store was closed", "AbortError");
    this.#connection ??= this.#connect();
    return withTimeout(this.#connection, OPEN_TIMEOUT_MS);
  }

  #connect(): Promise<IDBPDatabase> {
    const connection: Promise<IDBPDatabase> = openDB(this.name, VERSION, {
      upgrade: (database, _from, _to, transaction) => void migrateOrAbort(database, transaction as unknown as Transaction),
      // Another tab has a newer version: let it go on. The next transaction here finds out and says so.
      blocking: () => this.#forget(),
      terminated: () => {
        if (this.#connection === connection) this.#connection = null;
      },
    });
    connection.catch(() => {
      if (this.#connection === connection) this.#connection = null;
    });
    return connection;
  }
}

async function inTransaction<T, M extends Mode>(
  transaction: Transaction<M>,
  work: (transaction: Transaction<M>) => Promise<T>,
): Promise<T> {
  const done = transaction.done;
  done.catch(() => undefined);
  try {
    const result = await work(transaction);
    await done;
    return result;
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // It had ended already, which is why we are here.
    }
    throw transaction.error ?? error;
  }
}

/** Half an upgrade is none. Whoever waits for the connection hears of it, also when the browser itself cut it short. */
async function migrateOrAbort(database: IDBPDatabase, transaction: Transaction): Promise<void> {
  transaction.done.catch(() => undefined);
  try {
    await migrate(database, transaction);
  } catch {
    try {
      transaction.abort();
    } catch {
      // It is aborted: a sign-out had the storage of the whole site removed.
    }
  }
}

/** Makes whatever is missing, from any earlier version. Never drops a store: unsent words may be in it. */
async function migrate(database: IDBPDatabase, transaction: Transaction): Promise<void> {
  const has = (name: string) => database.objectStoreNames.contains(name);
  for (const name of [MARKS, ASIDE]) if (!has(name)) database.createObjectStore(name, { keyPath: ["collection", "id"] });
  if (!has(META)) database.createObjectStore(META);
  if (!has(VERSIONS)) database.createObjectStore(VERSIONS, { keyPath: ["collection", "id", "field", "stamp"] });
  const known = collectionNames.filter((name) => !has(name));
  for (const name of known) database.createObjectStore(name, { keyPath: "id" });
  for (const name of collectionNames) addIndexes(name, transaction);
  await Promise.all(known.map((name) => takeIn(name, transaction)));
}

function addIndexes(collection: string, transaction: Transaction): void {
  const store = transaction.objectStore(collection) as unknown as IDBObjectStore;
  const paths = new Map([...(indexes[collection] ?? []), "trashed_at"].map((field) => [field, `fields.${field}`]));
  if (collection === "items") paths.set("open", "open");
  for (const [name, path] of paths) if (!store.indexNames.contains(name)) store.createIndex(name, path);
}

/** Rows that an older version kept aside, because it did not know their collection. */
async function takeIn(collection: string, transaction: Transaction): Promise<void> {
  const writable = transaction as unknown as Transaction<"readwrite">;
  const aside = writable.objectStore(ASIDE);
  const range = IDBKeyRange.bound([collection], [collection, []]);
  const rows = await aside.getAll(range);
  const put = rows.map(({ collection: _, ...row }) => writable.objectStore(collection).put(row));
  await Promise.all([...put, aside.delete(range)]);
}

function isLostConnection(error: unknown): boolean {
  return error instanceof DOMException && ["InvalidStateError", "UnknownError", "AbortError"].includes(error.name);
}

/** Null for what is a mistake in this program, which must not pass for a broken disk. */
function troubleOf(error: unknown): StorageTrouble | null {
  if (error instanceof StorageTrouble) return error;
  if (!(error instanceof DOMException)) return null;
  if (error.name === "QuotaExceededError") return new StorageTrouble("full", error);
  if (error.name === "VersionError" || error.name === "TimeoutError") return new StorageTrouble("blocked", error);
  if (isLostConnection(error)) return new StorageTrouble(error.name === "UnknownError" ? "corrupt" : "lost", error);
  // NotFoundError: a store is missing; SecurityError: storage is switched off; DataError of a stored row.
  return ["NotFoundError", "SecurityError", "NotReadableError"].includes(error.name) ? new StorageTrouble("corrupt", error) : null;
}

function withTimeout<T>(promise: Promise<T>, millis: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException("the database did not open", "TimeoutError")), millis);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
