/** Letting one more device in, from a device that is signed in: show a code, see who comes, say yes or no. */

import { ask } from "../platform/server.ts";
import { outcomeOf, type Failed, type Stopped } from "./ceremonies.ts";
import { withReauth } from "./reauthentication.ts";

export interface NewLink {
  readonly id: string;
  /** Eight letters to type. */
  readonly code: string;
  /** What the QR code says: the address with a secret behind the hash. */
  readonly url: string;
  /** Rows of "1" (dark) and "0". */
  readonly qr: readonly string[];
  readonly expires_at: string;
}

export interface Link {
  readonly id: string;
  readonly state: "waiting" | "asking" | "confirmed" | "refused";
  /** The newcomer, as it calls itself. */
  readonly device: string;
  readonly has_passkeys: boolean;
  /** Two digits that both devices show. */
  readonly number: string | null;
  readonly expires_at: string;
}

/** Wants a passkey. */
export async function openLink(): Promise<{ readonly kind: "opened"; readonly link: NewLink } | Stopped | Failed> {
  return outcomeOf(async () => {
    const { link } = await withReauth(() => ask<{ link: NewLink }>({ method: "POST", path: "/api/links", body: {} }));
    return { kind: "opened", link } as const;
  });
}

/** Throws ServerProblem: 404 when it is over. */
export async function lookAtLink(id: string): Promise<Link> {
  const { link } = await ask<{ link: Link }>({ method: "GET", path: `/api/links/${id}` });
  return link;
}

export function confirmLink({ id, number }: Link): Promise<{ readonly kind: "done" } | Stopped | Failed> {
  return decide(`/api/links/${id}/confirmation`, { number });
}

export function refuseLink({ id }: Link): Promise<{ readonly kind: "done" } | Stopped | Failed> {
  return decide(`/api/links/${id}/refusal`, {});
}

/** Nobody is to use the code any more. Left undone, it ends by itself after five minutes. */
export async function takeBackLink(id: string): Promise<void> {
  await ask({ method: "DELETE", path: `/api/links/${id}` }).catch(() => undefined);
}

function decide(path: string, body: object): Promise<{ readonly kind: "done" } | Stopped | Failed> {
  return outcomeOf(async () => {
    await ask({ method: "POST", path, body });
    return { kind: "done" } as const;
  });
}
