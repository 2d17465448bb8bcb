// Are my words safe? The answer as a sentence, and the one thing that can be done about it.

import type { SyncState } from "../../store/current.ts";
import { Icon } from "../components/icon.tsx";
import { syncMeaning } from "../components/sync-meaning.ts";
import { lastSavedWords, TryNow } from "../components/sync-sheet.tsx";
import { SyncStatus } from "../components/sync-status.tsx";
import { syncSign } from "../components/sync-words.ts";

interface SyncBandProps {
  readonly state: SyncState;
  readonly hasAccount: boolean;
}

export function SyncBand({ state, hasAccount }: SyncBandProps) {
  return (
    <section class="ask" aria-label="Where your words are">
      <div class="ask__head">
        <Icon name={syncSign(state).icon} />
        <div>
          <h2>
            <SyncStatus visible />
          </h2>
          <p>
            {syncMeaning(state)} {lastSavedWords(state.savedAt)}
          </p>
        </div>
      </div>
      {hasAccount && (
        <div class="ask__acts">
          {state.why === "signed-out" && (
            <a class="btn btn--air" href="/sign-in">
              Sign in again
            </a>
          )}
          <TryNow onAir />
        </div>
      )}
    </section>
  );
}
