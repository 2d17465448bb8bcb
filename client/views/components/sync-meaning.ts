// What the state of the sync means for the person. Pure.

import type { SyncState } from "../../store/current.ts";

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
