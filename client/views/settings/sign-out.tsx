// Signing out clears this device and opens the first page again. What was not sent yet would go with it, so it is
// offered first. The same on every device: the others keep what they have, and are asked to sign in again.

import { useState } from "preact/hooks";
import { signOut, type SignOutOutcome } from "../../actions/account.ts";
import type { Stopped } from "../../actions/ceremonies.ts";
import { signOutEverywhere } from "../../actions/devices.ts";
import { Sheet } from "../components/sheet.tsx";
import { Fault } from "./fault.tsx";

export function SignOut({ unsent }: { readonly unsent: number }) {
  return (
    <section class="stack leaving">
      <Leave button="Sign out" look="btn--quiet" title="Sign out here?" unsent={unsent} leave={signOut} done="Sign out and clear this device">
        {unsent === 0 ? "Everything is on the server. This device is cleared; your passkey brings it all back." : unsentWords(unsent)}
      </Leave>
      <Leave
        button="Sign out on every device"
        look="btn--text"
        title="Sign out on every device?"
        unsent={unsent}
        leave={signOutEverywhere}
        done="Sign out everywhere"
      >
        {`Your other devices are asked to sign in again, and keep until then what they have not sent. ${
          unsent === 0 ? "This one is cleared; your passkey brings it all back." : unsentWords(unsent)
        }`}
      </Leave>
    </section>
  );
}

interface LeaveProps {
  readonly button: string;
  readonly look: "btn--quiet" | "btn--text";
  readonly title: string;
  readonly unsent: number;
  readonly leave: (how: { readonly sendFirst: boolean }) => Promise<SignOutOutcome | Stopped>;
  /** What the button says when everything is sent. */
  readonly done: string;
  readonly children: string;
}

function Leave({ button, look, title, unsent, leave, done, children }: LeaveProps) {
  const [isOpen, setOpen] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [isLeaving, setLeaving] = useState(false);

  const go = async (sendFirst: boolean) => {
    if (isLeaving) return;
    setLeaving(true);
    setFault(null);
    const outcome = await leave({ sendFirst });
    // Signed out, the page is on its way to another one.
    if (outcome.kind === "signed-out") return;
    setLeaving(false);
    if (outcome.kind === "failed") setFault(outcome.message);
  };

  return (
    <>
      <button type="button" class={`btn ${look} btn--wide`} onClick={() => setOpen(true)}>
        {button}
      </button>
      <Sheet title={title} open={isOpen} onClose={() => setOpen(false)}>
        <p>{children}</p>
        <Fault>{fault}</Fault>
        <div class="btns">
          {unsent === 0 ? (
            <button type="button" class="btn btn--strong" onClick={() => void go(true)}>
              {done}
            </button>
          ) : (
            <>
              <button type="button" class="btn btn--strong" onClick={() => void go(true)}>
                {isLeaving ? "Sending…" : "Send, then sign out"}
              </button>
              <button type="button" class="btn btn--danger" onClick={() => void go(false)}>
                Sign out without them
              </button>
            </>
          )}
          <button type="button" class="btn btn--quiet" onClick={() => setOpen(false)}>
            Stay signed in
          </button>
        </div>
      </Sheet>
    </>
  );
}

function unsentWords(unsent: number): string {
  return `${unsent === 1 ? "1 change is" : `${unsent} changes are`} only on this device. Signing out clears it, so send first.`;
}
