// What a person is told about sync. The words are the view's; the truth is put together here, purely.

export interface SyncState {
  readonly kind: "local" | "saved" | "unsent" | "offline" | "look";
  /** Rows with something the server is not known to have. */
  readonly unsent: number;
  readonly savedAt: number | null;
  /** With "look": what a person has to look at. */
  readonly why: "signed-out" | "refused" | "too-old" | "storage" | "server" | null;
}

export interface Findings {
  readonly hasAccount: boolean;
  readonly unsent: number;
  readonly savedAt: number | null;
  readonly isOnline: boolean;
  readonly hasStorageTrouble: boolean;
  readonly why: SyncState["why"];
}

export const localState: SyncState = { kind: "local", unsent: 0, savedAt: null, why: null };

export function syncStateOf({ hasAccount, unsent, savedAt, isOnline, hasStorageTrouble, why }: Findings): SyncState {
  const state = { unsent, savedAt, why: hasStorageTrouble ? ("storage" as const) : why };
  if (state.why !== null && (hasAccount || hasStorageTrouble)) return { ...state, kind: "look" };
  if (!hasAccount) return { ...localState, unsent };
  if (!isOnline) return { ...state, kind: "offline" };
  // Before the first answer nothing is known to be on the server, and nothing is claimed.
  return { ...state, kind: unsent > 0 || savedAt === null ? "unsent" : "saved" };
}
