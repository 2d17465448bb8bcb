/** The passkeys of the account that is open here: listed, and one more. The list lives on the server. */

import { createPasskey } from "../platform/passkeys.ts";
import { ask } from "../platform/server.ts";
import { offer, outcomeOf, type Failed, type Stopped } from "./ceremonies.ts";
import { withReauth } from "./reauthentication.ts";

export interface Passkey {
  readonly id: string;
  readonly name: string;
  readonly created_at: string;
  readonly last_used_at: string | null;
}

/** Oldest first. Throws ServerProblem. */
export async function listPasskeys(): Promise<readonly Passkey[]> {
  const { passkeys } = await ask<{ passkeys: readonly Passkey[] }>({ method: "GET", path: "/api/passkeys" });
  return passkeys;
}

/** Gives the account another passkey, here or on a device of the person's choice. */
export async function addPasskey(): Promise<{ readonly kind: "done"; readonly passkey: Passkey } | Stopped | Failed> {
  return outcomeOf(async () => {
    const options = await withReauth(() => offer<PublicKeyCredentialCreationOptionsJSON>("/api/passkeys/options"));
    const credential = await createPasskey(options);
    const { passkey } = await ask<{ passkey: Passkey }>({ method: "POST", path: "/api/passkeys", body: { credential } });
    return { kind: "done", passkey } as const;
  });
}
