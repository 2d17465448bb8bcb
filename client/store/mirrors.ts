// Texts being typed, as localStorage mirrors them: written synchronously, so a killed tab leaves them behind.
//
// Each tab has its own, and holds a Web Lock while it lives: what a living tab is still typing is not "left behind".

import type { CollectionName } from "../model/schema.ts";
import { storage } from "./local-storage.ts";

export interface Place {
  readonly collection: CollectionName;
  readonly id: string;
  readonly field: string;
}

export interface Mirror {
  /** The row's text that `value` was typed on. */
  readonly basis: string | null;
  readonly value: string;
  /** What was on its way into the store, while something was. */
  readonly writing?: string;
}

interface LeftBehind {
  readonly place: Place;
  readonly mirror: Mirror;
  readonly forget: () => void;
}

const PREFIX = "rebound.typing";
const tab = crypto.randomUUID();

/** Synchronous. Null: nothing is left to mirror. */
export function put(store: string, { collection, id, field }: Place, mirror: Mirror | null): void {
  const key = [PREFIX, store, tab, collection, id, field].join("/");
  if (!mirror) storage.remove(key);
  else storage.set(key, JSON.stringify(mirror));
}

/** Says, for as long as this tab lives, that its mirrors are its own. */
export function claimTab(): void {
  void globalThis.navigator?.locks?.request(lockOf(tab), () => new Promise(() => undefined)).catch(() => undefined);
}

/** The mirrors of tabs that are gone. */
export async function leftBehind(store: string): Promise<LeftBehind[]> {
  const living = await livingTabs();
  const found: LeftBehind[] = [];
  for (const key of storage.keys()) {
    const [prefix, of, owner, collection, id, field] = key.split("/");
    if (prefix !== PREFIX || of !== store || living.has(owner!)) continue;
    const mirror = parse(storage.get(key));
    if (mirror) found.push({ place: { collection: collection as CollectionName, id: id!, field: field! }, mirror, forget: () => storage.remove(key) });
  }
  return found;
}

/** The rows of one store moved into another; the words being typed on them go along. */
export function move(from: string, to: string): void {
  for (const key of storage.keys()) {
    const [prefix, of, ...rest] = key.split("/");
    if (prefix !== PREFIX || of !== from) continue;
    storage.set([PREFIX, to, ...rest].join("/"), storage.get(key)!);
    storage.remove(key);
  }
}

export function forgetAll(store: string): void {
  for (const key of storage.keys()) if (key.startsWith(`${PREFIX}/${store}/`)) storage.remove(key);
}

async function livingTabs(): Promise<ReadonlySet<string>> {
  const locks = await globalThis.navigator?.locks?.query().catch(() => undefined);
  const names = (locks?.held ?? []).map(({ name }) => name ?? "");
  return new Set([tab, ...names.filter((name) => name.startsWith(lockOf(""))).map((name) => name.slice(lockOf("").length))]);
}

function lockOf(owner: string): string {
  return `rebound.tab/${owner}`;
}

function parse(text: string | null): Mirror | null {
  try {
    const mirror = JSON.parse(text ?? "null") as Mirror | null;
    return typeof mirror?.value === "string" ? mirror : null;
  } catch {
    // Cut off by a full disk: the words before it were written or mirrored earlier.
    return null;
  }
}
