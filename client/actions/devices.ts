/** The devices signed in to the account that is open here, as the server knows them: listed, and signed out from afar. */

import { ask } from "../platform/server.ts";
import { outcomeOf, type Failed, type Stopped } from "./ceremonies.ts";
import { withReauth } from "./reauthentication.ts";
import { signOut, type SignOutOutcome } from "./sign-out.ts";

export interface SignedInDevice {
  readonly id: string;
  readonly name: string;
  readonly created_at: string;
  /** Exact to the hour. */
  readonly last_seen_at: string;
  /** Signed in with one; else the browser knows none, and came in by a link or a recovery code. */
  readonly has_passkey: boolean;
  readonly is_here: boolean;
}

export type DevicesOutcome = { readonly kind: "done"; readonly devices: readonly SignedInDevice[] } | Stopped | Failed;

interface Devices {
  readonly devices: readonly SignedInDevice[];
}

/** The latest seen first. Throws ServerProblem. */
export async function listDevices(): Promise<readonly SignedInDevice[]> {
  return (await ask<Devices>({ method: "GET", path: "/api/sessions" })).devices;
}

/** What that device has not sent yet stays there, and goes up when somebody signs in on it again. */
export function signOutDevice(id: string): Promise<DevicesOutcome> {
  return end(`/api/sessions/${id}`);
}

export function signOutOthers(): Promise<DevicesOutcome> {
  return end("/api/sessions");
}

/**
 * The others first, because that may be refused; then this one, cleared as at any sign-out. Whenever it is cut short, the
 * devices are either signed out or as they were.
 */
export async function signOutEverywhere(how: { readonly sendFirst: boolean }): Promise<SignOutOutcome | Stopped> {
  const others = await signOutOthers();
  return others.kind === "done" ? signOut(how) : others;
}

function end(path: string): Promise<DevicesOutcome> {
  return outcomeOf(async () => {
    const { devices } = await withReauth(() => ask<Devices>({ method: "DELETE", path }));
    return { kind: "done", devices } as const;
  });
}
