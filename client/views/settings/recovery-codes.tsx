// The recovery codes: how many are left, and ten new ones, which are shown this once and then exist only where the person
// put them: copied, saved, or printed.

import { useState } from "preact/hooks";
import { makeRecoveryCodes } from "../../actions/recovery.ts";
import { account, type Account } from "../../store/current.ts";
import { Dock } from "../components/dock.tsx";
import { Empty } from "../components/empty.tsx";
import { FieldError } from "../components/field.tsx";
import { Top } from "../components/top.tsx";
import { Why } from "../components/why.tsx";
import { BareFrame } from "../frame/frame.tsx";
import { navigate } from "../router.ts";
import { NewCodes } from "./new-codes.tsx";
import { useCodesLeft } from "./recovery-row.tsx";
import { codesHeadline, codesLeftWords } from "./recovery-words.ts";

export function RecoveryCodes() {
  const owner = account.value;
  return owner ? <CodesOf account={owner} /> : <NoAccountYet />;
}

function CodesOf({ account: owner }: { readonly account: Account }) {
  const codes = useCodesLeft(owner);
  const [made, setMade] = useState<readonly string[] | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);

  const make = async () => {
    if (isAsking) return;
    setAsking(true);
    setFault(null);
    const outcome = await makeRecoveryCodes();
    setAsking(false);
    if (outcome.kind === "made") setMade(outcome.codes);
    if (outcome.kind === "failed") setFault(outcome.message);
  };

  if (made) return <NewCodes codes={made} />;
  const hasCodes = codes !== null && codes.left > 0;
  const dock = (
    <Dock low>
      {fault && (
        <div role="alert">
          <FieldError>{fault}</FieldError>
        </div>
      )}
      <button type="button" class="btn btn--primary btn--wide" aria-disabled={isAsking} onClick={() => void make()}>
        {hasCodes ? "Make ten new ones" : "Make recovery codes"}
      </button>
      <p class="dock__note">{hasCodes ? "The ones from before are then good for nothing." : "Ten, shown once. Your passkey is asked for first."}</p>
    </Dock>
  );
  return (
    <BareFrame dock={dock}>
      <Top back="/settings" plain />
      <div class="body">
        <h1>{codesHeadline(codes)}</h1>
        {hasCodes && <p class="muted">{codesLeftWords(codes)}</p>}
        <p>
          Each code opens your account once, when no passkey is at hand: the phone is lost, or the browser knows none. Then every
          other device is signed out, and you make a new passkey.
        </p>
        <Why>A passkey lives in a device or an app. Paper does not break, and asks for no password.</Why>
      </div>
    </BareFrame>
  );
}

function NoAccountYet() {
  return (
    <BareFrame>
      <Top back="/settings" plain />
      <div class="body">
        <h1>There is no account here.</h1>
        <Empty
          words="Recovery codes open an account. What you keep on this device needs none."
          action={
            <button type="button" class="btn btn--quiet" onClick={() => navigate("/settings", { replace: true })}>
              Go to Settings
            </button>
          }
        />
      </div>
    </BareFrame>
  );
}
