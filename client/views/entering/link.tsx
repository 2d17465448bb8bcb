// The way in with another device: its QR code led here, with a secret behind the hash, or its eight letters are typed.

import { useEffect, useState } from "preact/hooks";
import { spendLink } from "../../actions/entering.ts";
import { account, syncState } from "../../store/current.ts";
import { Dock } from "../components/dock.tsx";
import { FieldError } from "../components/field.tsx";
import { Top } from "../components/top.tsx";
import { BareFrame } from "../frame/frame.tsx";
import { hash, navigate } from "../router.ts";
import { CodeForm } from "./code-form.tsx";
import { Door, useDoor, type DoorHandle } from "./door.tsx";

export function LinkHere() {
  const [secret, setSecret] = useState(() => hash.value.slice(1));
  // It is good once and for minutes; neither the address bar nor the history need it.
  useEffect(() => {
    if (secret) navigate("/link", { replace: true, keepScroll: true });
  }, []);
  const door = useDoor();
  // A device that the server signed out keeps its journal and may come back to it in any way.
  if (account.value !== null && syncState.value.why !== "signed-out") return <SignedInAlready />;
  if (door.state.kind === "looking") return null;
  if (secret && door.state.kind === "nobody") return <Scanned secret={secret} door={door} onFailed={() => setSecret("")} />;
  if (door.state.kind !== "nobody") return <Door door={door} back="/link" />;
  return (
    <CodeForm
      title="Link with another device."
      label="Code on the other device"
      hint="Eight letters and digits. Capitals and dashes do not matter."
      what="On the other device: Settings, Devices, Link one. A longer code from whoever runs this server goes here, too."
      letters={8}
      send={(code) => spendLink({ code })}
      onEntered={door.enter}
    />
  );
}

interface ScannedProps {
  readonly secret: string;
  readonly door: DoorHandle;
  readonly onFailed: () => void;
}

/** Not by itself: an address alone, sent by anybody, must not take this device's words into somebody's account. */
function Scanned({ secret, door, onFailed }: ScannedProps) {
  const [fault, setFault] = useState<string | null>(null);
  const go = async () => {
    const outcome = await spendLink({ secret });
    if (outcome.kind === "at the door") door.enter(outcome.entrance);
    if (outcome.kind === "failed") setFault(outcome.message);
  };
  const dock = (
    <Dock low>
      {fault ? (
        <>
          <div role="alert">
            <FieldError>{fault}</FieldError>
          </div>
          <button type="button" class="btn btn--primary btn--wide" onClick={onFailed}>
            Type a code instead
          </button>
        </>
      ) : (
        <button type="button" class="btn btn--primary btn--wide" onClick={() => void go()}>
          Link this device
        </button>
      )}
      <button type="button" class="btn btn--text btn--wide" onClick={() => navigate("/", { replace: true })}>
        Not now
      </button>
    </Dock>
  );
  return (
    <BareFrame dock={dock}>
      <Top back="/sign-in" plain />
      <div class="body">
        <h1>Link this device to your account?</h1>
        <p>Only go on if you have just shown this code yourself, on a device of yours. What is kept here goes into that account.</p>
      </div>
    </BareFrame>
  );
}

function SignedInAlready() {
  return (
    <BareFrame
      dock={
        <Dock low>
          <button type="button" class="btn btn--primary btn--wide" onClick={() => navigate("/settings", { replace: true })}>
            Go to Settings
          </button>
        </Dock>
      }
    >
      <Top back="/" plain />
      <div class="body">
        <h1>This device is signed in already.</h1>
        <p>To link it to another account, sign out of this one first. To let another device in, start in Settings.</p>
      </div>
    </BareFrame>
  );
}
