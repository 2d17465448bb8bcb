// Where the person is. Owns the address, the history and what follows a move: the view transition, the place in each
// pane that was scrolled, and the focus, which goes to the new page's heading. Knows no screen.

import { type ReadonlySignal, signal } from "@preact/signals";

interface Place {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
}

export interface Move {
  /** Take the place of the current entry in the history. */
  readonly replace?: boolean;
  /** The page is another view of the same thing: leave scroll and focus where they are. */
  readonly keepScroll?: boolean;
  /** Let the bar's ball roll to its new place. */
  readonly hop?: boolean;
}

/** What one entry of the browser's history remembers. `depth` counts the entries of ours below it. */
interface EntryState {
  readonly key: string;
  readonly depth: number;
}

const placeSignal = signal<Place>(currentPlace());
const pathSignal = signal(placeSignal.value.pathname);
const querySignal = signal(new URLSearchParams(placeSignal.value.search));
const hashSignal = signal(placeSignal.value.hash);

export const path: ReadonlySignal<string> = pathSignal;
export const query: ReadonlySignal<URLSearchParams> = querySignal;
export const hash: ReadonlySignal<string> = hashSignal;

const scrolledByEntry = new Map<string, readonly number[]>();

export function startRouter(): void {
  history.scrollRestoration = "manual";
  if (!isEntryState(history.state)) history.replaceState(newEntry(0), "");
  leavingKey = entryState().key;
  document.addEventListener("click", followLink);
  window.addEventListener("popstate", () => {
    rememberScroll();
    arrive({}, entryState().key);
  });
  focusTarget(false);
}

export function navigate(to: string, move: Move = {}): void {
  const target = new URL(to, location.href);
  rememberScroll();
  const { depth, key } = entryState();
  const isSame = target.href === location.href;
  const state = move.replace || isSame ? { key, depth } : newEntry(depth + 1);
  history[move.replace || isSame ? "replaceState" : "pushState"](state, "", target);
  arrive(move, null);
}

/** One step back if that stays in the app, else to `fallback` (the page was opened directly). */
export function back(fallback: string): void {
  if (entryState().depth > 0) history.back();
  else navigate(fallback, { replace: true });
}

function arrive(move: Move, restoreFrom: string | null): void {
  leavingKey = entryState().key;
  const update = () => {
    const place = currentPlace();
    placeSignal.value = place;
    pathSignal.value = place.pathname;
    querySignal.value = new URLSearchParams(place.search);
    hashSignal.value = place.hash;
  };
  const settle = () => {
    if (restoreFrom) restoreScroll(restoreFrom);
    if (!move.keepScroll) focusTarget(true);
  };
  if (move.hop && "startViewTransition" in document && !prefersStillness()) {
    const transition = document.startViewTransition(async () => {
      update();
      await rendered();
    });
    // A skipped transition (a hidden tab, a second tap) has still moved; there is nothing to repair.
    transition.ready.catch(() => undefined);
    transition.updateCallbackDone.then(settle, settle);
    return;
  }
  update();
  void rendered().then(settle);
}

/**
 * Plain <a href> works everywhere: same origin, left button, no modifier, no target, no download. `data-replace` takes
 * the current entry's place, `data-stay` does so and leaves scroll and focus, `data-hop` lets the ball roll.
 */
function followLink(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = (event.target as Element).closest("a");
  if (!link?.href || link.target || link.hasAttribute("download")) return;
  const target = new URL(link.href);
  if (target.origin !== location.origin || isServedFile(target.pathname)) return;
  event.preventDefault();
  const isStay = link.hasAttribute("data-stay");
  const replace = isStay || link.hasAttribute("data-replace");
  navigate(link.href, { hop: link.hasAttribute("data-hop"), replace, keepScroll: isStay });
}

function isServedFile(pathname: string): boolean {
  return pathname.startsWith("/api/") || pathname.startsWith("/static/");
}

// ---- focus

/** How long a page may take to show its heading before the focus is left alone. Storage answers in tens of ms. */
const headingPatienceMs = 2000;
let stopLooking: () => void = () => undefined;

/** Moves the focus to what the hash names, else to the page's heading (on arrival only, never on the first load). */
function focusTarget(headingToo: boolean): void {
  stopLooking();
  const wanted = location.hash.slice(1);
  if (!wanted && !headingToo) return;
  const find = () => (wanted && document.getElementById(decodeURIComponent(wanted))) || (headingToo && findHeading());
  const look = () => {
    // An h1 may be there before the part the hash names: wait for that one, up to the end of our patience.
    const found = wanted ? document.getElementById(decodeURIComponent(wanted)) : find();
    if (!found) return false;
    focusOn(found, Boolean(wanted));
    return true;
  };
  if (look()) return;
  const observer = new MutationObserver(() => {
    if (personHasMovedOn() || look()) stopLooking();
  });
  observer.observe(document.body, { childList: true, subtree: true });
  const timer = setTimeout(() => {
    stopLooking();
    const heading = headingToo && findHeading();
    if (heading && !personHasMovedOn()) focusOn(heading, false);
  }, headingPatienceMs);
  stopLooking = () => {
    observer.disconnect();
    clearTimeout(timer);
    stopLooking = () => undefined;
  };
}

function findHeading(): HTMLElement | null {
  return document.querySelector<HTMLElement>("main h1");
}

function focusOn(element: HTMLElement, scroll: boolean): void {
  if (personHasMovedOn()) return;
  const target = element.matches("a, button, input, textarea, select, summary, [tabindex]") ? element : firstField(element);
  if (!target.matches("a, button, input, textarea, select, summary")) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  if (scroll) element.scrollIntoView({ block: "start" });
}

/** A part with a field wants its field; a part without one takes the focus itself. */
function firstField(part: HTMLElement): HTMLElement {
  return part.querySelector<HTMLElement>("input, textarea, select") ?? part;
}

/** True when something other than the link just followed holds the focus: it must not be taken away. */
function personHasMovedOn(): boolean {
  const active = document.activeElement;
  return Boolean(active?.closest("main, dialog")?.isConnected && active.matches("input, textarea, select, dialog *"));
}

// ---- scroll

let leavingKey = "";

function rememberScroll(): void {
  if (leavingKey) scrolledByEntry.set(leavingKey, scrollers().map((pane) => pane.scrollTop));
}

function restoreScroll(key: string): void {
  const tops = scrolledByEntry.get(key);
  if (!tops) return;
  scrollers().forEach((pane, index) => {
    pane.scrollTop = tops[index] ?? 0;
  });
}

function scrollers(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(".pane, .pane__scroll")];
}

// ---- history

function currentPlace(): Place {
  const { pathname, search, hash: fragment } = location;
  return { pathname, search, hash: fragment };
}

function newEntry(depth: number): EntryState {
  return { key: crypto.randomUUID(), depth };
}

function entryState(): EntryState {
  return isEntryState(history.state) ? history.state : { key: "", depth: 0 };
}

function isEntryState(state: unknown): state is EntryState {
  return typeof state === "object" && state !== null && "key" in state && "depth" in state;
}

/** After Preact has rendered the new path: it renders in a microtask, so a task later the page is there. */
function rendered(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

function prefersStillness(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
