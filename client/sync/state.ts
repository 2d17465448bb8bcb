// What a person is told about sync. The words are the view's; the truth is put together here, purely.

export interface SyncState {
  readonly kind: "local" | "saved" | "unsent" | "offline" | "look";
  /** Rows with something the server is not known to have. */
  readonly unsent: number;
  readonly savedAt: number | null;
  /** With "look": what a person has to look at. */
  readonly why: "signed-out" | "gone" | "refused" | "too-old" | "storage" | "server" | null;
}

export interface Findings {
  readonly unsent: number;
  readonly savedAt: number | null;
  readonly isOnline: boolean;
  readonly why: SyncState["why"];
}

/** Before there is an account. */
export const localState: SyncState = { kind: "local", unsent: 0, savedAt: null, why: null };

/** Before the first attempt: nothing is known to be on the server, and nothing is claimed. */
export const startingState: SyncState = { kind: "unsent", unsent: 0, savedAt: null, why: null };

export function syncStateOf({ unsent, savedAt, isOnline, why }: Findings): SyncState {
  const state = { unsent, savedAt, why };
  if (why !== null) return { ...state, kind: "look" };
  if (!isOnline) return { ...state, kind: "offline" };
  return { ...state, kind: unsent > 0 || savedAt === null ? "unsent" : "saved" };
}
