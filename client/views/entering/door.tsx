// In front of the account, with a code used: wait for the other device's yes, then make a passkey, or go on without one
// in a browser that knows none.

import { useCallback, useEffect, useState } from "preact/hooks";
import type { SignInOutcome } from "../../actions/account.ts";
import { enterWithoutPasskey, enterWithPasskey, giveUpEntrance, lookAtEntrance, type DoorState, type Entrance } from "../../actions/entering.ts";
import { Dock } from "../components/dock.tsx";
import { FieldError } from "../components/field.tsx";
import { Icon } from "../components/icon.tsx";
import { Top } from "../components/top.tsx";
import { BareFrame } from "../frame/frame.tsx";
import { navigate } from "../router.ts";
import { everyMoment } from "./every-moment.ts";

type Shown = DoorState | { readonly kind: "looking" | "nobody" };

export interface DoorHandle {
  readonly state: Shown;
  readonly enter: (entrance: Entrance) => void;
  readonly leave: () => void;
}

/** A page that was opened again goes on where it was. */
export function useDoor(): DoorHandle {
  const [state, setState] = useState<Shown>({ kind: "looking" });
  useEffect(() => {
    void lookAtEntrance().then((found) => setState(found.kind === "at the door" ? found : { kind: "nobody" }));
  }, []);
  const isWaiting = state.kind === "at the door" && !state.entrance.is_confirmed;
  const look = useCallback(async () => {
    const found = await lookAtEntrance();
    if (found.kind !== "out of reach") setState(found);
  }, []);
  useEffect(() => (isWaiting ? everyMoment(look) : undefined), [isWaiting, look]);
  return {
    state,
    enter: (entrance) => setState({ kind: "at the door", entrance }),
    leave: () => {
      void giveUpEntrance();
      setState({ kind: "nobody" });
    },
  };
}

export function Door({ door, back }: { readonly door: DoorHandle; readonly back: string }) {
  if (door.state.kind === "at the door") {
    const { entrance } = door.state;
    return entrance.is_confirmed ? <Open entrance={entrance} onClosed={door.leave} /> : <Waiting entrance={entrance} onLeave={door.leave} />;
  }
  return <Shut isRefused={door.state.kind === "refused"} onAgain={door.leave} back={back} />;
}

function Waiting({ entrance, onLeave }: { readonly entrance: Entrance; readonly onLeave: () => void }) {
  const dock = (
    <Dock low>
      <p class="dock__note">Waiting for your yes over there.</p>
      <button type="button" class="btn btn--quiet btn--wide" onClick={onLeave}>
        Give up
      </button>
    </Dock>
  );
  return (
    <BareFrame dock={dock}>
      <Top plain />
      <div class="body link-asks" aria-live="polite">
        <h1>Now say yes on the other device.</h1>
        <p>It must show the same two digits as this one:</p>
        <p class="link-number">{entrance.number}</p>
        {entrance.account_name && <p class="muted">This is the account of {entrance.account_name}.</p>}
      </div>
    </BareFrame>
  );
}

function Open({ entrance, onClosed }: { readonly entrance: Entrance; readonly onClosed: () => void }) {
  const [fault, setFault] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);
  const whose = entrance.account_name ? `the account of ${entrance.account_name}` : "your account";

  const go = async (enter: () => Promise<SignInOutcome>) => {
    if (isAsking) return;
    setAsking(true);
    setFault(null);
    const outcome = await enter();
    setAsking(false);
    if (outcome.kind === "signed-in") navigate("/", { replace: true });
    if (outcome.kind === "failed") setFault(outcome.message);
  };
  const dock = (
    <Dock low>
      {fault && (
        <div role="alert">
          <FieldError>{fault}</FieldError>
        </div>
      )}
      {entrance.has_passkeys ? (
        <button type="button" class="btn btn--primary btn--wide" aria-disabled={isAsking} onClick={() => void go(enterWithPasskey)}>
          <Icon name="key-round" size="s" />
          Make a passkey here
        </button>
      ) : (
        <button type="button" class="btn btn--primary btn--wide" aria-disabled={isAsking} onClick={() => void go(enterWithoutPasskey)}>
          Go on without a passkey
        </button>
      )}
      <button type="button" class="btn btn--text btn--wide" onClick={onClosed}>
        Not now
      </button>
    </Dock>
  );
  return (
    <BareFrame dock={dock}>
      <Top plain />
      <div class="body" aria-live="polite">
        <h1>{entrance.kind === "recovery" ? "The code was right." : "The door is open."}</h1>
        {entrance.has_passkeys ? (
          <p>One step more: a passkey of this device’s own, and {whose} opens here. Your finger or your face is enough from then on.</p>
        ) : (
          <p>
            This browser knows no passkeys, so {whose} opens without one: for 30 days at most, and after a week without use the
            door closes. What asks for a passkey is done on another device.
          </p>
        )}
        {entrance.kind === "recovery" && <p class="muted">Every other device is signed out now. Each can come back with its passkey, until you remove that.</p>}
      </div>
    </BareFrame>
  );
}

interface ShutProps {
  readonly isRefused: boolean;
  readonly onAgain: () => void;
  readonly back: string;
}

function Shut({ isRefused, onAgain, back }: ShutProps) {
  const again = () => {
    onAgain();
    navigate(back, { replace: true });
  };
  const dock = (
    <Dock low>
      <button type="button" class="btn btn--primary btn--wide" onClick={again}>
        Use another code
      </button>
    </Dock>
  );
  return (
    <BareFrame dock={dock}>
      <Top back="/sign-in" plain />
      <div class="body" aria-live="polite">
        <h1>{isRefused ? "The other device said no." : "This way in is closed."}</h1>
        <p>
          {isRefused
            ? "Nothing was opened, and nothing is lost. If that was a slip, show a new code there."
            : "Its minutes are over, or it was used. Nothing was opened. Show a new code on the other device, or take your next recovery code."}
        </p>
      </div>
    </BareFrame>
  );
}
