// The whole sentence on where the words are, once on every framed screen: for screen readers, and for whoever asks the
// page. Every tap makes an unsent change and, a second later, a saved one; so it speaks up only when something keeps
// the words from going up.

import { syncState } from "../../store/current.ts";
import { syncStatus } from "./sync-words.ts";

export function SyncStatus({ visible = false }: { readonly visible?: boolean }) {
  const state = syncState.value;
  const isWorthSaying = state.kind === "offline" || state.kind === "look";
  return (
    <span class={visible ? undefined : "hidden"} role="status" aria-live={isWorthSaying ? "polite" : "off"}>
      {syncStatus(state)}
    </span>
  );
}
