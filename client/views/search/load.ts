// The rows behind the hits on the screen, and those they are named after, read from the store: the index holds no texts.

import { deviceZone } from "../../model/days.ts";
import type { CollectionName } from "../../model/schema.ts";
import type { Group } from "../../model/search/groups.ts";
import { rowOfKey } from "../../model/search/records.ts";
import type { Found } from "../../model/search/search-index.ts";
import type { Entry, Store } from "../../store/store.ts";
import { resultOf, type Known, type Result } from "./result.ts";

export interface ResultGroup {
  readonly group: Group;
  readonly results: readonly Result[];
  /** How many there are, shown or not. */
  readonly count: number;
}

export async function loadResults(store: Store, found: Found, query: string, nowMs: number): Promise<readonly ResultGroup[]> {
  const rows = new Rows(store);
  const keys = found.groups.flatMap(({ hits }) => hits.map(({ key }) => rowOfKey(key)));
  await rows.read(keys);
  await rows.read(keys.flatMap(({ collection, id }) => namesOf(collection, rows.get(collection, id))));
  await rows.read([...rows.of("checklists")].flatMap((list) => namesOf("checklists", list)));
  const around = { known: rows, nowMs, zone: deviceZone() };
  return found.groups.map(({ group, hits, count }) => ({
    group,
    count,
    results: hits.map((hit) => resultOf(hit, query, around)).filter((result) => result !== null),
  }));
}

interface Name {
  readonly collection: CollectionName;
  readonly id: string | null;
}

const subjects = { interview: "interviews", win: "wins", plan: "plans", person: "people" } as const;

/** What a row's result is named after. */
function namesOf(collection: CollectionName, row: object | undefined): readonly Name[] {
  const names = (row ?? {}) as Partial<Record<string, string | null>>;
  switch (collection) {
    case "rounds":
    case "feedback":
      return [{ collection: "interviews", id: names["interview"] ?? null }];
    case "attendances":
      return [
        { collection: "interviews", id: names["interview"] ?? null },
        { collection: "people", id: names["person"] ?? null },
      ];
    case "touches":
      return [{ collection: "people", id: names["person"] ?? null }];
    case "decision_parts":
      return [{ collection: "decisions", id: names["decision"] ?? null }];
    case "items":
      return [{ collection: "checklists", id: names["checklist"] ?? null }];
    case "playbook_steps":
      return [{ collection: "playbooks", id: names["playbook"] ?? null }];
    case "checklists": {
      const kind = names["subject_kind"] as keyof typeof subjects | null | undefined;
      return kind ? [{ collection: subjects[kind], id: names["subject_id"] ?? null }] : [];
    }
    default:
      return [];
  }
}

/** Rows read so far; each one once. */
class Rows implements Known {
  readonly #store: Store;
  readonly #byCollection = new Map<CollectionName, Map<string, Entry<CollectionName>>>();

  constructor(store: Store) {
    this.#store = store;
  }

  async read(names: readonly Name[]): Promise<void> {
    const collections = new Set(names.map(({ collection }) => collection));
    await Promise.all(
      [...collections].map(async (collection) => {
        const known = this.#byCollection.get(collection) ?? new Map<string, Entry<CollectionName>>();
        this.#byCollection.set(collection, known);
        const ids = new Set(names.flatMap((name) => (name.collection === collection && name.id && !known.has(name.id) ? name.id : [])));
        for (const row of await this.#store.getMany(collection, [...ids])) known.set(row.id, row);
      }),
    );
  }

  get<C extends CollectionName>(collection: C, id: string | null): Entry<C> | undefined {
    return id === null ? undefined : (this.#byCollection.get(collection)?.get(id) as Entry<C> | undefined);
  }

  of<C extends CollectionName>(collection: C): IterableIterator<Entry<C>> {
    return (this.#byCollection.get(collection) ?? new Map()).values() as IterableIterator<Entry<C>>;
  }
}
