// Somebody used the code: who it says it is, and the two digits that must stand on both devices.

import { useState } from "preact/hooks";
import { confirmLink, refuseLink, type Link } from "../../actions/linking.ts";
import { Dock } from "../components/dock.tsx";
import { FieldError } from "../components/field.tsx";
import { Top } from "../components/top.tsx";
import { BareFrame } from "../frame/frame.tsx";

interface LinkAsksProps {
  readonly link: Link;
  readonly onDecided: () => void;
}

export function LinkAsks({ link, onDecided }: LinkAsksProps) {
  const [fault, setFault] = useState<string | null>(null);
  const decide = async (decision: typeof confirmLink) => {
    const outcome = await decision(link);
    if (outcome.kind === "failed") setFault(outcome.message);
    onDecided();
  };
  const dock = (
    <Dock low>
      {fault && (
        <div role="alert">
          <FieldError>{fault}</FieldError>
        </div>
      )}
      <button type="button" class="btn btn--primary btn--wide" onClick={() => void decide(confirmLink)}>
        Yes, it shows {link.number}
      </button>
      <button type="button" class="btn btn--quiet btn--wide" onClick={() => void decide(refuseLink)}>
        No, refuse it
      </button>
    </Dock>
  );
  return (
    <BareFrame dock={dock}>
      <Top plain />
      <div class="body link-asks" aria-live="polite">
        <h1>{link.device} asks to come in.</h1>
        <p>It must be in your hands, and show the same two digits:</p>
        <p class="link-number">{link.number}</p>
        {!link.has_passkeys && (
          <p class="muted">
            It knows no passkeys. It stays signed in for 30 days at most, and cannot do what asks for a passkey.
          </p>
        )}
      </div>
    </BareFrame>
  );
}
