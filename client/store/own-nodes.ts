// Which stamps are this device's: every tab that has ever written here leaves its clock's name (model/clock.ts). Only
// for saying "this device" beside an earlier version, so losing the list costs a word.

import { parseStamp, type Stamp } from "../model/clock.ts";
import { storage } from "./local-storage.ts";

const KEY = "rebound.own-nodes";
/** Older tabs' writes are beyond what a device keeps (model/versions.ts). */
const MAX = 300;
const remembered = new Set<string>();

export function rememberNode(node: string): void {
  if (remembered.has(node)) return;
  remembered.add(node);
  storage.set(KEY, [node, ...known()].slice(0, MAX).join(" "));
}

/** Whether a write with this stamp was made on this device. */
export function isOwn(stamp: Stamp): boolean {
  return known().includes(parseStamp(stamp).node);
}

const known = (): string[] => (storage.get(KEY) ?? "").split(" ").filter((node) => node !== "");
