// Signing out clears this device and opens the first page again. What was not sent yet would go with it, so it is
// offered first.

import { useState } from "preact/hooks";
import { signOut } from "../../actions/account.ts";
import { FieldError } from "../components/field.tsx";
import { Sheet } from "../components/sheet.tsx";

export function SignOut({ unsent }: { readonly unsent: number }) {
  const [isOpen, setOpen] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [isLeaving, setLeaving] = useState(false);

  const leave = async (sendFirst: boolean) => {
    if (isLeaving) return;
    setLeaving(true);
    setFault(null);
    const outcome = await signOut({ sendFirst });
    if (outcome.kind !== "failed") return;
    setLeaving(false);
    setFault(outcome.message);
  };

  return (
    <section class="stack">
      <button type="button" class="btn btn--quiet btn--wide" onClick={() => setOpen(true)}>
        Sign out
      </button>
      <Sheet title="Sign out here?" open={isOpen} onClose={() => setOpen(false)}>
        <p>
          {unsent === 0
            ? "Everything is on the server. This device is cleared; your passkey brings it all back."
            : `${unsent === 1 ? "1 change is" : `${unsent} changes are`} only on this device. Signing out clears it, so send first.`}
        </p>
        {fault && (
          <div role="alert">
            <FieldError>{fault}</FieldError>
          </div>
        )}
        <div class="btns">
          {unsent === 0 ? (
            <button type="button" class="btn btn--strong" onClick={() => void leave(true)}>
              Sign out and clear this device
            </button>
          ) : (
            <>
              <button type="button" class="btn btn--strong" onClick={() => void leave(true)}>
                {isLeaving ? "Sending…" : "Send, then sign out"}
              </button>
              <button type="button" class="btn btn--danger" onClick={() => void leave(false)}>
                Sign out without them
              </button>
            </>
          )}
          <button type="button" class="btn btn--quiet" onClick={() => setOpen(false)}>
            Stay signed in
          </button>
        </div>
      </Sheet>
    </section>
  );
}
