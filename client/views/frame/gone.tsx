// The account was deleted on another device. What this one still holds is nowhere else now: a copy is offered, then it goes.

import { useState } from "preact/hooks";
import { clearAfterDeletion } from "../../actions/deletion.ts";
import { counted } from "../../model/words.ts";
import { syncState } from "../../store/current.ts";
import { Dock } from "../components/dock.tsx";
import { Sheet } from "../components/sheet.tsx";
import { Top } from "../components/top.tsx";
import { ExportChoices } from "../settings/export-row.tsx";
import { BareFrame } from "./frame.tsx";
import { usePageTitle } from "./page-title.ts";

export function Gone() {
  usePageTitle("This account was deleted");
  const [isLeaving, setLeaving] = useState(false);
  const [hasCopy, setHasCopy] = useState(false);
  const [isDoubting, setDoubting] = useState(false);
  const { unsent } = syncState.value;
  const clear = () => {
    if (isLeaving) return;
    setLeaving(true);
    void clearAfterDeletion();
  };
  const dock = (
    <Dock low>
      <button type="button" class="btn btn--quiet btn--wide" aria-disabled={isLeaving} onClick={hasCopy ? clear : () => setDoubting(true)}>
        {isLeaving ? "Clearing…" : "Clear this device"}
      </button>
      <p class="dock__note">Afterwards nothing of it is here.</p>
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
          <ExportChoices hasAccount={false} onSaved={() => setHasCopy(true)} />
        </section>
        <Sheet title="Clear it without a copy?" open={isDoubting} onClose={() => setDoubting(false)}>
          <p>What this device holds is nowhere else any more.</p>
          <div class="btns">
            <button type="button" class="btn btn--danger" aria-disabled={isLeaving} onClick={clear}>
              Clear it without a copy
            </button>
            <button type="button" class="btn btn--quiet" onClick={() => setDoubting(false)}>
              Back to the copy
            </button>
          </div>
        </Sheet>
      </div>
    </BareFrame>
  );
}
