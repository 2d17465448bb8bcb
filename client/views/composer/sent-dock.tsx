import { say } from "../../actions/undo.ts";
import { addresseesIn } from "../../model/messages/kept.ts";
import { Dock } from "../components/dock.tsx";
import { Icon } from "../components/icon.tsx";
import { back, navigate } from "../router.ts";
import { wayBack } from "./composer-top.tsx";
import type { LetterView } from "./load.ts";
import { nameOf } from "./recipients.tsx";
import { onClipboard, othersToThank } from "./send.ts";

/** What comes after: the next one to thank, or back to where the letter was asked for. */
export function SentDock({ view }: { readonly view: LetterView }) {
  const next = othersToThank(view, addresseesIn(view.message!.to))[0];
  const copy = async () => {
    const isCopied = await onClipboard(view.message!.body ?? "");
    say(isCopied ? "Copied. Paste it where you write." : "This browser does not let the letter be copied.");
  };
  return (
    <Dock low>
      <div class="dock__row">
        {next ? (
          <button type="button" class="btn btn--primary" onClick={() => navigate(`/compose/${view.message!.item}`)}>
            <span>
              Next: <bdi>{nameOf(next)}</bdi>
            </span>
          </button>
        ) : (
          <button type="button" class="btn btn--primary" onClick={() => back(wayBack(view))}>
            Done
          </button>
        )}
        <button type="button" class="btn btn--quiet" aria-label="Copy" onClick={() => void copy()}>
          <Icon name="copy" />
        </button>
      </div>
    </Dock>
  );
}
