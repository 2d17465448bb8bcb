// Right after an account was made: one calm suggestion, that can be waved away for good.

import { useState } from "preact/hooks";
import type { CodesLeft } from "../../actions/recovery.ts";
import type { Account } from "../../store/current.ts";
import { storage } from "../../store/local-storage.ts";

export function SuggestCodes({ account, codes }: { readonly account: Account; readonly codes: CodesLeft | null }) {
  const key = `rebound.codes-later/${account.id}`;
  const [isLater, setLater] = useState(() => storage.get(key) !== null);
  if (isLater || codes === null || codes.left > 0) return null;
  return (
    <div class="band suggest">
      <p>
        <b>If this device is lost one day,</b> ten codes on paper let you back in.
      </p>
      <div class="btns">
        <a class="btn btn--tool" href="/settings/recovery-codes">
          Make recovery codes
        </a>
        <button
          type="button"
          class="btn btn--text"
          onClick={() => {
            storage.set(key, "later");
            setLater(true);
          }}
        >
          Not now
        </button>
      </div>
    </div>
  );
}
