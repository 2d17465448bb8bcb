// The ways in: a passkey, from the button or from the browser's own list; another device; a recovery code. A browser that
// knows no passkeys is told so, and the other two are for it.

import { useEffect, useRef, useState } from "preact/hooks";
import { signIn, signInWithAutofill } from "../../actions/account.ts";
import { hasPasskeys } from "../../platform/passkeys.ts";
import { Air, Arc, Ground } from "../components/air.tsx";
import { Dock } from "../components/dock.tsx";
import { Field, FieldError } from "../components/field.tsx";
import { Icon } from "../components/icon.tsx";
import { RowLink } from "../components/row.tsx";
import { Top } from "../components/top.tsx";
import { BareFrame } from "../frame/frame.tsx";
import { navigate } from "../router.ts";

const patienceMs = 1_500;

export function SignIn() {
  const [fault, setFault] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);
  const hasAutofill = useAutofill(setFault);

  const ask = async () => {
    setAsking(true);
    setFault(null);
    const outcome = await signIn();
    setAsking(false);
    if (outcome.kind === "signed-in") navigate("/", { replace: true });
    if (outcome.kind === "failed") setFault(outcome.message);
  };

  return (
    <BareFrame dock={<WaysIn fault={fault} isAsking={isAsking} onAsk={() => void ask()} />}>
      <div class="sign-in">
        <Air top={<Top back="/" />} title="Welcome back. Everything is where you left it." arc={<TwoDevices />} />
        <Ground
          marks={[
            { at: 0.16, strong: "This device" },
            { at: 0.84, strong: "Your other device" },
          ]}
        />
        <div class="body">
          <ul class="rows">
            <li>
              <RowLink icon="qr-code" title="Link with another device" meta="Scan a code, or type eight letters." href="/link" />
            </li>
            <li>
              <RowLink icon="life-buoy" title="Use a recovery code" href="/recover" />
            </li>
          </ul>
          {hasAutofill && (
            <Field label="Or choose one from a list">
              {(links) => (
                <input
                  class="input"
                  {...links}
                  name="username"
                  type="text"
                  placeholder="Passkeys this device knows"
                  autocomplete="username webauthn"
                  inputMode="none"
                />
              )}
            </Field>
          )}
        </div>
      </div>
    </BareFrame>
  );
}

/** Offers the passkeys in the field's own list for as long as the page is open, where the browser can. */
function useAutofill(onFault: (message: string) => void): boolean {
  const [isOffered, setOffered] = useState(false);
  const report = useRef(onFault);
  report.current = onFault;
  useEffect(() => {
    const leaving = new AbortController();
    const offer = async () => {
      const can = hasPasskeys() && (await PublicKeyCredential.isConditionalMediationAvailable?.());
      if (!can || leaving.signal.aborted) return;
      setOffered(true);
      await patience(leaving.signal);
      if (leaving.signal.aborted) return;
      const outcome = await signInWithAutofill(leaving.signal);
      if (leaving.signal.aborted) return;
      if (outcome.kind === "signed-in") navigate("/", { replace: true });
      if (outcome.kind === "failed") report.current(outcome.message);
    };
    void offer();
    return () => leaving.abort();
  }, []);
  return isOffered;
}

/**
 * Some authenticators answer an offer at once, without a list. Whoever came for the button gets to press it first,
 * and whoever goes to the field is not kept waiting.
 */
function patience(leaving: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      document.removeEventListener("focusin", noticeField);
      resolve();
    };
    const noticeField = ({ target }: FocusEvent) => target instanceof HTMLInputElement && end();
    const timer = setTimeout(end, patienceMs);
    document.addEventListener("focusin", noticeField);
    leaving.addEventListener("abort", end, { once: true });
  });
}

function TwoDevices() {
  return (
    <Arc name="sign-in" label="Two devices, one line between them." height={170}>
      <path class="past" d="M-44 118Q7 118 58 162" />
      <path class="next" d="M58 162Q182 -114 306 162" />
      <circle class="spot spot--fix" cx="306" cy="163" r="7" />
      <circle class="ball" cx="58" cy="160" r="10" />
    </Arc>
  );
}

interface WaysInProps {
  readonly fault: string | null;
  readonly isAsking: boolean;
  readonly onAsk: () => void;
}

function WaysIn({ fault, isAsking, onAsk }: WaysInProps) {
  return (
    <Dock low>
      {fault && (
        <div role="alert">
          <FieldError>{fault}</FieldError>
        </div>
      )}
      {hasPasskeys() ? (
        <>
          <button type="button" class="btn btn--primary btn--wide" aria-disabled={isAsking} onClick={isAsking ? undefined : onAsk}>
            <Icon name="key-round" size="s" />
            Sign in with a passkey
          </button>
          <p class="dock__note">No password. Your finger or your face opens it.</p>
        </>
      ) : (
        <p class="dock__note">This browser knows no passkeys. Another device lets you in, or a recovery code.</p>
      )}
      <button type="button" class="btn btn--text btn--wide" onClick={() => navigate("/", { replace: true })}>
        Go on without an account
      </button>
    </Dock>
  );
}
