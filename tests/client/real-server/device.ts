// A device with its tabs: the real store and the real engine on a database of its own. Its clock, its network and the
// deaths of its tabs are in the test's hands; nothing is sent by a timer.

import "fake-indexeddb/auto";
import { Clock } from "../../../client/model/clock.ts";
import type { CollectionName } from "../../../client/model/schema.ts";
import { Database, type Mode, type Transaction } from "../../../client/store/database.ts";
import { collectionNames } from "../../../client/store/rows.ts";
import { LocalStore, type Change, type Channel } from "../../../client/store/store.ts";
import { Engine } from "../../../client/sync/engine.ts";
import type { SyncState } from "../../../client/sync/state.ts";
import type { Surroundings } from "../../../client/sync/surroundings.ts";
import { createTransport } from "../../../client/sync/transport.ts";
import { Network } from "./network.ts";
import type { Account, RealServer } from "./server.ts";

let devices = 0;

export class Device {
  readonly account: Account;
  readonly network: Network;
  readonly database: string;
  readonly tabs: Tab[] = [];
  /** What this device's clock is ahead of the true time. */
  clockMs = 0;
  /** The locks that are held, and by which tab; a tab's death frees its own. */
  readonly held = new Map<string, Tab>();
  readonly #hub = new Hub();

  constructor(server: RealServer, account: Account) {
    devices += 1;
    this.account = account;
    this.network = new Network(server.url, account.cookie);
    this.database = `device-${devices}-${account.id}`;
  }

  now(): number {
    return Date.now() + this.clockMs;
  }

  tab(): Tab {
    const tab = new Tab(this, this.#hub.channel());
    this.tabs.push(tab);
    return tab;
  }

  /** The tab in front, or a new one. */
  get front(): Tab {
    return this.tabs.find((tab) => tab.isAlive) ?? this.tab();
  }
}

export class Tab {
  readonly database: MortalDatabase;
  readonly store: LocalStore;
  readonly engine: Engine;
  state: SyncState | null = null;
  isAlive = true;
  isCurrent = true;

  readonly #device: Device;

  constructor(device: Device, channel: Channel) {
    this.#device = device;
    this.database = new MortalDatabase(device.database);
    const clock = new Clock({ now: () => device.now() });
    this.store = new LocalStore(device.database, { clock, channel, database: this.database });
    this.engine = new Engine({
      store: this.store,
      transport: createTransport({ account: device.account.id, fetch: device.network.fetch, now: () => device.now() }),
      around: stillSurroundings(device, this),
      onState: (state) => (this.state = state),
      isCurrent: () => this.isCurrent,
    });
  }

  async write(...changes: readonly Change[]): Promise<readonly Change[]> {
    return this.store.write(changes);
  }

  async sync(): Promise<SyncState | null> {
    await this.engine.sync();
    return this.state;
  }

  /** As if the system had taken the memory: no farewell, and what was under way never ends. */
  kill(): void {
    this.isAlive = false;
    this.database.die();
    this.engine.stop();
    for (const [lock, holder] of this.#device.held) if (holder === this) this.#device.held.delete(lock);
  }
}

/** A database that can die between any two transactions, or in the middle of one. */
export class MortalDatabase extends Database {
  #isDead = false;
  #death: { readonly after: number; readonly how: "before commit" | "after commit" } | null = null;
  #died: (() => void) | null = null;
  transactions = 0;

  die(): void {
    this.#isDead = true;
  }

  /** Dies in its nth transaction from now; resolves when that has happened. */
  dieIn(nth: number, how: "before commit" | "after commit"): Promise<void> {
    this.#death = { after: this.transactions + nth, how };
    return new Promise((resolve) => {
      this.#died = resolve;
    });
  }

  override async run<T, M extends Mode>(
    stores: readonly string[],
    mode: M,
    work: (transaction: Transaction<M>) => Promise<T>,
    durability?: IDBTransactionDurability,
  ): Promise<T> {
    this.transactions += 1;
    const dies = this.#death !== null && this.transactions === this.#death.after ? this.#death.how : null;
    if (this.#isDead) return new Promise<T>(() => undefined);
    if (dies === "before commit") {
      await super.run(stores, mode, async (transaction) => {
        await work(transaction);
        throw new DyingWords();
      }, durability).catch(() => undefined);
    } else {
      const result = await super.run(stores, mode, work, durability);
      if (!this.#isDead && dies === null) return result;
    }
    this.#isDead = true;
    this.#died?.();
    return new Promise<T>(() => undefined);
  }
}

class DyingWords extends Error {}

function stillSurroundings(device: Device, tab: Tab): Surroundings {
  return {
    now: () => device.now(),
    random: () => 0.5,
    setTimeout: () => undefined,
    clearTimeout: () => undefined,
    isOnline: () => true,
    isVisible: () => true,
    listen: () => () => undefined,
    ifFree: async (lock, work) => {
      if (device.held.has(lock)) return undefined;
      device.held.set(lock, tab);
      try {
        return await work();
      } finally {
        if (device.held.get(lock) === tab) device.held.delete(lock);
      }
    },
    whenFree: async (_lock, _signal, work) => work(),
    sendLater: () => undefined,
    openStream: null,
  };
}

/** The tabs of one device, hearing each other a moment later. */
class Hub {
  readonly #channels = new Set<Channel>();

  channel(): Channel {
    const channels = this.#channels;
    const channel: Channel = {
      onmessage: null,
      postMessage: (data) => {
        for (const other of channels) {
          if (other !== channel) queueMicrotask(() => other.onmessage?.({ data: structuredClone(data) } as MessageEvent));
        }
      },
      close: () => channels.delete(channel),
    };
    channels.add(channel);
    return channel;
  }
}

export type Journal = Record<string, Record<string, unknown>>;

/** All that a device shows, trashed rows too: `collection/id` → the fields that are not null. */
export async function journalOf({ store }: Tab): Promise<Journal> {
  const journal: Journal = {};
  for (const collection of collectionNames) {
    const entries = [...(await store.all(collection))] as { id: string }[];
    for (const trashed of await store.trashed()) if (trashed.collection === collection) entries.push(trashed.entry);
    for (const { id, ...fields } of entries) journal[`${collection}/${id}`] = written(fields);
  }
  return withoutErased(journal);
}

/** What the server has, by asking as a device would that has nothing. */
export async function journalOn(server: RealServer, account: Account): Promise<Journal> {
  const journal: Journal = {};
  for (let cursor = 0, more = true; more; ) {
    const body = JSON.stringify({ schema: 1, device: crypto.randomUUID(), epoch: null, cursor, ops: [] });
    const headers = { "Content-Type": "application/json", Cookie: account.cookie, Origin: server.url };
    const response = await fetch(`${server.url}/api/sync`, { method: "POST", headers, body });
    const answer = (await response.json()) as { cursor: number; more: boolean; changes: { collection: CollectionName; id: string; fields: object }[] };
    for (const { collection, id, fields } of answer.changes) journal[`${collection}/${id}`] = written(fields);
    ({ cursor, more } = answer);
  }
  return withoutErased(journal);
}

function written(fields: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null).sort());
}

function withoutErased(journal: Journal): Journal {
  const isErased = (fields: Record<string, unknown>) => Object.keys(fields).join() === "trashed_at";
  return Object.fromEntries(Object.entries(journal).filter(([, fields]) => !isErased(fields)).sort());
}
