// What helps when no passkey is at hand: recovery codes, and another device to let in.

import type { Account } from "../../store/current.ts";
import { RowLink } from "../components/row.tsx";
import { RecoveryRow, useCodesLeft } from "./recovery-row.tsx";
import { SuggestCodes } from "./suggest-codes.tsx";

export function WaysBack({ account }: { readonly account: Account }) {
  const codes = useCodesLeft(account);
  return (
    <section>
      <h2>When no passkey is at hand</h2>
      <ul class="rows">
        <li>
          <RecoveryRow codes={codes} />
        </li>
        <li>
          <RowLink calm icon="qr-code" title="Link another device" meta="Scan a code, and say yes here" href="/settings/link" />
        </li>
      </ul>
      <SuggestCodes account={account} codes={codes} />
    </section>
  );
}
