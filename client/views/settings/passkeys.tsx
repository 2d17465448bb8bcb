// The passkeys of the account. The list lives on the server: without a network it says so and the rest goes on.

import { useEffect, useState } from "preact/hooks";
import { addPasskey, listPasskeys, type Passkey } from "../../actions/passkeys.ts";
import { say } from "../../actions/undo.ts";
import { deviceZone } from "../../model/days.ts";
import { dateWords } from "../../model/words.ts";
import type { Account } from "../../store/current.ts";
import { FieldError } from "../components/field.tsx";
import { Row } from "../components/row.tsx";
import { Icon } from "../components/icon.tsx";

export function Passkeys({ account }: { readonly account: Account }) {
  const [passkeys, setPasskeys] = useState<readonly Passkey[] | "out of reach" | null>(null);
  const [fault, setFault] = useState<string | null>(null);

  const load = async () => setPasskeys(await listPasskeys().catch(() => "out of reach" as const));
  useEffect(() => {
    void load();
  }, [account.id]);

  const add = async () => {
    setFault(null);
    const outcome = await addPasskey();
    if (outcome.kind === "failed") return setFault(outcome.message);
    if (outcome.kind === "done") say("Another passkey opens this account now");
    await load();
  };

  return (
    <section>
      <div class="section__head">
        <h2>Ways to sign in</h2>
        <button type="button" class="btn btn--text" onClick={() => void add()} aria-label="Add a passkey">
          Add
        </button>
      </div>
      {account.name && <p class="count">The account of {account.name}</p>}
      {fault && (
        <div role="alert">
          <FieldError>{fault}</FieldError>
        </div>
      )}
      {passkeys === "out of reach" ? (
        <p class="muted small">The list is on the server, and shows when there is a network.</p>
      ) : (
        <ul class="rows row--calm">
          {passkeys?.map((passkey) => (
            <Row key={passkey.id} start={<Icon name="key-round" />} title={passkey.name} meta={usedWords(passkey)} />
          ))}
        </ul>
      )}
    </section>
  );
}

function usedWords({ created_at, last_used_at }: Passkey): string {
  const zone = deviceZone();
  const used = last_used_at ?? created_at;
  const day = dateWords(used, zone);
  if (day === dateWords(new Date().toISOString(), zone)) return "Passkey. Used today.";
  return `Passkey. Used on ${day}.`;
}
