/**
 * Registers the service worker and knows when a new release waits. The worker's address is the only script
 * address the app ever makes, so it is the only one its Trusted Types policy lets through.
 */

import { type ReadonlySignal, signal } from "@preact/signals";

const WORKER = "/service-worker.js";
const CHECK_EVERY_MS = 60 * 60 * 1000;

const isReady = signal(false);
let waiting: ServiceWorker | null = null;
let isTakingOver = false;
let isTouched = false;

/** A new release is downloaded whole and waits; `takeUpdate` starts it. */
export const updateReady: ReadonlySignal<boolean> = isReady;

/** Call once, at start. Costs nothing until the page has loaded. */
export function startOffline(): void {
  if (!("serviceWorker" in navigator)) return;
  for (const type of ["pointerdown", "keydown"]) {
    addEventListener(type, () => (isTouched = true), { once: true, capture: true, passive: true });
  }
  if (document.readyState === "complete") void register();
  else addEventListener("load", () => void register(), { once: true });
}

/** Lets the waiting release take over and opens the page again with it. */
export function takeUpdate(): void {
  if (!waiting || isTakingOver) return;
  isTakingOver = true;
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  waiting.postMessage("take-over");
}

async function register(): Promise<void> {
  let registration: ServiceWorkerRegistration;
  try {
    // The types of register() do not know TrustedScriptURL yet; the browser insists on it.
    registration = await navigator.serviceWorker.register(trustedWorkerUrl() as string, { updateViaCache: "none" });
  } catch (error) {
    // Some private windows forbid workers. The app works there as long as there is a network.
    console.warn("Rebound cannot keep itself for offline use here.", error);
    return;
  }
  announceUpdates(registration);
  checkNowAndThen(registration);
}

interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): unknown };
}

function trustedWorkerUrl(): unknown {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  if (!factory) return WORKER;
  const createScriptURL = (url: string): string => {
    if (url !== WORKER) throw new TypeError(`not a script of Rebound: ${url}`);
    return url;
  };
  return factory.createPolicy("rebound", { createScriptURL }).createScriptURL(WORKER);
}

function announceUpdates(registration: ServiceWorkerRegistration): void {
  if (registration.waiting) offer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const worker = registration.installing;
    worker?.addEventListener("statechange", () => {
      // Without a controller this is the first release ever, and it takes over by itself.
      if (worker.state === "installed" && navigator.serviceWorker.controller) offer(worker);
    });
  });
}

/** A page nobody has touched yet loses nothing by starting again: whoever opens the app lands on the new release. */
function offer(worker: ServiceWorker): void {
  waiting = worker;
  if (isTouched) isReady.value = true;
  else takeUpdate();
}

/** An installed app may stay open for weeks, and the browser itself looks for a new worker only on navigation. */
function checkNowAndThen(registration: ServiceWorkerRegistration): void {
  let checkedAtMs = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - checkedAtMs < CHECK_EVERY_MS) return;
    checkedAtMs = Date.now();
    registration.update().catch(() => {
      // Offline, most likely. The next time is soon enough.
    });
  });
}
