// Which store is open, whose it is, and how its sync stands. One database for each account, one for "no account yet".
//
// The choice is in localStorage, so every tab makes the same one and hears when another changes it.

import { computed, signal, type ReadonlySignal } from "@preact/signals";
import type { Engine } from "../sync/engine.ts";
import { localState, startingState, syncStateOf, type SyncState } from "../sync/state.ts";
import { Database, type StorageTrouble, type TroubleKind } from "./database.ts";
import { storage } from "./local-storage.ts";
import * as mirrors from "./mirrors.ts";
import { LocalStore, type Store } from "./store.ts";
import { flushTyping, recoverTyping } from "./typing.ts";

export type { SyncState } from "../sync/state.ts";

export interface Account {
  readonly id: string;
  readonly name: string;
}

const ACCOUNT_KEY = "rebound.account";
/** The account that the server says is no more, for as long as this device still holds what it kept of it. */
const GONE_KEY = "rebound.gone";
/** The account that is taking over what was kept before there was one, until it has all of it. */
const ADOPTING_KEY = "rebound.adopting";
const LOCAL = "rebound-local";

const trouble = signal<StorageTrouble | null>(null);
const currentAccount = signal<Account | null>(null);
const current = signal<LocalStore>(makeStore(null));
const found = signal<SyncState>(localState);
let engine: Engine | null = null;
/** Settles when there is an engine, or none is wanted. */
let starting: Promise<void> = Promise.resolve();

const goneId = signal<string | null>(null);

export const store: ReadonlySignal<Store> = current;
export const account: ReadonlySignal<Account | null> = currentAccount;
/** The account that is open here was deleted elsewhere: a copy may be kept, then this device is cleared. */
export const isGone: ReadonlySignal<boolean> = computed(() => goneId.value !== null && goneId.value === currentAccount.value?.id);
export const syncState: ReadonlySignal<SyncState> = computed(() =>
  trouble.value === null ? found.value : { ...found.value, kind: "look", why: "storage" },
);

/** What keeps this device from storing: writes are held in memory meanwhile, and the person is told. */
export const storageTrouble: ReadonlySignal<null | { what: TroubleKind; message: string }> = computed(() =>
  trouble.value === null ? null : { what: trouble.value.what, message: trouble.value.message },
);

/** Opens the database of whoever uses this browser. Called once, when the app starts. */
export async function openCurrentStore(): Promise<void> {
  mirrors.claimTab();
  globalThis.addEventListener?.("storage", ({ key }) => {
    // Null: everything was cleared.
    if (key === ACCOUNT_KEY || key === null) void open(readAccount());
    if (key === GONE_KEY) goneId.value = storage.get(GONE_KEY);
  });
  await open(readAccount());
}

/**
 * Goes over to an account, or to none, in this tab and the others. `adopt`: what was kept without an account becomes
 * the account's. Leaves the former account's database where it is; whoever signs out destroys it.
 */
export async function switchTo(next: Account | null, { adopt }: { readonly adopt: boolean }): Promise<void> {
  await flushTyping();
  if (next && adopt && currentAccount.value === null) storage.set(ADOPTING_KEY, next.id);
  if (next) storage.set(ACCOUNT_KEY, JSON.stringify(next));
  else storage.remove(ACCOUNT_KEY);
  await open(next);
}

/** The open account has another name now. Nothing else of it changes, so nothing is opened again. */
export function noteName(name: string): void {
  const known = currentAccount.value;
  if (known === null || known.name === name) return;
  currentAccount.value = { ...known, name };
  storage.set(ACCOUNT_KEY, JSON.stringify(currentAccount.value));
}

/** For a person who asks, and after signing in again: whatever failed before. */
export function syncNow(): void {
  void engine?.sync();
}

/** Sends what is unsent, as far as it can be sent now; resolves to how many changes are still only here. */
export async function sendUnsent(): Promise<number> {
  await flushTyping();
  await starting;
  await engine?.sync();
  return current.value.unsentCount();
}

async function open(next: Account | null): Promise<void> {
  const before = current.value;
  engine?.stop();
  engine = null;
  if (before.name !== nameOf(next)) {
    trouble.value = null;
    current.value = makeStore(next);
    before.close();
  }
  currentAccount.value = next;
  found.value = next === null ? localState : startingState;
  goneId.value = storage.get(GONE_KEY);
  // Ahead, beside the database; nothing that is shown waits for it.
  if (next !== null) fetchRunning().catch(() => undefined);
  await finishAdoption(next);
  await recoverTyping(current.value);
  // By id: it may have got another name meanwhile. With an engine, a later opening of the same account was faster.
  if (!next || currentAccount.value?.id !== next.id || engine !== null) return;
  if (isGone.value) found.value = syncStateOf({ unsent: await current.value.unsentCount(), savedAt: null, isOnline: true, why: "gone" });
  else starting = startEngine(next, current.value);
}

/** Longer than a network that changes; nothing is lost meanwhile, for whoever came this far has it all on the device. */
const FETCH_AGAIN_MS = 5_000;

/** Sync comes as a part of the script of its own, behind the start. */
function fetchRunning(): Promise<typeof import("../sync/running.ts")> {
  return import("../sync/running.ts");
}

async function startEngine(owner: Account, opened: LocalStore): Promise<void> {
  const isWanted = () => current.value === opened && engine === null;
  const running = await fetchRunning().catch(() => null);
  if (!isWanted()) return;
  if (running === null) {
    setTimeout(() => void (isWanted() && (starting = startEngine(owner, opened))), FETCH_AGAIN_MS);
    return;
  }
  engine = running.startEngine(owner.id, {
    store: opened,
    onState: (state) => {
      found.value = state;
      if (state.why === "gone") noteGone(owner);
    },
    isCurrent: () => readAccount()?.id === owner.id,
  });
}

/** Also for a start without a network: the server need not say it twice. */
function noteGone(owner: Account): void {
  storage.set(GONE_KEY, owner.id);
  goneId.value = owner.id;
}

/** Also after a start that was killed in the middle of it. */
async function finishAdoption(next: Account | null): Promise<void> {
  if (next === null || storage.get(ADOPTING_KEY) !== next.id) return;
  const into = current.value;
  const running = await fetchRunning().catch(() => null);
  // At the next start, then.
  if (running === null) return;
  const local = new Database(LOCAL);
  await exclusively("rebound.adopt", () => running.adoptRows(local, into.database));
  mirrors.move(LOCAL, into.name);
  storage.remove(ADOPTING_KEY);
  // Not waited for: it comes through when the other tabs have let go, and it is empty in any case.
  void local.destroy().catch(() => undefined);
  into.announceAll();
}

/** One tab at a time, where the browser has locks. */
async function exclusively<T>(lock: string, work: () => Promise<T>): Promise<T> {
  return globalThis.navigator?.locks ? await navigator.locks.request(lock, work) : work();
}

function makeStore(owner: Account | null): LocalStore {
  const name = nameOf(owner);
  const channel = typeof window === "undefined" ? null : new BroadcastChannel(name);
  const made: LocalStore = new LocalStore(name, {
    channel,
    // A store that was left has no say any more.
    onTrouble: (what) => {
      if (current.value === made) trouble.value = what;
    },
  });
  return made;
}

function nameOf(owner: Account | null): string {
  return owner === null ? LOCAL : `rebound-${owner.id}`;
}

function readAccount(): Account | null {
  try {
    const stored = JSON.parse(storage.get(ACCOUNT_KEY) ?? "null") as Account | null;
    return typeof stored?.id === "string" ? stored : null;
  } catch {
    // Not ours; as good as none.
    return null;
  }
}
