// The account was deleted on another device. What this one still holds is nowhere else now: a copy is offered, then it goes.

import { useState } from "preact/hooks";
import { clearAfterDeletion } from "../../actions/deletion.ts";
import { counted } from "../../model/words.ts";
import { syncState } from "../../store/current.ts";
import { Dock } from "../components/dock.tsx";
import { Top } from "../components/top.tsx";
import { ExportChoices } from "../settings/export-row.tsx";
import { BareFrame } from "./frame.tsx";
import { usePageTitle } from "./page-title.ts";

export function Gone() {
  usePageTitle("This account was deleted");
  const [isLeaving, setLeaving] = useState(false);
  const { unsent } = syncState.value;
  const clear = () => {
    setLeaving(true);
    void clearAfterDeletion();
  };
  const dock = (
    <Dock low>
      <button type="button" class="btn btn--danger btn--wide" aria-disabled={isLeaving} onClick={isLeaving ? undefined : clear}>
        {isLeaving ? "Clearing…" : "Clear this device"}
      </button>
      <p class="dock__note">Take your copy first. Afterwards nothing of it is here.</p>
    </Dock>
  );
  return (
    <BareFrame dock={dock}>
      <Top plain />
      <div class="body">
        <h1>This account was deleted.</h1>
        <p>
          That was done on another device, and it is gone from the server. This device still holds its copy.
          {unsent > 0 && ` ${counted(unsent, "change")} never reached the server; ${unsent === 1 ? "it is" : "they are"} in the copy as well.`}
        </p>
        <section>
          <h2>Take a copy first</h2>
          <ExportChoices hasAccount={false} />
        </section>
      </div>
    </BareFrame>
  );
}
