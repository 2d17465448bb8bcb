// The engine's surroundings in a real browser.

import { BACKGROUND_TAG } from "./background-tag.ts";
import type { PageEvent, Surroundings } from "./surroundings.ts";

export const browserSurroundings: Surroundings = {
  now: () => Date.now(),
  random: () => Math.random(),
  setTimeout: (run, millis) => setTimeout(run, millis),
  clearTimeout: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
  isOnline: () => navigator.onLine,
  isVisible: () => document.visibilityState === "visible",
  listen,
  ifFree,
  whenFree,
  sendLater,
  openStream: typeof EventSource === "undefined" ? null : openStream,
};

function listen(listener: (event: PageEvent) => void): () => void {
  const visibility = (): void => listener(document.visibilityState === "visible" ? "shown" : "hidden");
  const events: readonly (readonly [EventTarget, string, () => void])[] = [
    [window, "online", () => listener("online")],
    [window, "offline", () => listener("offline")],
    [window, "focus", () => listener("shown")],
    [document, "visibilitychange", visibility],
    // A page that goes into the back-forward cache, or is closed where visibilitychange is not fired.
    [window, "pagehide", () => listener("hidden")],
  ];
  for (const [target, type, heard] of events) target.addEventListener(type, heard);
  return () => {
    for (const [target, type, heard] of events) target.removeEventListener(type, heard);
  };
}

async function ifFree<T>(lock: string, work: () => Promise<T>): Promise<T | undefined> {
  if (!navigator.locks) return work();
  return navigator.locks.request(lock, { ifAvailable: true }, (held) => (held ? work() : undefined));
}

async function whenFree(lock: string, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return work();
  try {
    await navigator.locks.request(lock, { signal }, work);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** Background Sync is Chromium's; the others send when a page is opened. */
function sendLater(): void {
  type Registration = ServiceWorkerRegistration & { readonly sync?: { register(tag: string): Promise<void> } };
  const registered = navigator.serviceWorker?.getRegistration() as Promise<Registration | undefined> | undefined;
  registered?.then((registration) => registration?.sync?.register(BACKGROUND_TAG)).catch(() => undefined);
}

function openStream(url: string, heard: { opened: () => void; message: () => void; failed: () => void }): () => void {
  const stream = new EventSource(url);
  stream.onopen = heard.opened;
  stream.onmessage = heard.message;
  stream.onerror = heard.failed;
  return () => stream.close();
}
