// The index of the open store: made when somebody first searches, and never before; then kept true with every row that
// changes, here or by sync, while somebody looks, and caught up with when they look again. Put away while nobody sees
// the app, so that a phone gets its memory back.
//
// All of it in slices shorter than a frame. On the page and not in a worker: a slice costs nothing that is felt, edits
// that could not be stored yet are found too, and the store has one reader.

import { signal, type ReadonlySignal } from "@preact/signals";
import type { CollectionName } from "../../model/schema.ts";
import { keysOf, recordsOf, searchedCollections } from "../../model/search/records.ts";
import { SearchIndex } from "../../model/search/search-index.ts";
import type { Entry, RowName, Store } from "../../store/store.ts";

/** Rows read at once: their copying out of the database is one task. Fewer would only wait longer, 45 µs a row. */
const pageSize = 400;
/** With as much again for what else a frame has to do, on a phone four times slower. */
const sliceMs = 6;
/** How often what has been read so far is looked through, while there is more to read. */
const tellAgainMs = 300;
/** Up to so many records the index is asked after each page: 2 ms a time, and by then it is quick (see `rehearse`). */
const mostRehearsed = 4_000;
/** More changes than these, missed while nobody looked, take longer to catch up with than a new start. */
const mostMissed = 5_000;

const searched: ReadonlySet<CollectionName> = new Set(searchedCollections);

export class IndexKeeper {
  readonly #store: Store;
  #index: SearchIndex | null = null;
  /** Rows that changed since the index read them; null: everything may have. */
  #missed: Map<string, RowName> | null = null;
  #isWorking = false;
  #watchers = 0;
  readonly #changes = signal(0);
  readonly #isReady = signal(false);

  constructor(store: Store) {
    this.#store = store;
    store.subscribe((collections, _, rows) => this.#note(collections, rows));
    globalThis.document?.addEventListener("visibilitychange", () => {
      if (document.hidden && this.#watchers === 0) this.#putAway();
    });
  }

  /** What there is so far; it may still be growing. */
  get index(): SearchIndex {
    return this.#index ?? new SearchIndex();
  }

  /** Counts up when something else may be found. */
  get changes(): ReadonlySignal<number> {
    return this.#changes;
  }

  /** Whether everything has been read. */
  get isReady(): ReadonlySignal<boolean> {
    return this.#isReady;
  }

  watch(): () => void {
    this.#watchers += 1;
    void this.#work();
    return () => {
      this.#watchers -= 1;
    };
  }

  #note(collections: ReadonlySet<CollectionName>, rows: readonly RowName[] | null): void {
    if (!this.#index || ![...collections].some((collection) => searched.has(collection))) return;
    if (rows === null) this.#missed = null;
    for (const row of rows ?? []) if (searched.has(row.collection)) this.#missed?.set(`${row.collection}/${row.id}`, row);
    if (this.#watchers > 0) void this.#work();
    else if (!this.#missed || this.#missed.size > mostMissed) this.#putAway();
  }

  #putAway(): void {
    if (this.#isWorking) return;
    this.#index = null;
    this.#missed = null;
    this.#isReady.value = false;
  }

  async #work(): Promise<void> {
    if (this.#isWorking) return;
    this.#isWorking = true;
    try {
      while (!this.#missed || this.#missed.size > 0) {
        if (!this.#missed) await this.#readEverything();
        else await this.#readMissed(this.#missed);
        this.#changes.value += 1;
      }
      this.#isReady.value = true;
    } finally {
      this.#isWorking = false;
    }
  }

  /** The first time what was read is found at once; later the old answers stay until the new ones are whole. */
  async #readEverything(): Promise<void> {
    this.#missed = new Map();
    const fresh = new SearchIndex();
    const isFirst = !this.#index;
    this.#index ??= fresh;
    let toldMs = performance.now();
    for (const collection of searchedCollections) {
      for await (const page of this.#store.pages(collection, pageSize)) {
        await inSlices(page, (row) => put(fresh, collection, row));
        if (fresh.size <= mostRehearsed) fresh.rehearse();
        if (!isFirst || performance.now() - toldMs < tellAgainMs) continue;
        this.#changes.value += 1;
        toldMs = performance.now();
      }
    }
    this.#index = fresh;
  }

  async #readMissed(missed: Map<string, RowName>): Promise<void> {
    const names = [...missed.values()].slice(0, pageSize);
    for (const collection of searchedCollections) {
      const ids = names.filter((name) => name.collection === collection).map(({ id }) => id);
      if (ids.length === 0) continue;
      for (const id of ids) missed.delete(`${collection}/${id}`);
      const rows = new Map((await this.#store.getMany(collection, ids)).map((row) => [row.id, row]));
      await inSlices(ids, (id) => {
        for (const key of keysOf(collection, id)) this.#index?.remove(key);
        const row = rows.get(id);
        if (row && row.trashed_at === null) put(this.#index!, collection, row);
      });
    }
  }
}

function put<C extends CollectionName>(index: SearchIndex, collection: C, row: Entry<C>): void {
  for (const record of recordsOf(collection, row)) index.put(record);
}

/** Lets the page draw, and the person type, every few milliseconds. */
async function inSlices<T>(all: readonly T[], work: (one: T) => void): Promise<void> {
  let began = performance.now();
  for (const one of all) {
    work(one);
    if (performance.now() - began < sliceMs) continue;
    await breath();
    began = performance.now();
  }
}

function breath(): Promise<void> {
  const { scheduler } = globalThis as { readonly scheduler?: { readonly yield?: () => Promise<void> } };
  return scheduler?.yield?.() ?? new Promise((resolve) => setTimeout(resolve, 0));
}

const keepers = new WeakMap<Store, IndexKeeper>();

/** One for each store: another account's words are not found. */
export function keeperOf(store: Store): IndexKeeper {
  const keeper = keepers.get(store) ?? new IndexKeeper(store);
  keepers.set(store, keeper);
  return keeper;
}
