// One passkey: its name, who keeps it, and the way to remove it. Removing is asked about once, in the same sheet.

import { useEffect, useState } from "preact/hooks";
import { removePasskey, renamePasskey, type Passkey, type PasskeysOutcome } from "../../actions/passkeys.ts";
import { say } from "../../actions/undo.ts";
import { whenWords } from "../../model/account-words.ts";
import { deviceZone } from "../../model/days.ts";
import { Sheet } from "../components/sheet.tsx";
import { ShortField } from "../editing/short-field.tsx";
import { useLast } from "../listing/use-last.ts";
import { Fault } from "./fault.tsx";

const maxNameLength = 100;

interface Props {
  /** Null: closed. */
  readonly passkey: Passkey | null;
  readonly onClose: () => void;
  readonly onOutcome: (outcome: PasskeysOutcome) => void;
}

export function PasskeySheet({ passkey, onClose, onOutcome }: Props) {
  const shown = useLast(passkey);
  return (
    <Sheet title="Passkey" open={passkey !== null} onClose={onClose}>
      {shown && <OnePasskey key={shown.id} passkey={shown} onClose={onClose} onOutcome={onOutcome} />}
    </Sheet>
  );
}

function OnePasskey({ passkey, onClose, onOutcome }: Props & { readonly passkey: Passkey }) {
  const [isAsked, setAsked] = useState(false);
  const [isRemoving, setRemoving] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => setFault(null), [isAsked]);

  const take = (outcome: PasskeysOutcome, done: () => void) => {
    onOutcome(outcome);
    setFault(outcome.kind === "failed" ? outcome.message : null);
    if (outcome.kind === "done") done();
  };
  const rename = async (name: string | null) => {
    if (name !== null) take(await renamePasskey(passkey.id, name), () => say(`It is called ${name} now`));
  };
  const remove = async () => {
    if (isRemoving) return;
    setRemoving(true);
    const outcome = await removePasskey(passkey.id);
    setRemoving(false);
    take(outcome, () => {
      onClose();
      say(`${passkey.name} opens this account no more`);
    });
  };

  return (
    <>
      <ShortField
        label="Name"
        value={passkey.name}
        max={maxNameLength}
        needed="It needs a name, so that you know it again. The former one is kept."
        onKeep={(name) => void rename(name)}
      />
      <p class="muted small">{historyOf(passkey)}</p>
      {isAsked && (
        <p>
          Nobody gets in with it any more, on no device it was copied to, and devices that signed in with it are signed out. This
          one stays signed in.
        </p>
      )}
      <Fault>{fault}</Fault>
      <div class="btns">
        {isAsked ? (
          <>
            <button type="button" class="btn btn--danger" onClick={() => void remove()} aria-disabled={isRemoving}>
              Remove it
            </button>
            <button type="button" class="btn btn--quiet" onClick={() => setAsked(false)}>
              Keep it
            </button>
          </>
        ) : (
          <button type="button" class="btn btn--quiet" onClick={() => setAsked(true)}>
            Remove this passkey
          </button>
        )}
      </div>
    </>
  );
}

/** "Kept by iCloud Keychain. Made on Fri 2 Oct, used today. Opened this device." */
function historyOf({ provider, created_at, last_used_at, is_here }: Passkey): string {
  const now = { at: new Date().toISOString(), zone: deviceZone() };
  const made = `Made ${whenWords(created_at, now)}`;
  const used = last_used_at === null ? "not used to sign in yet" : `used ${whenWords(last_used_at, now)}`;
  return `${provider ? `Kept by ${provider}. ` : ""}${made}, ${used}.${is_here ? " Opened this device." : ""}`;
}
