/**
 * "Show your passkey once more": before what cannot be taken back, the server wants to know that it is still the person
 * who signed in. It says so with 403 `reauthenticate`; nobody here keeps a clock about it.
 */

import { PasskeyProblem } from "../platform/passkeys.ts";
import { ask, ServerProblem } from "../platform/server.ts";
import { offer, showPasskey } from "./ceremonies.ts";

const AGAIN = "/api/session/reauthentication";

const unconfirmed = "It was not confirmed that this is you, so nothing was changed. Try again when you like.";

/**
 * Does `action`, and if the server wants a passkey first, has it shown and does `action` once more. Wrap it in
 * `outcomeOf`: throws PasskeyProblem or ServerProblem, and what `action` itself throws.
 */
export async function withReauth<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (!(error instanceof ServerProblem && error.code === "reauthenticate")) throw error;
  }
  await reauthenticate();
  return action();
}

async function reauthenticate(): Promise<void> {
  const options = await offer<PublicKeyCredentialRequestOptionsJSON>(`${AGAIN}/options`);
  try {
    await showPasskey(options, (credential) => ask({ method: "POST", path: AGAIN, body: { credential } }));
  } catch (error) {
    const isNo = error instanceof PasskeyProblem && (error.kind === "cancelled" || error.kind === "timed-out");
    throw isNo ? new PasskeyProblem(error.kind, error, unconfirmed) : error;
  }
}
