// The long answer to "are my words safe?": what is where, since when, and what the person can do about it.

import { signal } from "@preact/signals";
import { account, syncNow, syncState } from "../../store/current.ts";
import { Sheet } from "./sheet.tsx";
import { syncMeaning } from "./sync-meaning.ts";
import { syncStatus } from "./sync-words.ts";

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
}

export function SyncSheet({ open, onClose }: Props) {
  const state = syncState.value;
  const hasAccount = account.value !== null;
  return (
    <Sheet title="Where your words are" open={open} onClose={onClose}>
      <div class="stack">
        <p>
          <b>{syncStatus(state)}.</b> {syncMeaning(state)} {lastSavedWords(state.savedAt)}
        </p>
        <div class="btns">
          {hasAccount && <TryNow />}
          <a class="btn btn--quiet" href="/settings" onClick={onClose}>
            {hasAccount ? "Open settings" : "Account and settings"}
          </a>
        </div>
      </div>
    </Sheet>
  );
}

/** "Trying…" for as long as a person needs to see that the tap was heard. */
const isTrying = signal(false);
const seenAfterMs = 900;

export function TryNow({ onAir = false }: { readonly onAir?: boolean }) {
  const tryNow = () => {
    syncNow();
    isTrying.value = true;
    setTimeout(() => (isTrying.value = false), seenAfterMs);
  };
  return (
    <button type="button" class={onAir ? "btn btn--air" : "btn btn--tool"} onClick={tryNow}>
      {isTrying.value ? "Trying…" : "Try now"}
    </button>
  );
}

export function lastSavedWords(savedAt: number | null, now: Date = new Date()): string {
  if (savedAt === null) return "";
  const at = new Date(savedAt);
  const time = at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  if (at.toDateString() === now.toDateString()) return `Last saved on the server at ${time}.`;
  const day = at.toLocaleDateString("en-GB", { weekday: "short", day: "numeric", month: "short" });
  return `Last saved on the server on ${day.replace(",", "").replaceAll(" ", "\u00a0")}, ${time}.`;
}
