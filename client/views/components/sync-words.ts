// What the sync mark shows and what the status says, from the state of the sync. Pure.

import type { SyncState } from "../../store/current.ts";
import type { IconName } from "./icon.tsx";

export interface SyncSign {
  readonly icon: IconName;
  readonly word: string;
}

export function syncSign(state: SyncState): SyncSign {
  switch (state.kind) {
    case "local":
      return { icon: "smartphone", word: "Only here" };
    case "saved":
      return { icon: "cloud-check", word: "Saved" };
    case "unsent":
      return { icon: "cloud-upload", word: state.unsent === 0 ? "Asking" : `${state.unsent} to send` };
    case "offline":
      return { icon: "cloud-off", word: "Offline" };
    case "look":
      return { icon: "cloud-alert", word: "Look" };
  }
}

/** The one sentence of the status element. */
export function syncStatus({ kind, unsent, why }: SyncState): string {
  if (kind === "local") return "Only on this device";
  const waiting = unsent === 0 ? "" : `${unsent} ${unsent === 1 ? "change" : "changes"} only on this device`;
  if (kind === "offline") return waiting ? `Offline. ${waiting}` : "Offline";
  if (waiting) return waiting;
  if (kind === "look") return why === null ? "Look here" : nothingUnsentBut[why];
  return kind === "saved" ? "Everything is saved on the server" : "Asking the server";
}

const nothingUnsentBut = {
  "signed-out": "Signed out by the server",
  gone: "The account was deleted",
  refused: "The server refused something",
  "too-old": "This app is older than the server",
  storage: "This device cannot store",
  server: "The server has trouble",
} as const;

/** Whether the words are safe, and what happens next. */
export function syncMeaning({ kind, unsent, why }: SyncState): string {
  if (why !== null) return meaningOf[why];
  if (kind === "local") return "Safe here, and nowhere else until you create an account.";
  if (kind === "saved") return "Every device you sign in on shows the same.";
  if (unsent === 0) return kind === "offline" ? "Everything works as ever." : "It answers in a moment.";
  if (kind === "offline") return "They are safe here, and go up when there is a network.";
  return "They are safe here, and go up in a moment.";
}

const meaningOf = {
  "signed-out": "What you wrote is safe here. Sign in again, and it goes up.",
  gone: "What you wrote is still here, and nowhere else.",
  refused: "What you wrote is safe here. The server did not take a part of it; it is kept and sent again.",
  "too-old": "What you wrote is safe here. Close the app and open it again to get the newer one.",
  storage: "Free some space on this device. Until then keep this page open, or what you write now is lost.",
  server: "What you wrote is safe here. The server is asked again by itself.",
} as const;
