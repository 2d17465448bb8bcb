/**
 * The way into an account: make one, or sign in. Leaving it is in sign-out.ts. Each verb ends in an Outcome a screen can
 * show as it is; nothing here throws for what can go wrong outside.
 */

import { createPasskey, PasskeyProblem } from "../platform/passkeys.ts";
import { ask, ServerProblem } from "../platform/server.ts";
import { account as current, switchTo, type Account } from "../store/current.ts";
import { offer, outcomeOf, showPasskey, type Failed, type Stopped } from "./ceremonies.ts";
import { finishSignOut, forgetSignOut } from "./sign-out.ts";

export { signOut, startAccount, type SignOutOutcome } from "./sign-out.ts";

export type SignInOutcome =
  | { readonly kind: "signed-in"; readonly account: Account }
  | Stopped
  | Failed;

/** Well before the server's five minutes are over. */
const RENEW_AFTER_MS = 4 * 60_000;

const lostAtTheEnd =
  "The connection was lost at the last step. If the passkey was saved, you can sign in with it; if not, try again. " +
  "What you wrote is safe on this device.";

/** Makes an account with a passkey. What was kept before becomes the account's. */
export async function createAccount(name: string): Promise<SignInOutcome> {
  return outcomeOf(async () => {
    await finishSignOut();
    const options = await offer<PublicKeyCredentialCreationOptionsJSON>("/api/account/options", { name });
    return enter("/api/account", await createPasskey(options));
  });
}

/** Asks for a passkey in the browser's dialog. */
export async function signIn(): Promise<SignInOutcome> {
  const asking = outcomeOf(async () => {
    await finishSignOut();
    const options = await offer<PublicKeyCredentialRequestOptionsJSON>("/api/session/options", {});
    // One was picked from the list just before the button was pressed: a second session would only be a riddle among the
    // devices.
    const arrived = await entering?.catch(() => null);
    if (arrived) return arrived;
    return showPasskey(options, (credential) => enter("/api/session", credential));
  });
  dialog = asking;
  return asking;
}

/**
 * Offers the passkeys in the list of an input with `autocomplete="username webauthn"`, until one was picked or
 * `leaving` is aborted. The dialog interrupts it, and it comes back when the dialog ended in nothing.
 */
export async function signInWithAutofill(leaving: AbortSignal): Promise<SignInOutcome> {
  return outcomeOf(async () => {
    await finishSignOut();
    for (;;) {
      const options = await offer<PublicKeyCredentialRequestOptionsJSON>("/api/session/options", {});
      const turn = startTurn(leaving);
      try {
        const how = { autofill: true, signal: turn.signal };
        return await showPasskey(options, (credential) => enter("/api/session", credential), how);
      } catch (error) {
        const isInterrupted = error instanceof PasskeyProblem && error.kind === "stopped";
        if (!isInterrupted) throw error;
        // Its challenge grew old, or the dialog took over.
        const mayGoOn = turn.signal.aborted || (await dialogEndedInNothing());
        if (!mayGoOn || leaving.aborted) throw error;
      } finally {
        turn.end();
      }
    }
  });
}

/** Whether the server knows this browser. If so, its account is opened here; null: nobody is signed in. */
export async function refreshAccount(): Promise<Account | null> {
  try {
    const { account } = await ask<{ account: Account }>({ method: "GET", path: "/api/session" });
    return await openAccount(account);
  } catch (error) {
    if (error instanceof ServerProblem && error.status === 401) return null;
    throw error;
  }
}

let dialog: Promise<SignInOutcome> = Promise.resolve({ kind: "stopped" });

async function dialogEndedInNothing(): Promise<boolean> {
  const asked = dialog;
  return (await asked).kind !== "signed-in";
}

let entering: Promise<SignInOutcome> | null = null;

function enter(path: string, credential: object): Promise<SignInOutcome> {
  const arriving = accountBehind(path, credential)
    .then(openAccount)
    .then((account) => ({ kind: "signed-in", account }) as const)
    .finally(() => (entering = null));
  entering = arriving;
  return arriving;
}

async function accountBehind(path: string, credential: object): Promise<Account> {
  try {
    const { account } = await ask<{ account: Account }>({ method: "POST", path, body: { credential } });
    return account;
  } catch (error) {
    if (!(error instanceof ServerProblem && error.kind === "offline")) throw error;
    // The answer may have been lost behind its cookie. Asking costs nothing, and the passkey is made already.
    const known = await refreshAccount().catch(() => null);
    if (known) return known;
    throw new ServerProblem("offline", lostAtTheEnd);
  }
}

/** Who was let in by the server is let in here: their journal is opened, and what is of nobody comes along. */
export async function openAccount({ id, name }: Account): Promise<Account> {
  const opened = { id, name };
  // What another account keeps here stays its own; what belongs to none comes along.
  await switchTo(opened, { adopt: current.value === null });
  forgetSignOut(opened);
  return opened;
}

/** Ends when the page is left, or when the challenge is about to grow old. */
function startTurn(leaving: AbortSignal): { readonly signal: AbortSignal; readonly end: () => void } {
  // AbortSignal.any is younger than the oldest phone Rebound runs on.
  const turn = new AbortController();
  const stop = () => turn.abort();
  const timer = setTimeout(stop, RENEW_AFTER_MS);
  if (leaving.aborted) stop();
  leaving.addEventListener("abort", stop);
  return {
    signal: turn.signal,
    end: () => {
      clearTimeout(timer);
      leaving.removeEventListener("abort", stop);
    },
  };
}
