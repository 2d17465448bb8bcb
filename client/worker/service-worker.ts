/**
 * Keeps one release of the app, whole: the built files, the shell, the manifest, the icons. One visit fills it,
 * and from then on every screen opens without the network. It keeps nothing of /api: rows live in IndexedDB, from
 * where it sends what is unsent when the network is back and no page is open.
 */

import { sendInBackground } from "../sync/background.ts";
import { BACKGROUND_TAG } from "../sync/background-tag.ts";
import { putSharedWords, SCREEN_FOR_SHARED, SHARE_ADDRESS } from "../platform/shared-words.ts";

declare const self: ServiceWorkerGlobalScope;
// Both are put in by client/build.mjs.
declare const PRECACHED: readonly string[];
declare const REVISION: string;

const CACHE_PREFIX = "rebound-";
const CACHE = CACHE_PREFIX + REVISION;
const SHELL = "/app-shell";
const isPrecached = new Set(PRECACHED);

// 1. A new release is fetched whole, beside the old one, which goes on serving. If anything is missing, nothing is kept.
self.addEventListener("install", (event) => {
  event.waitUntil(keepRelease());
});

// 2. It waits until no page of the old release is open, or until a page says it may take over.
self.addEventListener("message", (event) => {
  if (event.data === "take-over") void self.skipWaiting();
});

// 3. Only now, complete and in charge, it drops older releases; and it serves the page of the very first visit too.
self.addEventListener("activate", (event) => {
  event.waitUntil(dropOtherReleases().then(() => self.clients.claim()));
});

// 4. Screens come from the kept shell, never from the network first: a lift has a network that answers nothing.
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method === "POST" && request.mode === "navigate" && origin === self.location.origin && pathname === SHARE_ADDRESS) {
    event.respondWith(takeShared(request));
    return;
  }
  if (request.method !== "GET" || origin !== self.location.origin || pathname.startsWith("/api/")) return;
  if (request.mode === "navigate" && isScreen(pathname)) {
    event.respondWith(kept(SHELL, request));
  } else if (isPrecached.has(pathname)) {
    event.respondWith(kept(pathname, request));
  }
});

// 5. The network is back (Background Sync, asked for by a page that could not send). If it goes badly the browser asks
// again, by its own patience.
self.addEventListener("sync", (event) => {
  const { tag } = event as SyncEvent;
  if (tag === BACKGROUND_TAG) (event as SyncEvent).waitUntil(sendInBackground());
});

/** Words from another app stay on the device; the screen that takes them is an address without them. */
async function takeShared(request: Request): Promise<Response> {
  await putSharedWords(await request.formData());
  return Response.redirect(SCREEN_FOR_SHARED, 303);
}

/** Chromium's; TypeScript's library does not know it. */
interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}

async function keepRelease(): Promise<void> {
  try {
    const cache = await caches.open(CACHE);
    await Promise.all(PRECACHED.map(async (path) => cache.put(path, await obtain(path))));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

async function obtain(path: string): Promise<Response> {
  // A built file's name is its content, so the copy of an earlier release is as good and costs no one's data plan; as
  // does the one the page has just fetched.
  const isBuilt = path.startsWith("/static/build/");
  const known = isBuilt ? await caches.match(path, { ignoreVary: true }) : undefined;
  if (known) return known;
  const response = await fetch(path, { cache: isBuilt ? "default" : "reload" });
  if (!response.ok || response.redirected) throw new Error(`${path} answered ${response.status}`);
  // Fetched while the server changed releases, the shell would name files that are not in this cache.
  if (path === SHELL && response.headers.get("Rebound-Revision") !== REVISION) {
    throw new Error(`the shell is of another release than ${REVISION}`);
  }
  return response;
}

async function dropOtherReleases(): Promise<void> {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(CACHE_PREFIX) && name !== CACHE);
  await Promise.all(others.map((name) => caches.delete(name)));
}

function isScreen(pathname: string): boolean {
  return !isPrecached.has(pathname) && !pathname.startsWith("/static/") && pathname !== "/healthz";
}

async function kept(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  // A cache that lost an entry (the browser was short of space) falls back on the network.
  return (await cache.match(path, { ignoreVary: true })) ?? fetch(request);
}
