// What the account is called: by its owner, and by the password managers that list its passkeys under this name.

import { useState } from "preact/hooks";
import { renameAccount } from "../../actions/passkeys.ts";
import { say } from "../../actions/undo.ts";
import type { Account } from "../../store/current.ts";
import { RowLink } from "../components/row.tsx";
import { Sheet } from "../components/sheet.tsx";
import { ShortField } from "../editing/short-field.tsx";
import { Fault } from "./fault.tsx";

const maxNameLength = 100;

export function AccountName({ account }: { readonly account: Account }) {
  const [isOpen, setOpen] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  const rename = async (name: string | null) => {
    const outcome = await renameAccount(name ?? "");
    setFault(outcome.kind === "failed" ? outcome.message : null);
    if (outcome.kind === "done") say("The account has its new name");
  };

  return (
    <>
      <RowLink
        calm
        icon="pencil"
        title={account.name || "Your account"}
        meta={account.name ? "The name of the account" : "It has no name yet"}
        onClick={() => setOpen(true)}
      />
      <Sheet title="Your account" open={isOpen} onClose={() => setOpen(false)}>
        <ShortField
          label="Its name"
          hint="Your passkeys are listed under it. Nobody else sees it."
          value={account.name}
          max={maxNameLength}
          onKeep={(name) => void rename(name)}
          input={{ autocapitalize: "words" }}
        />
        <Fault>{fault}</Fault>
      </Sheet>
    </>
  );
}
