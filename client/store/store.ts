// What a person keeps, on this device: reads by index, writes durably, tells who listens. The network is not asked.
//
// A write puts the row and its dirty marks in one transaction with strict durability; `write` resolves when that is on
// the disk. While the database cannot be used, writes are held in memory and readable as if they had been stored.

import { Clock } from "../model/clock.ts";
import type { CollectionName, FieldsOf } from "../model/schema.ts";
import type { KeptRow } from "../model/journal-file.ts";
import { ASIDE, Database, indexes, MARKS, StorageTrouble, VERSIONS, type Transaction } from "./database.ts";
import { putDraft, readDrafts } from "./drafts.ts";
import { Held } from "./held.ts";
import { before, keepEarlier, readEarlier, replaced, type Kept } from "./kept.ts";
import * as mirrors from "./mirrors.ts";
import { editRow, keyOf, type Draft, type Marks, type RowEdit } from "./marks.ts";
import { rememberNode } from "./own-nodes.ts";
import { collectionNames, entryOf, isTrashed, type Entry, type Row } from "./rows.ts";

export type { Entry } from "./rows.ts";

export interface Change<C extends CollectionName = CollectionName> {
  readonly collection: C;
  readonly id: string;
  readonly set: Partial<FieldsOf[C]>;
  /** Per text field: the text the person saw when they began this edit; the store merges if the row moved on. */
  readonly basis?: Partial<Record<string, string | null>>;
  /** Of what undoes a write: what that write left (model/taking-back.ts). */
  readonly left?: Readonly<Record<string, unknown>>;
}

/** Whether the person wrote (here or in another tab), or the server. */
export type ChangedBy = "person" | "server";
/** `rows`: which of them; null: any row of the collections may have changed. */
export type Listener = (collections: ReadonlySet<CollectionName>, by: ChangedBy, rows: readonly RowName[] | null) => void;

export interface RowName {
  readonly collection: CollectionName;
  readonly id: string;
}

export interface Trashed {
  readonly collection: CollectionName;
  readonly entry: Entry<CollectionName>;
}

export interface Store {
  readonly name: string;
  /** Also trashed ones; only here and in getMany can they be told apart by `trashed_at`. */
  get<C extends CollectionName>(collection: C, id: string): Promise<Entry<C> | undefined>;
  getMany<C extends CollectionName>(collection: C, ids: readonly string[]): Promise<Entry<C>[]>;
  all<C extends CollectionName>(collection: C): Promise<Entry<C>[]>;
  /** The same, `size` rows at a time: a page may draw a frame between two of them. */
  pages<C extends CollectionName>(collection: C, size: number): AsyncGenerator<Entry<C>[]>;
  /** Rows whose indexed `field` is `key`. Throws where there is no such index. */
  by<C extends CollectionName>(collection: C, field: string, key: string): Promise<Entry<C>[]>;
  /** Neither done, skipped nor trashed; ascending by when they are due or snoozed to, undated last. */
  openItems(): Promise<Entry<"items">[]>;
  /** Newest first. */
  trashed(): Promise<Trashed[]>;
  /** All there is, also what is in the trash and what only a newer release knows; for taking it along. */
  everything(): Promise<KeptRow[]>;
  /** People who lie in the trash because they were merged into somebody: into whom, by their id. */
  merged(): Promise<ReadonlyMap<string, string>>;
  /** What this device replaced in a row, of all its fields, in no order. */
  earlier(collection: CollectionName, id: string): Promise<readonly Kept[]>;
  /** One strict transaction; resolves when durable, to the changes that would undo it. */
  write(changes: readonly Change[]): Promise<readonly Change[]>;
  subscribe(listener: Listener): () => void;
  unsentCount(): Promise<number>;
  close(): void;
  destroy(): Promise<void>;
}

/** Carries what happened to the other tabs. BroadcastChannel in the browser. */
export interface Channel {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => unknown) | null;
  close(): void;
}

export interface StoreOptions {
  readonly clock?: Clock;
  readonly channel?: Channel | null;
  readonly onTrouble?: (trouble: StorageTrouble | null) => void;
  readonly database?: Database;
}

interface News {
  readonly collections: readonly CollectionName[];
  readonly by: ChangedBy;
  readonly rows: readonly RowName[] | null;
  /** What the tab that talks to the server has learned about the time. */
  readonly offsetMs: number;
}

const RETRY_HELD_MS = 3_000;
/** Some ten megabytes; of more, a screen asks for a part by its index. */
const MOST_KEPT_WHOLE = 10_000;
/** More changed rows than a page of the server holds are not named: whoever follows rows reads everything again. */
const MOST_NAMED = 2_000;

