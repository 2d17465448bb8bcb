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
