/**
 * Coming in without a passkey: a code is used, then (a link, once the other device has said yes) this device makes a
 * passkey of its own, or goes on without one where the browser knows none.
 */

import { createPasskey, hasPasskeys } from "../platform/passkeys.ts";
import { ask, ServerProblem } from "../platform/server.ts";
import { openAccount, refreshAccount, type SignInOutcome } from "./account.ts";
import { offer, outcomeOf, type Failed, type Stopped } from "./ceremonies.ts";
import { finishSignOut } from "./sign-out.ts";
import type { Account } from "../store/current.ts";

export interface Entrance {
  readonly kind: "recovery" | "link" | "operator";
  /** May be empty. */
  readonly account_name: string;
  readonly is_confirmed: boolean;
  readonly has_passkeys: boolean;
  /** Two digits that both devices show while a link waits to be confirmed. */
  readonly number: string | null;
  readonly expires_at: string;
}

export type EnteringOutcome = { readonly kind: "at the door"; readonly entrance: Entrance } | Stopped | Failed;

export type DoorState = { readonly kind: "at the door"; readonly entrance: Entrance } | { readonly kind: "refused" | "closed" | "out of reach" };

export function spendRecoveryCode(code: string): Promise<EnteringOutcome> {
  return stand("/api/entrance/recovery-code", { code });
}

/** The letters as typed, or the secret from the QR code. */
export function spendLink(key: { readonly code: string } | { readonly secret: string }): Promise<EnteringOutcome> {
  return stand("/api/entrance/link", key);
}

/** How it stands with the entrance this browser is in front of, if it is. */
export async function lookAtEntrance(): Promise<DoorState> {
  try {
    const { entrance } = await ask<{ entrance: Entrance }>({ method: "GET", path: "/api/entrance" });
    return { kind: "at the door", entrance };
  } catch (error) {
    if (!(error instanceof ServerProblem)) throw error;
    if (error.code === "entrance_refused") return { kind: "refused" };
    return { kind: error.code === "entrance_closed" ? "closed" : "out of reach" };
  }
}

/** A passkey of this device's own, and with it the account. */
export function enterWithPasskey(): Promise<SignInOutcome> {
  return outcomeOf(async () => {
    const options = await offer<PublicKeyCredentialCreationOptionsJSON>("/api/entrance/passkey/options");
    const credential = await createPasskey(options);
    return enter("/api/entrance/passkey", { credential });
  });
}

/** For a browser that knows none. */
export function enterWithoutPasskey(): Promise<SignInOutcome> {
  return outcomeOf(() => enter("/api/entrance/session", {}));
}

export async function giveUpEntrance(): Promise<void> {
  await ask({ method: "DELETE", path: "/api/entrance" }).catch(() => undefined);
}

function stand(path: string, key: object): Promise<EnteringOutcome> {
  return outcomeOf(async () => {
    await finishSignOut();
    const body = { ...key, has_passkeys: hasPasskeys() };
    const { entrance } = await ask<{ entrance: Entrance }>({ method: "POST", path, body });
    return { kind: "at the door", entrance } as const;
  });
}

async function enter(path: string, body: object): Promise<SignInOutcome> {
  try {
    const { account } = await ask<{ account: Account }>({ method: "POST", path, body });
    return { kind: "signed-in", account: await openAccount(account) };
  } catch (error) {
    if (!(error instanceof ServerProblem && error.kind === "offline")) throw error;
    // The answer may have been lost behind its cookie, and the code is used up by now: so it is worth asking.
    const known = await refreshAccount().catch(() => null);
    if (!known) throw error;
    return { kind: "signed-in", account: known };
  }
}
