/**
 * The end of an account: deleted here, or found to have been deleted on another device. Both times this device is cleared
 * of it, and both times a screen offers a copy first (export.ts).
 */

import { ask, ServerProblem } from "../platform/server.ts";
import { outcomeOf, type Failed, type Stopped } from "./ceremonies.ts";
import { withReauth } from "./reauthentication.ts";
import { leaveDevice } from "./sign-out.ts";

/** Removes the account from the server, with a passkey shown before, then from this device. */
export async function deleteAccount(): Promise<{ readonly kind: "deleted" } | Stopped | Failed> {
  return outcomeOf(async () => {
    await withReauth(() => ask({ method: "DELETE", path: "/api/account" })).catch((error: unknown) => {
      // It was deleted already: on another device, or by us before the answer was lost.
      if (!(error instanceof ServerProblem && error.code === "account_gone")) throw error;
    });
    await leaveDevice();
    return { kind: "deleted" } as const;
  });
}

/** The account is no more: nothing of it stays here. */
export async function clearAfterDeletion(): Promise<void> {
  await leaveDevice();
}
