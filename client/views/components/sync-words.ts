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
      return { icon: "cloud-upload", word: `${state.unsent} to send` };
    case "offline":
      return { icon: "cloud-off", word: "Offline" };
    case "look":
      return { icon: "cloud-alert", word: "Look" };
  }
}

/** The one sentence of the status element. */
export function syncStatus({ kind, unsent }: SyncState): string {
  if (kind === "local") return "Only on this device";
  const waiting = unsent === 0 ? "" : `${unsent} ${unsent === 1 ? "change" : "changes"} only on this device`;
  if (kind === "offline") return waiting ? `Offline. ${waiting}` : "Offline";
  return waiting || (kind === "look" ? "Waiting for you" : "Everything is saved on the server");
}

/** Whether the words are safe, and what happens next. */
export function syncMeaning({ kind, unsent, why }: SyncState): string {
  if (kind === "local") return "They are safe here, and nowhere else until you create an account.";
  if (kind === "saved") return "Every device you sign in on shows the same.";
  if (why === "signed-out") return "They are safe here. Sign in again, and they go up.";
  if (why === "too-old") return "They are safe here. This app is older than the server: close it and open it again.";
  if (why === "refused") return "They are safe here. The server did not take one of them; it is kept and sent again.";
  if (why === "storage") return "This device has no room left. Free some space, and it goes on.";
  if (why === "server") return "They are safe here. The server has trouble of its own, and is asked again.";
  if (kind === "offline") {
    return unsent === 0 ? "Everything works as ever." : "They are safe here, and go up when there is a network.";
  }
  return "They are safe here, and go up in a moment.";
}
