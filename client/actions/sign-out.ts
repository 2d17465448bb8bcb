/**
 * Leaving an account on this device: send what is unsent if the person wants to, clear the device, tell the server.
 *
 * Clearing does not wait for the server: somebody who hands the phone on in a tunnel must be able to. Only the server
 * can end the session, though, and scripts cannot reach its cookie; so "the server is still to be told" is noted in
 * localStorage, a word without any secret, and done at the next chance. Until then the cookie is not used for anything.
 */

import { deleteDB } from "idb";
import { ask, ServerProblem } from "../platform/server.ts";
import { sendUnsent, store, switchTo, type Account } from "../store/current.ts";
import { storage } from "../store/local-storage.ts";
import { say } from "./undo.ts";

export type SignOutOutcome =
  | { readonly kind: "signed-out"; readonly serverKnows: boolean }
  | { readonly kind: "failed"; readonly message: string };

/** There while the server is still to be told. */
const NOTE = "rebound.sign-out";
/** The name of a database that was to be removed, there until it is. */
const DOOMED = "rebound.doomed";
/** What is this browser's and not the account's. */
const KEPT_KEYS: readonly string[] = [NOTE, DOOMED, "rebound.theme"];
const APP_PREFIX = "rebound-";
const LOCAL_DATABASE = "rebound-local";

const DELETE_PATIENCE_MS = 5_000;
const TELL_EVERY_MS = 30_000;

const notTold =
  "This device is cleared. The server hears of it at the next connection; until then, keep this device to yourself.";

/**
 * Clears this device and opens the first page again. With `sendFirst`, nothing is cleared unless everything was sent.
 * Ask the person first when something is unsent.
 */
export async function signOut({ sendFirst }: { readonly sendFirst: boolean }): Promise<SignOutOutcome> {
  const unsent = sendFirst ? await sendUnsent() : 0;
  if (unsent > 0) return { kind: "failed", message: unsentWords(unsent) };
  return { kind: "signed-out", serverKnows: await leaveDevice() };
}

/** Clears this device of the account and opens the first page; whether the server was told that the session ends. */
export async function leaveDevice(): Promise<boolean> {
  storage.set(NOTE, "untold");
  await clearDevice();
  const serverKnows = await tellServer({ keepStorage: await othersAreKept() });
  // A fresh page holds nothing in memory, and registers the service worker again where the server had it removed.
  globalThis.location?.replace("/");
  return serverKnows;
}

/** Call once, when the app has started: finishes a sign-out that was cut short, and says so while it cannot. */
export async function startAccount(): Promise<void> {
  await removeDoomed();
  if (storage.get(NOTE) === null) return;
  try {
    await finishSignOut();
  } catch {
    say(notTold);
    keepTrying();
  }
}

/** Tells the server about a sign-out that it missed. Throws ServerProblem while it cannot be told. */
export async function finishSignOut(): Promise<void> {
  if (storage.get(NOTE) === null) return;
  // What the device holds by now was written after the sign-out, and stays.
  if (!(await tellServer({ keepStorage: true }))) throw new ServerProblem("offline", stillToTell);
}

/** Somebody signed in: the server ended the former session with that. What is theirs is not to be removed any more. */
export function forgetSignOut(account?: Account): void {
  storage.remove(NOTE);
  if (account && storage.get(DOOMED)?.endsWith(account.id)) storage.remove(DOOMED);
}

/** "online" says that there is a network, never that the server is there; so the clock helps. */
function keepTrying(): void {
  const tryAgain = () =>
    finishSignOut().then(
      () => {
        clearInterval(timer);
        globalThis.removeEventListener?.("online", tryAgain);
      },
      () => undefined, // the next time, then
    );
  const timer = setInterval(tryAgain, TELL_EVERY_MS);
  globalThis.addEventListener?.("online", tryAgain);
}

const stillToTell =
  "The server cannot be reached just now, and still has to hear that you signed out here. Try again when there is a network.";

function unsentWords(unsent: number): string {
  const what = unsent === 1 ? "1 change could not be sent and is" : `${unsent} changes could not be sent and are`;
  return `${what} only on this device, so nothing was cleared. Try again with a network, or sign out without sending.`;
}

async function clearDevice(): Promise<void> {
  const leaving = store.value;
  storage.set(DOOMED, leaving.name);
  await switchTo(null, { adopt: false });
  await withinReason(leaving.destroy().then(() => storage.remove(DOOMED)));
  for (const key of storage.keys()) if (isOf(leaving.name, key)) storage.remove(key);
  globalThis.sessionStorage?.clear();
  await clearCaches();
}

/** Another tab held on to it longer than anybody waits, or this one was killed meanwhile. */
async function removeDoomed(): Promise<void> {
  const name = storage.get(DOOMED);
  if (name === null || name === store.value.name) return;
  await withinReason(deleteDB(name).then(() => storage.remove(DOOMED)));
}

/** Words being typed are kept under their database's name; everything else of ours is of whoever uses the app now. */
function isOf(database: string, key: string): boolean {
  if (key.startsWith("rebound.typing/")) return key.startsWith(`rebound.typing/${database}/`);
  return key.startsWith("rebound.") && !KEPT_KEYS.includes(key);
}

/** The releases of the app itself stay: without them a device signed out offline could not even open. */
async function clearCaches(): Promise<void> {
  const names = (await globalThis.caches?.keys().catch(() => [])) ?? [];
  await Promise.all(names.filter((name) => !name.startsWith(APP_PREFIX)).map((name) => caches.delete(name)));
}

/** Whether this browser also keeps the journal of an account that is not the one being left. */
async function othersAreKept(): Promise<boolean> {
  const databases = (await globalThis.indexedDB?.databases?.().catch(() => [])) ?? [];
  return databases.some(({ name }) => name?.startsWith(APP_PREFIX) && name !== LOCAL_DATABASE);
}

async function tellServer({ keepStorage }: { readonly keepStorage: boolean }): Promise<boolean> {
  try {
    await ask({ method: "DELETE", path: keepStorage ? "/api/session?keep=storage" : "/api/session" });
  } catch (error) {
    if (!(error instanceof ServerProblem)) throw error;
    // 401: it knew already, and only its answer was lost. 410: the account itself is no more.
    if (error.status !== 401 && error.status !== 410) return false;
  }
  forgetSignOut();
  return true;
}

async function withinReason(work: Promise<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, DELETE_PATIENCE_MS)));
  try {
    await Promise.race([work, late]);
  } catch {
    // What fails now is tried again at the next start.
  } finally {
    clearTimeout(timer);
  }
}
