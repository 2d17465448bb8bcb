/**
 * The passkeys of the account that is open here, and the account's name, which they are listed under. All of it lives on
 * the server. Whatever changed is told to the device's password managers.
 */

import { signalAccepted, signalName, type PasskeyOwner } from "../platform/passkey-signals.ts";
import { createPasskey } from "../platform/passkeys.ts";
import { ask } from "../platform/server.ts";
import { noteName, type Account } from "../store/current.ts";
import { offer, outcomeOf, type Failed, type Stopped } from "./ceremonies.ts";
import { withReauth } from "./reauthentication.ts";

export interface Passkey {
  readonly id: string;
  readonly name: string;
  /** Who keeps it, where that is known: "iCloud Keychain". */
  readonly provider: string | null;
  readonly created_at: string;
  readonly last_used_at: string | null;
  /** This device was signed in with it. */
  readonly is_here: boolean;
}

export type PasskeysOutcome = { readonly kind: "done"; readonly passkeys: readonly Passkey[] } | Stopped | Failed;

interface Keyring {
  readonly passkeys: readonly Passkey[];
  readonly owner: PasskeyOwner;
}

/** How many passkeys this page began to make. A list of before the last one would have the managers hide it at once. */
let begun = 0;

/** Oldest first. Throws ServerProblem. */
export async function listPasskeys(): Promise<readonly Passkey[]> {
  const begunBefore = begun;
  const found = await ask<Keyring>({ method: "GET", path: "/api/passkeys" });
  // Told each time: what another device removed may still be on offer here.
  return begun === begunBefore ? told(found) : found.passkeys;
}

/** Gives the account another passkey, here or on a device of the person's choice. */
export async function addPasskey(): Promise<PasskeysOutcome> {
  return outcomeOf(async () => {
    const options = await withReauth(() => offer<PublicKeyCredentialCreationOptionsJSON>("/api/passkeys/options"));
    begun += 1;
    const credential = await createPasskey(options);
    await ask({ method: "POST", path: "/api/passkeys", body: { credential } });
    return { kind: "done", passkeys: await listPasskeys() } as const;
  });
}

export async function renamePasskey(id: string, name: string): Promise<PasskeysOutcome> {
  return outcomeOf(async () => {
    await ask({ method: "PATCH", path: `/api/passkeys/${id}`, body: { name } });
    return { kind: "done", passkeys: await listPasskeys() } as const;
  });
}

/** It opens the account no more. The server refuses the last one. */
export async function removePasskey(id: string): Promise<PasskeysOutcome> {
  return outcomeOf(async () => {
    const left = await withReauth(() => ask<Keyring>({ method: "DELETE", path: `/api/passkeys/${id}` }));
    return { kind: "done", passkeys: told(left) } as const;
  });
}

export async function renameAccount(name: string): Promise<{ readonly kind: "done" } | Stopped | Failed> {
  return outcomeOf(async () => {
    const renamed = await ask<{ account: Account; owner: PasskeyOwner }>({ method: "PATCH", path: "/api/account", body: { name } });
    noteName(renamed.account.name);
    signalName(renamed.owner);
    return { kind: "done" } as const;
  });
}

function told({ passkeys, owner }: Keyring): readonly Passkey[] {
  signalAccepted(owner);
  return passkeys;
}
