// With no account: what one is for, and the way to make it. With one: the ways into it, and who is in.

import { useState } from "preact/hooks";
import { createAccount } from "../../actions/account.ts";
import type { Account } from "../../store/current.ts";
import { TextField } from "../components/field.tsx";
import { Icon } from "../components/icon.tsx";
import { Devices } from "./devices.tsx";
import { Fault } from "./fault.tsx";
import { WaysToSignIn } from "./ways-to-sign-in.tsx";

export function AccountSection({ account }: { readonly account: Account | null }) {
  if (account === null) return <NoAccount />;
  return (
    <>
      <WaysToSignIn account={account} />
      <Devices account={account} />
    </>
  );
}

function NoAccount() {
  const [name, setName] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);

  const create = async (event: Event) => {
    event.preventDefault();
    if (isAsking) return;
    setAsking(true);
    setFault(null);
    const outcome = await createAccount(name.trim());
    setAsking(false);
    if (outcome.kind === "failed") setFault(outcome.message);
  };

  return (
    <section class="stack">
      <div class="stack--s">
        <h2>The same on your other devices</h2>
        <p class="muted">
          An account keeps a copy on the server. It is opened by a passkey: no password, no address. What is here comes along.
        </p>
      </div>
      <form class="stack" onSubmit={(event) => void create(event)}>
        <TextField
          label="A name for it"
          hint="Only so that you know it again. May stay empty."
          value={name}
          onValue={setName}
          input={{ autocomplete: "off", autocapitalize: "words", maxLength: 100, enterKeyHint: "go" }}
        />
        <Fault>{fault}</Fault>
        <button type="submit" class="btn btn--primary btn--wide" aria-disabled={isAsking}>
          <Icon name="key-round" size="s" />
          Create an account
        </button>
        <a class="btn btn--text center" href="/sign-in">
          I have an account
        </a>
      </form>
    </section>
  );
}
