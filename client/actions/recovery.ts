/** The account's recovery codes: how many are left, ten new ones, and how they are kept outside. */

import { dayOf, deviceZone } from "../model/days.ts";
import { fileName } from "../model/journal-file.ts";
import { saveFile } from "../platform/save-file.ts";
import { ask } from "../platform/server.ts";
import { outcomeOf, type Failed, type Stopped } from "./ceremonies.ts";
import { withReauth } from "./reauthentication.ts";

export interface CodesLeft {
  readonly left: number;
  readonly made_at: string | null;
}

export interface NewCodes {
  readonly kind: "made";
  readonly codes: readonly string[];
}

/** Throws ServerProblem. */
export async function countRecoveryCodes(): Promise<CodesLeft> {
  return ask<CodesLeft>({ method: "GET", path: "/api/recovery-codes" });
}

/** Ten codes that are shown this once; the ones before are good for nothing. Wants a passkey. */
export async function makeRecoveryCodes(): Promise<NewCodes | Stopped | Failed> {
  return outcomeOf(async () => {
    const make = () => ask<{ codes: readonly string[] }>({ method: "POST", path: "/api/recovery-codes", body: {} });
    const { codes } = await withReauth(make);
    return { kind: "made", codes } as const;
  });
}

export function saveCodes(codes: readonly string[], now: number = Date.now()): void {
  saveFile(fileName(dayOf(now, deviceZone()), "txt", "rebound-recovery-codes"), codesText(codes), "text/plain;charset=utf-8");
}

export function codesText(codes: readonly string[]): string {
  return [
    "Recovery codes for Rebound",
    "Each one opens your account once, when no passkey is at hand. Keep them where only you look.",
    "Sign in → Use a recovery code",
    "",
    ...codes,
    "",
  ].join("\r\n");
}
