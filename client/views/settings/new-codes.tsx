// Ten codes, this once. Three ways to keep them, and the way on, which nobody has to hurry to.

import { useState } from "preact/hooks";
import { codesText, saveCodes } from "../../actions/recovery.ts";
import { deviceZone } from "../../model/days.ts";
import { longDateWords } from "../../model/words.ts";
import { announce } from "../components/announcer.tsx";
import { Dock } from "../components/dock.tsx";
import { Icon } from "../components/icon.tsx";
import { Top } from "../components/top.tsx";
import { BareFrame } from "../frame/frame.tsx";
import { navigate } from "../router.ts";

export function NewCodes({ codes }: { readonly codes: readonly string[] }) {
  return (
    <BareFrame dock={<Done />}>
      <Top plain />
      <div class="body recovery">
        <h1 class="recovery__shown">Your ten codes. They are shown this once.</h1>
        <div class="recovery__for-paper">
          <h2>Recovery codes for Rebound</h2>
          <p>
            {location.host}: Sign in, then “Use a recovery code”. Each one works once. Printed on {longDateWords(new Date().toISOString(), deviceZone())}.
          </p>
        </div>
        <ol class="codes" aria-label="Recovery codes">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
        <Keep codes={codes} />
        <p class="muted small recovery__hint">
          Keep them where only you look, and not only on the device they are to replace. Capitals and dashes do not matter, and O
          reads as 0.
        </p>
      </div>
    </BareFrame>
  );
}

function Keep({ codes }: { readonly codes: readonly string[] }) {
  const [kept, setKept] = useState("");
  const say = (words: string) => {
    setKept(words);
    announce(words);
  };
  const copy = () =>
    navigator.clipboard.writeText(codesText(codes)).then(
      () => say("Copied."),
      () => say("This browser does not copy. Save or print them instead."),
    );
  return (
    <div class="recovery__keep">
      <div class="btns">
        <button type="button" class="btn btn--tool" onClick={() => void copy()}>
          <Icon name="copy" size="s" />
          Copy
        </button>
        <button
          type="button"
          class="btn btn--tool"
          onClick={() => {
            saveCodes(codes);
            say("Saved as a text file.");
          }}
        >
          <Icon name="download" size="s" />
          Save
        </button>
        <button type="button" class="btn btn--tool" onClick={() => window.print()}>
          <Icon name="printer" size="s" />
          Print
        </button>
      </div>
      {kept && <p class="hint">{kept}</p>}
    </div>
  );
}

function Done() {
  return (
    <Dock low>
      <button type="button" class="btn btn--primary btn--wide" onClick={() => navigate("/settings", { replace: true })}>
        I have put them away
      </button>
      <p class="dock__note">Leaving this page is leaving the codes.</p>
    </Dock>
  );
}
