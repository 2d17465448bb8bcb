// The ways into the account: its passkeys, each with a sheet of its own, and the codes on paper. The list is the server's.

import { useState } from "preact/hooks";
import { addPasskey, listPasskeys, type Passkey, type PasskeysOutcome } from "../../actions/passkeys.ts";
import { say } from "../../actions/undo.ts";
import { passkeyWords } from "../../model/account-words.ts";
import { deviceZone } from "../../model/days.ts";
import type { Account } from "../../store/current.ts";
import { RowLink } from "../components/row.tsx";
import { AccountName } from "./account-name.tsx";
import { Fault } from "./fault.tsx";
import { PasskeySheet } from "./passkey-sheet.tsx";
import { RecoveryRow, useCodesLeft } from "./recovery-row.tsx";
import { SuggestCodes } from "./suggest-codes.tsx";
import { useServerList } from "./use-server-list.ts";

export function WaysToSignIn({ account }: { readonly account: Account }) {
  const { items: passkeys, why, show } = useServerList(listPasskeys, account.id);
  const codes = useCodesLeft(account);
  const [opened, setOpened] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [isAdding, setAdding] = useState(false);

  const add = async () => {
    if (isAdding) return;
    setAdding(true);
    setFault(null);
    const outcome = await addPasskey();
    setAdding(false);
    if (outcome.kind === "failed") setFault(outcome.message);
    if (outcome.kind === "done") {
      show(outcome.passkeys);
      say("Another passkey opens this account now");
    }
  };
  const onOutcome = (outcome: PasskeysOutcome) => {
    if (outcome.kind === "done") show(outcome.passkeys);
  };

  return (
    <section aria-label="Ways to sign in">
      <div class="section__head">
        <h2>Ways to sign in</h2>
        <button type="button" class="btn btn--text" onClick={() => void add()} aria-disabled={isAdding} aria-label="Add a passkey">
          Add
        </button>
      </div>
      <Fault>{fault}</Fault>
      {why && <p class="muted small">{why}</p>}
      <ul class="rows">
        {passkeys?.map((passkey) => (
          <li key={passkey.id}>
            <RowLink calm icon="key-round" title={passkey.name} meta={metaOf(passkey)} onClick={() => setOpened(passkey.id)} />
          </li>
        ))}
        <li>
          <RecoveryRow codes={codes} />
        </li>
        <li>
          <AccountName account={account} />
        </li>
      </ul>
      <PasskeySheet
        passkey={passkeys?.find(({ id }) => id === opened) ?? null}
        onClose={() => setOpened(null)}
        onOutcome={onOutcome}
      />
      <SuggestCodes account={account} codes={codes} />
    </section>
  );
}

function metaOf(passkey: Passkey): string {
  return passkeyWords(passkey, { at: new Date().toISOString(), zone: deviceZone() });
}
