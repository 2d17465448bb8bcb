// Where the words are: on the server, only here, or waiting for a network. A word beside a sign, never red.

import { signal } from "@preact/signals";
import { syncState } from "../../store/current.ts";
import { atHand, onceThere } from "../later.tsx";
import { Icon } from "./icon.tsx";
import { syncSign } from "./sync-words.ts";

const SyncSheet = onceThere(atHand, ({ SyncSheet }) => SyncSheet);

const isOpen = signal(false);

export function SyncMark() {
  const { icon, word } = syncSign(syncState.value);
  return (
    <>
      <button type="button" class="tap sync" aria-haspopup="dialog" onClick={() => (isOpen.value = true)}>
        <Icon name={icon} size="s" />
        <span>
          <span class="hidden">Sync: </span>
          {word}
        </span>
      </button>
      <SyncSheet open={isOpen.value} onClose={() => (isOpen.value = false)} />
    </>
  );
}
