// Where the words are: on the server, only here, or waiting for a network. A word beside a sign, never red.

import { signal } from "@preact/signals";
import { account, syncState } from "../../store/current.ts";
import { Icon } from "./icon.tsx";
import { Sheet } from "./sheet.tsx";
import { SyncReport } from "./sync-report.tsx";
import { syncSign } from "./sync-words.ts";

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
      <Sheet title="Where your words are" open={isOpen.value} onClose={() => (isOpen.value = false)}>
        <SyncReport state={state} hasAccount={account.value !== null} onLeave={() => (isOpen.value = false)} />
      </Sheet>
    </>
  );
}