export class LocalStore implements Store {
  readonly name: string;
  readonly clock: Clock;
  readonly database: Database;
  readonly #channel: Channel | null;
  readonly #onTrouble: (trouble: StorageTrouble | null) => void;
  readonly #listeners = new Set<Listener>();
  readonly #held = new Held();
  /** Collections that were read whole, until one of their rows changes: copying thousands out of the database takes a frame. */
  readonly #whole = new Map<CollectionName, Promise<readonly object[]>>();
  #lastWrite: Promise<unknown> = Promise.resolve();
  #retry: ReturnType<typeof setTimeout> | undefined;
  #trouble: StorageTrouble | null = null;
  #isClosed = false;

  constructor(name: string, options: StoreOptions = {}) {
    this.name = name;
    this.clock = options.clock ?? new Clock();
    this.database = options.database ?? new Database(name);
    this.#onTrouble = options.onTrouble ?? (() => undefined);
    this.#channel = options.channel ?? null;
    if (this.#channel) this.#channel.onmessage = ({ data }) => this.#hear(data as News);
  }

  async get<C extends CollectionName>(collection: C, id: string): Promise<Entry<C> | undefined> {
    const [entry] = await this.getMany(collection, [id]);
    return entry;
  }

  async getMany<C extends CollectionName>(collection: C, ids: readonly string[]): Promise<Entry<C>[]> {
    const rows = await this.#read([collection], async (transaction) => {
      const store = transaction.objectStore(collection);
      return Promise.all(ids.map((id) => store.get(id) as Promise<Row | undefined>));
    });
    const byId = new Map((rows ?? []).map((row) => [row?.id, row]));
    const found = ids.map((id) => this.#held.row(collection, id) ?? byId.get(id));
    return found.filter((row) => row !== undefined).map((row) => entryOf(collection, row));
  }

  async all<C extends CollectionName>(collection: C): Promise<Entry<C>[]> {
    const rows = await (this.#whole.get(collection) ?? this.#readWhole(collection));
    // A copy: whoever asked may sort it.
    return rows.slice() as Entry<C>[];
  }

  async *pages<C extends CollectionName>(collection: C, size: number): AsyncGenerator<Entry<C>[]> {
    const visible = (rows: readonly Row[]) => rows.filter((row) => !isTrashed(row)).map((row) => entryOf(collection, row));
    const held = this.#held.rowsOf(collection);
    // The next page is on its way while this one is worked on.
    for (let coming: Promise<Row[]> | null = this.#page(collection, null, size); coming; ) {
      const rows: Row[] = await coming;
      coming = rows.length < size ? null : this.#page(collection, rows.at(-1)!.id, size);
      yield visible(rows.filter((row) => !held.has(row.id)));
    }
    if (held.size > 0) yield visible([...held.values()]);
  }

  async by<C extends CollectionName>(collection: C, field: string, key: string): Promise<Entry<C>[]> {
    if (!indexes[collection]?.includes(field)) throw new Error(`${collection} has no index on ${field}`);
    return this.#select(
      collection,
      (store) => store.index(field).getAll(key),
      (row) => row.fields[field] === key,
    );
  }

  async openItems(): Promise<Entry<"items">[]> {
    const rows = await this.#rows("items", (store) => store.index("open").getAll(), (row) => row.open !== undefined);
    rows.sort((one, other) => (one.open! < other.open! ? -1 : one.open! > other.open! ? 1 : 0));
    return rows.map((row) => entryOf("items", row));
  }

  async trashed(): Promise<Trashed[]> {
    const found = await Promise.all(
      collectionNames.map(async (collection) => {
        const rows = await this.#rows(collection, (store) => store.index("trashed_at").getAll(), isTrashed);
        return rows.map((row) => ({ collection, entry: entryOf(collection, row) }));
      }),
    );
    const at = ({ entry }: Trashed) => entry.trashed_at ?? "";
    return found.flat().sort((one, other) => (at(one) < at(other) ? 1 : at(one) > at(other) ? -1 : 0));
  }

