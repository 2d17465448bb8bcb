// Live queries: a view says which collections its question reads, and is painted again when one of them changes.
// Answers are cached by key, so going back paints at once and corrects itself a moment later if something changed.

import { useEffect, useRef, useState } from "preact/hooks";
import type { CollectionName } from "../model/schema.ts";
import { store as currentStore } from "./current.ts";
import type { Store } from "./store.ts";

type Run<T> = (store: Store) => Promise<T>;

/** Enough for every screen a person goes back and forth between. */
const MAX_CACHED = 60;

/** One question and its latest answer. */
export class LiveQuery<T> {
  answer: T | undefined;
  failure: unknown;
  readonly collections: ReadonlySet<CollectionName>;
  readonly #watchers = new Set<() => void>();
  #run: Run<T>;
  #isRunning = false;
  /** Asked again while running, or never asked: the answer may be old. */
  #isStale = true;

  constructor(collections: readonly CollectionName[], run: Run<T>) {
    this.collections = new Set(collections);
    this.#run = run;
  }

  /** The view's latest closure; the key, not the closure, says whether the question is the same. */
  renew(run: Run<T>): void {
    this.#run = run;
  }

  /** `painted`: the answer the watcher knows. One that came before it watched is told at once. */
  watch(watcher: () => void, store: Store, painted: T | undefined): () => void {
    this.#watchers.add(watcher);
    if (this.answer !== painted || this.failure !== undefined) watcher();
    void this.refresh(store);
    return () => this.#watchers.delete(watcher);
  }

  /** Something it reads has changed: asked again at once if somebody is watching, else when somebody comes back. */
  invalidate(store: Store): void {
    this.#isStale = true;
    if (this.#watchers.size > 0) void this.refresh(store);
  }

  async refresh(store: Store): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    while (this.#isStale) {
      this.#isStale = false;
      try {
        this.answer = await this.#run(store);
        this.failure = undefined;
      } catch (error) {
        this.failure = error;
      }
      for (const watcher of [...this.#watchers]) watcher();
    }
    this.#isRunning = false;
  }

  get isWatched(): boolean {
    return this.#watchers.size > 0;
  }
}

/** The live queries of one store; a new account starts with none. */
export class LiveQueries {
  readonly #store: Store;
  readonly #byKey = new Map<string, LiveQuery<unknown>>();

  constructor(store: Store) {
    this.#store = store;
    store.subscribe((changed) => {
      for (const query of this.#byKey.values()) {
        if ([...changed].some((collection) => query.collections.has(collection))) query.invalidate(store);
      }
    });
  }

  of<T>(key: readonly unknown[], collections: readonly CollectionName[], run: Run<T>): LiveQuery<T> {
    const name = JSON.stringify(key);
    const query = this.#byKey.get(name) ?? new LiveQuery<unknown>(collections, run);
    query.renew(run);
    // Last in the map: used last.
    this.#byKey.delete(name);
    this.#byKey.set(name, query);
    this.#forgetOldest();
    return query as LiveQuery<T>;
  }

  watch<T>(query: LiveQuery<T>, watcher: () => void, painted: T | undefined): () => void {
    return query.watch(watcher, this.#store, painted);
  }

  #forgetOldest(): void {
    for (const [name, query] of this.#byKey) {
      if (this.#byKey.size <= MAX_CACHED) return;
      if (!query.isWatched) this.#byKey.delete(name);
    }
  }
}

const queriesOf = new WeakMap<Store, LiveQueries>();

function liveQueries(store: Store): LiveQueries {
  const queries = queriesOf.get(store) ?? new LiveQueries(store);
  queriesOf.set(store, queries);
  return queries;
}

/**
 * The latest answer of `run`, undefined before the first. Runs again when one of `collections` changes. `key` names
 * the question with all its parameters. What `run` throws is thrown in the render, for an error boundary.
 */
export function useQuery<T>(
  key: readonly unknown[],
  collections: readonly CollectionName[],
  run: (store: Store) => Promise<T>,
): T | undefined {
  const queries = liveQueries(currentStore.value);
  const query = queries.of(key, collections, run);
  const [, repaint] = useState(0);
  const painted = useRef<T | undefined>(undefined);
  painted.current = query.answer;
  // Another view may have asked the same, and the answer have come after this one was painted and before it watches.
  useEffect(
    () => queries.watch(query, () => repaint((count) => count + 1), painted.current),
    [queries, query],
  );
  if (query.failure !== undefined) throw query.failure;
  return query.answer;
}
