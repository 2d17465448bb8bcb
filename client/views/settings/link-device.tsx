// Letting another device in, seen from this one: a code, then the newcomer's name and two digits, then yes or no.

import { useEffect, useState } from "preact/hooks";
import { openLink, takeBackLink, type NewLink } from "../../actions/linking.ts";
import { account } from "../../store/current.ts";
import { Dock } from "../components/dock.tsx";
import { FieldError } from "../components/field.tsx";
import { Icon } from "../components/icon.tsx";
import { Top } from "../components/top.tsx";
import { BareFrame } from "../frame/frame.tsx";
import { navigate } from "../router.ts";
import { LinkAsks } from "./link-asks.tsx";
import { LinkCode } from "./link-code.tsx";
import { useLinkState, type LinkState } from "./use-link-state.ts";

export function LinkDevice() {
  const [link, setLink] = useState<NewLink | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [state, lookAgain] = useLinkState(link);

  const open = async () => {
    if (isAsking) return;
    setAsking(true);
    setFault(null);
    const outcome = await openLink();
    setAsking(false);
    if (outcome.kind === "opened") setLink(outcome.link);
    if (outcome.kind === "failed") setFault(outcome.message);
  };
  // Whoever leaves the page takes the code back; a link that was confirmed goes on by itself.
  useEffect(() => () => void (link && takeBackLink(link.id)), [link]);

  if (account.value === null) return <NotSignedIn />;
  if (link && state.kind === "asking") return <LinkAsks link={state.link} onDecided={lookAgain} />;
  if (link && state.kind === "waiting") return <LinkCode link={link} onTakeBack={() => setLink(null)} />;
  return (
    <BareFrame
      dock={
        state.kind === "confirmed" ? (
          <ToSettings />
        ) : (
          <Dock low>
            {fault && (
              <div role="alert">
                <FieldError>{fault}</FieldError>
              </div>
            )}
            <button type="button" class="btn btn--primary btn--wide" aria-disabled={isAsking} onClick={() => void open()}>
              <Icon name="qr-code" size="s" />
              {link ? "Show a new code" : "Show a code"}
            </button>
            <p class="dock__note">Your passkey is asked for first.</p>
          </Dock>
        )
      }
    >
      <Top back="/settings" plain />
      <div class="body" aria-live="polite">
        <h1>{headlines[link ? state.kind : "none"]}</h1>
        <p>{meanings[link ? state.kind : "none"]}</p>
        {!link && (
          <ol class="stack--s steps-list">
            <li>This device shows a code, for five minutes.</li>
            <li>The other device scans it, or types eight letters.</li>
            <li>You compare two digits and say yes here.</li>
          </ol>
        )}
      </div>
    </BareFrame>
  );
}

type Told = "none" | LinkState["kind"];

const headlines: Readonly<Record<Told, string>> = {
  none: "Link another device.",
  waiting: "",
  asking: "",
  confirmed: "Yes said. The other device goes on by itself.",
  refused: "Refused. Nothing was opened.",
  over: "This code is no longer good.",
};

const meanings: Readonly<Record<Told, string>> = {
  none: "It gets a passkey of its own, and shows the same as this one. A browser without passkeys gets in this way, too.",
  waiting: "",
  asking: "",
  confirmed: "It makes a passkey of its own now and is then listed among your devices.",
  refused: "The other device was told. If you do not know it, somebody saw your code: it is good for nothing now.",
  over: "Its five minutes are over, or it was used. Nothing was opened by it unless you said yes.",
};

function ToSettings() {
  return (
    <Dock low>
      <button type="button" class="btn btn--primary btn--wide" onClick={() => navigate("/settings", { replace: true })}>
        Done
      </button>
    </Dock>
  );
}

function NotSignedIn() {
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
      <Top back="/settings" plain />
      <div class="body">
        <h1>There is no account here yet.</h1>
        <p>A device is linked to an account. To bring this device to one you have elsewhere, start the link there.</p>
      </div>
    </BareFrame>
  );
}

