/**
 * What happened to the account that its owner has to hear of: a code opened it, another device got a passkey for it or let
 * one more in. Every device asks after it has been in touch with the server, and tells each notice once.
 */

import { effect, signal, type ReadonlySignal } from "@preact/signals";
import type { NoticeKind } from "../model/account-words.ts";
import { ask } from "../platform/server.ts";
import { account, syncState } from "../store/current.ts";
import { storage } from "../store/local-storage.ts";

export interface AccountNotice {
  readonly id: string;
  readonly kind: NoticeKind;
  /** Which was let in, or made the passkey, as it calls itself. */
  readonly device: string;
  readonly at: string;
}

const TOLD_KEY = "rebound.told";
const ASK_EVERY_MS = 10 * 60_000;

const untold = signal<AccountNotice | null>(null);

export const accountNotice: ReadonlySignal<AccountNotice | null> = untold;

let askedFor: string | null = null;
let askedAtMs = 0;

/** Call once, at start. */
export function startNotices(): void {
  effect(() => {
    const id = account.value?.id ?? null;
    if (id === null) untold.value = null;
    else if (syncState.value.kind === "saved" && isTimeToAsk(id)) void look(id);
  });
}

/** The newest is told first; having read it, a person knows of the older ones, too. */
export function noticeTold({ at }: AccountNotice): void {
  storage.set(TOLD_KEY, at);
  untold.value = null;
}

function isTimeToAsk(id: string): boolean {
  const isTime = askedFor !== id || Date.now() - askedAtMs > ASK_EVERY_MS;
  if (isTime) [askedFor, askedAtMs] = [id, Date.now()];
  return isTime;
}

async function look(id: string): Promise<void> {
  try {
    const { notices } = await ask<{ notices: readonly AccountNotice[] }>({ method: "GET", path: "/api/notices" });
    if (account.value?.id !== id) return;
    untold.value = notices.find(({ at }) => at > (storage.get(TOLD_KEY) ?? "")) ?? null;
  } catch {
    // The next time it is in touch, then.
    askedFor = null;
  }
}
