// The way in with a recovery code.

import { spendRecoveryCode } from "../../actions/entering.ts";
import { CodeForm } from "./code-form.tsx";
import { Door, useDoor } from "./door.tsx";

export function Recover() {
  const door = useDoor();
  if (door.state.kind === "looking") return null;
  if (door.state.kind !== "nobody") return <Door door={door} back="/recover" />;
  return (
    <CodeForm
      title="Use a recovery code."
      label="Recovery code"
      hint="28 letters and digits. Capitals and dashes do not matter; O reads as 0."
      what="It works once. Every other device is signed out by it, and this one makes a new passkey."
      letters={28}
      send={(code) => spendRecoveryCode(code)}
      onEntered={door.enter}
    />
  );
}