  async everything(): Promise<KeptRow[]> {
    const stored = await this.#read([...collectionNames, MARKS, ASIDE], readEverything);
    const held = collectionNames.flatMap((collection) =>
      [...this.#held.rowsOf(collection).values()].map((row) => keptRow(collection, row, Object.keys(row.fields))),
    );
    const isHeld = new Set(held.map(keyOf));
    return [...(stored ?? []).filter((row) => !isHeld.has(keyOf(row))), ...held];
  }

  async merged(): Promise<ReadonlyMap<string, string>> {
    const isMerged = ({ fields }: Row) => (fields["merged_into"] ?? null) !== null;
    const rows = await this.#rows("people", (store) => store.index("merged_into").getAll(), isMerged);
    return new Map(rows.filter(isTrashed).map(({ id, fields }) => [id, fields["merged_into"] as string]));
  }

  async earlier(collection: CollectionName, id: string): Promise<readonly Kept[]> {
    return (await this.#read([VERSIONS], (transaction) => readEarlier(transaction, collection, id))) ?? [];
  }

  write(changes: readonly Change[]): Promise<readonly Change[]> {
    // One after the other, in the order of the taps, also where a lost connection makes one of them wait.
    const written = this.#lastWrite.then(() => this.#write(changes));
    this.#lastWrite = written.catch(() => undefined);
    return written;
  }

  async #write(changes: readonly Change[]): Promise<readonly Change[]> {
    const waiting = this.#held.changes;
    const all = [...waiting, ...changes];
    let undo: readonly Change[];
    try {
      undo = (await this.#put(all)).slice(waiting.length).flat();
      this.#held.clear(waiting.length);
      this.recovered();
    } catch (error) {
      // Nobody would ever store what a closed store held; long texts are in their mirrors.
      if (!(error instanceof StorageTrouble) || this.#isClosed) throw error;
      undo = await this.#hold(changes, error);
    }
    this.announce(new Set(all.map(({ collection }) => collection)), "person", all);
    return undo.toReversed();
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async unsentCount(): Promise<number> {
    const marked = await this.#read([MARKS], (transaction) => transaction.objectStore(MARKS).count());
    return (marked ?? 0) + this.#held.size;
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#retry);
    this.#listeners.clear();
    this.#channel?.close();
    this.database.close();
  }

  async destroy(): Promise<void> {
    this.close();
    mirrors.forgetAll(this.name);
    await this.database.destroy();
  }

  /** Tells this tab's listeners and the other tabs. For the sync engine too, after it stored what came in. */
  announce(collections: ReadonlySet<CollectionName>, by: ChangedBy, changed: readonly RowName[] | null): void {
    if (collections.size === 0) return;
    const rows = changed && changed.length <= MOST_NAMED ? changed.map(({ collection, id }) => ({ collection, id })) : null;
    this.#tell(collections, by, rows);
    this.#channel?.postMessage({ collections: [...collections], by, rows, offsetMs: this.clock.offsetMs } satisfies News);
  }

  /** Rows of every collection may have come. */
  announceAll(): void {
    this.announce(new Set(collectionNames), "server", null);
  }

  /** What a read or write of the sync engine ran into; it keeps no edits of its own. */
  report(trouble: StorageTrouble): void {
    this.#trouble = trouble;
    this.#onTrouble(trouble);
  }

  /** Something was stored: whatever was wrong is over. */
  recovered(): void {
    if (this.#trouble === null || this.#held.size > 0) return;
    this.#trouble = null;
    this.#onTrouble(null);
  }

  #hear({ collections, by, rows, offsetMs }: News): void {
    if (by === "server" && offsetMs !== this.clock.offsetMs) {
      this.clock.offsetMs = offsetMs;
      this.clock.lower();
    }
    // A tab of the release before names no rows.
    this.#tell(new Set(collections), by, rows ?? null);
  }

  #tell(collections: ReadonlySet<CollectionName>, by: ChangedBy, rows: readonly RowName[] | null): void {
    for (const collection of collections) this.#whole.delete(collection);
    for (const listener of [...this.#listeners]) listener(collections, by, rows);
  }

  /** In one transaction; per change, what would undo it. */
  #put(changes: readonly Change[]): Promise<Change[][]> {
    const stores = [...new Set(changes.map(({ collection }) => collection)), MARKS, VERSIONS];
    rememberNode(this.clock.node);
    return this.database.run(stores, "readwrite", async (transaction) => {
      const drafts = await readDrafts(transaction, changes);
      const kept: Kept[] = [];
      const undo: Change[][] = [];
      await eachInTurn(transaction, changes, (change) => {
        const draft = drafts.get(keyOf(change))!;
        const was = before(draft);
        const inverse = this.#edit(draft, change);
        if (inverse.length > 0) kept.push(...replaced(draft, was, Object.keys(change.set), this.clock.nowMs()));
        undo.push(inverse);
      });
      await eachInTurn(transaction, drafts.values(), (draft) => putDraft(transaction, draft));
      await keepEarlier(transaction, kept, this.clock.nowMs());
      return undo;
    });
  }

  #edit(draft: Draft, change: Change): Change[] {
    const undo = editRow(draft, change as RowEdit, this.clock);
    return undo ? [{ collection: change.collection, id: change.id, ...undo } as Change] : [];
  }

  async #hold(changes: readonly Change[], trouble: StorageTrouble): Promise<Change[]> {
    const undo: Change[] = [];
    for (const change of changes) {
      const { collection, id } = change;
      const stored = this.#held.row(collection, id) ? undefined : await this.#readRow(collection, id);
      undo.push(...this.#edit(this.#held.draft(collection, id, stored), change));
      this.#held.add(change);
    }
    this.report(trouble);
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => void this.write([]), RETRY_HELD_MS);
    return undo;
  }

  async #readRow(collection: CollectionName, id: string): Promise<Row | undefined> {
    return this.#read([collection], (transaction) => transaction.objectStore(collection).get(id) as Promise<Row | undefined>);
  }

  /** Undefined when the database cannot be read: what is held in memory is still shown. */
  async #read<T>(stores: readonly string[], work: (transaction: Transaction<"readonly">) => Promise<T>): Promise<T | undefined> {
    try {
      const found = await this.database.run(stores, "readonly", work);
      // That something can be read says nothing about a full disk.
      if (this.#trouble?.what !== "full") this.recovered();
      return found;
    } catch (error) {
      if (!(error instanceof StorageTrouble)) throw error;
      this.report(error);
      return undefined;
    }
  }

  async #select<C extends CollectionName>(
    collection: C,
    read: (store: ReadableStore) => Promise<Row[]>,
    belongs: (row: Row) => boolean,
  ): Promise<Entry<C>[]> {
    const rows = await this.#rows(collection, read, belongs);
    return rows.filter((row) => !isTrashed(row)).map((row) => entryOf(collection, row));
  }

