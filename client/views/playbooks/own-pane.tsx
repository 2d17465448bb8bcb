import { useState } from "preact/hooks";
import { addStep, putOriginalBack, trashPlaybook } from "../../actions/own-playbooks.ts";
import { schema } from "../../model/schema.ts";
import { Icon } from "../components/icon.tsx";
import { TapButton, Top } from "../components/top.tsx";
import { ActionSheet, type SheetAction } from "../editing/action-sheet.tsx";
import { AddLines } from "../editing/add-lines.tsx";
import { back } from "../router.ts";
import { AboutFields } from "./about-fields.tsx";
import type { OwnView } from "./load.ts";
import { Steps } from "./steps.tsx";

/** A playbook of one's own: its lines first, then what it is called, what its dates hang on, and whether it comes again. */
export function OwnPane({ view }: { readonly view: OwnView }) {
  const { playbook, steps, original } = view;
  const [isMore, setMore] = useState(false);
  const leave = () => back("/playbooks");
  const restoreOriginal = () => void putOriginalBack(playbook.id).then(leave);
  const toTrash: SheetAction = {
    icon: "trash-2",
    words: "Move to the trash",
    go: () => void trashPlaybook(playbook.id).then(leave),
  };
  return (
    <>
      <Top
        plain
        back="/playbooks"
        title={<span class="muted top__where">{original === null ? "Your own" : `Yours, from ${original}`}</span>}
        end={original === null && <TapButton icon="ellipsis" label="More" onClick={() => setMore(true)} />}
      />
      <div class="body">
        <div class="stack">
          <h1>{playbook.title ?? "A list"}</h1>
          {playbook.intro && <p class="muted">{playbook.intro}</p>}
        </div>
        <section>
          <h2>Lines</h2>
          <Steps playbook={playbook} steps={steps} />
          <AddLines max={schema.playbook_steps.text.max} count={steps.length} onAdd={(text) => addStep(playbook.id, text)} />
        </section>
        <section class="stack">
          <h2>This list</h2>
          <AboutFields playbook={playbook} />
        </section>
        {original !== null && (
          <section class="stack">
            <p class="small muted">Your version goes to the trash for 30 days. Lists you have begun stay as they are.</p>
            <button type="button" class="btn btn--quiet" onClick={restoreOriginal}>
              <Icon name="rotate-ccw" size="s" />
              Put the original back
            </button>
          </section>
        )}
      </div>
      <ActionSheet title="More" open={isMore} onClose={() => setMore(false)} actions={[toTrash]} />
    </>
  );
}
