// Where the words are: on the server, only here, or waiting for a network. A word beside a sign, never red.

import { signal } from "@preact/signals";
import { account, syncState } from "../../store/current.ts";
import { Icon } from "./icon.tsx";
import { Sheet } from "./sheet.tsx";
import { SyncReport } from "./sync-report.tsx";
import { syncSign, syncStatus } from "./sync-words.ts";

const isOpen = signal(false);

export function SyncMark() {
  const state = syncState.value;
  const { icon, word } = syncSign(state);
  return (
    <>
      <button type="button" class="tap sync" aria-haspopup="dialog" onClick={() => (isOpen.value = true)}>
        <Icon name={icon} size="s" />
        <span>
          <span class="hidden">Sync: </span>
          {word}
        </span>
      </button>
      <SyncStatus />
      <Sheet title="Where your words are" open={isOpen.value} onClose={() => (isOpen.value = false)}>
        <SyncReport state={state} hasAccount={account.value !== null} onLeave={() => (isOpen.value = false)} />
      </Sheet>
    </>
  );
}

/** The whole sentence, for screen readers and for whoever asks the page. Every tap makes an unsent change and a second
    later a saved one, so it speaks up only when something keeps the words from going up. */
export function SyncStatus() {
  const state = syncState.value;
  const isWorthSaying = state.kind === "offline" || state.kind === "look";
  return (
    <span class="hidden" role="status" aria-live={isWorthSaying ? "polite" : "off"}>
      {syncStatus(state)}
    </span>
  );
}