  #readWhole(collection: CollectionName): Promise<readonly object[]> {
    const reading: Promise<readonly object[]> = this.#select(collection, (store) => store.getAll(), () => true);
    // Without word from other tabs nothing can be kept.
    if (!this.#channel) return reading;
    this.#whole.set(collection, reading);
    const forget = () => this.#whole.get(collection) === reading && this.#whole.delete(collection);
    reading.then((rows) => (rows.length > MOST_KEPT_WHOLE || this.#trouble) && forget(), forget);
    return reading;
  }

  async #page(collection: CollectionName, after: string | null, size: number): Promise<Row[]> {
    const range = after === null ? null : IDBKeyRange.lowerBound(after, true);
    return (await this.#read([collection], (transaction) => transaction.objectStore(collection).getAll(range, size))) ?? [];
  }

  async #rows(
    collection: CollectionName,
    read: (store: ReadableStore) => Promise<Row[]>,
    belongs: (row: Row) => boolean,
  ): Promise<Row[]> {
    const stored = await this.#read([collection], (transaction) => read(transaction.objectStore(collection as string)));
    const held = this.#held.rowsOf(collection);
    return [...(stored ?? []).filter((row) => !held.has(row.id)), ...[...held.values()].filter(belongs)];
  }
}

/** As many as take a few milliseconds. */
const atATime = 200;

/**
 * Thousands in one transaction (an import, and its undo) must not freeze the page: between two handfuls a request is
 * waited for, which lets taps and frames through and keeps the transaction open.
 */
async function eachInTurn<T>(transaction: Transaction<"readwrite">, all: Iterable<T>, work: (one: T) => void): Promise<void> {
  let done = 0;
  for (const one of all) {
    work(one);
    done += 1;
    if (done % atATime === 0) await transaction.objectStore(MARKS).getKey(["", ""]);
  }
}

type ReadableStore = ReturnType<Transaction<"readonly">["objectStore"]>;

async function readEverything(transaction: Transaction<"readonly">): Promise<KeptRow[]> {
  const marks = (await transaction.objectStore(MARKS).getAll()) as Marks[];
  const unsent = new Map(marks.map((mark) => [keyOf(mark), Object.keys(mark.fields)]));
  const known = await Promise.all(
    collectionNames.map(async (collection) => {
      const rows = (await transaction.objectStore(collection).getAll()) as Row[];
      return rows.map((row) => keptRow(collection, row, unsent.get(keyOf({ collection, id: row.id })) ?? []));
    }),
  );
  const aside = (await transaction.objectStore(ASIDE).getAll()) as { collection: string; id: string; fields?: Row["fields"] }[];
  return [...known.flat(), ...aside.map(({ collection, id, fields = {} }) => ({ collection, id, fields, unsent: [] }))];
}

function keptRow(collection: CollectionName, { id, fields }: Row, unsent: readonly string[]): KeptRow {
  return { collection, id, fields, unsent };
}
