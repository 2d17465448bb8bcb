// How passkeys and devices are told apart, in words. Pure.

import { dayOf, type Moment, type TimeZone } from "./days.ts";
import { dateWords } from "./words.ts";

export interface Now {
  readonly at: Moment;
  readonly zone: TimeZone;
}

interface PasskeyFacts {
  readonly provider: string | null;
  readonly last_used_at: Moment | null;
  readonly created_at: Moment;
  readonly is_here: boolean;
}

/** "Google Password Manager. Used today. Opened this device." Two of one make of phone are told apart by the last. */
export function passkeyWords({ provider, last_used_at, created_at, is_here }: PasskeyFacts, now: Now): string {
  const use = last_used_at === null ? `Made ${whenWords(created_at, now)}` : `Used ${whenWords(last_used_at, now)}`;
  return `${provider ?? "Passkey"}. ${use}.${is_here ? " Opened this device." : ""}`;
}

/** "In use now", or when it was last here. */
export function deviceWords({ is_here, last_seen_at }: { readonly is_here: boolean; readonly last_seen_at: Moment }, now: Now): string {
  return is_here ? "In use now" : `Last seen ${whenWords(last_seen_at, now)}`;
}

/** "today", or "on Sat 21 Nov". */
export function whenWords(when: Moment, { at, zone }: Now): string {
  const today = dayOf(at, zone);
  return dayOf(when, zone) === today ? "today" : `on ${dateWords(when, zone, today)}`;
}

/** From its name, which the server made of what the browser told ("Chrome on Android"). */
export function deviceKind(name: string): "phone" | "computer" {
  return /iPhone|iPad|Android/.test(name) ? "phone" : "computer";
}

export function hereWords(name: string): string {
  if (name.includes("iPad")) return "This tablet";
  return deviceKind(name) === "phone" ? "This phone" : "This computer";
}

/** What happened to the account, elsewhere: "Firefox on Linux made a passkey for this account on Wed 25 Nov." */
export function noticeWords({ kind, device }: { readonly kind: NoticeKind; readonly device: string }, day: string): string {
  switch (kind) {
    case "recovery-code-used":
      return `A recovery code opened this account on ${day}, on ${device}.`;
    case "operator-code-used":
      return `A code from whoever runs this server opened this account on ${day}, on ${device}.`;
    case "passkey-added":
      return `${device} added a passkey to this account on ${day}.`;
    case "device-linked":
      return `Another device of yours let ${device} into this account on ${day}.`;
  }
}

export type NoticeKind = "recovery-code-used" | "operator-code-used" | "passkey-added" | "device-linked";
