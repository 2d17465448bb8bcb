// What the service worker does when the network is back and no page of ours is open (Background Sync): sends what is
// unsent, as a page would, once. Whoever opens Rebound next finds it done.

import { Clock } from "../model/clock.ts";
import { LocalStore } from "../store/store.ts";
import { Exchange } from "./exchange.ts";
import { createTransport } from "./transport.ts";

const ACCOUNT_DATABASE = /^rebound-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Throws when something is still unsent, so that the browser tries again by its own patience. */
export async function sendInBackground(): Promise<void> {
  const databases = await indexedDB.databases();
  const accounts = databases.map(({ name }) => ACCOUNT_DATABASE.exec(name ?? "")?.[1]).filter((id) => id !== undefined);
  for (const account of accounts) {
    const left = await sendFor(account);
    if (left > 0) throw new Error(`${left} changes are still only on this device`);
  }
}

async function sendFor(account: string): Promise<number> {
  const name = `rebound-${account}`;
  const store = new LocalStore(name, { clock: new Clock(), channel: new BroadcastChannel(name) });
  try {
    const unsent = await store.unsentCount();
    if (unsent === 0) return 0;
    // A page that is awake is at it already.
    const left = await navigator.locks.request(`rebound.sync/${name}`, { ifAvailable: true }, async (lock) => {
      return lock ? exchangeAll(store, account) : 0;
    });
    return left;
  } finally {
    store.close();
  }
}

async function exchangeAll(store: LocalStore, account: string): Promise<number> {
  const exchange = new Exchange(store, createTransport({ account }));
  store.clock.offsetMs = (await exchange.readMeta()).offsetMs;
  for (let step = await exchange.step(); ; step = await exchange.step()) {
    // Signed out, too old, refused: trying again by itself would not help; the next page says so.
    if (step.kind === "unreachable" || step.kind === "busy") return store.unsentCount();
    if (step.kind !== "done" || !step.isMore) return 0;
  }
}
