import { keepDraft } from "../../actions/messages.ts";
import { say } from "../../actions/undo.ts";
import { gapsIn } from "../../model/messages/draft.ts";
import type { MailLink } from "../../model/messages/mailto.ts";
import { Dock } from "../components/dock.tsx";
import { Icon } from "../components/icon.tsx";
import type { Typed } from "./letter-page.tsx";
import type { LetterView } from "./load.ts";
import { canShare, confirmSent, copyLetter, hand, linkFor, onClipboard, shareLetter } from "./send.ts";

interface Props {
  readonly view: LetterView;
  readonly typed: Typed;
  /** Something is still open: a gap, or an address that is none. */
  readonly onOpen: (what: "gaps" | "to" | "cc") => void;
  readonly onHanded: () => void;
}

export function SendDock(props: Props) {
  return <Dock low>{props.view.message?.channel ? <DidYouSendIt {...props} /> : <Ways {...props} />}</Dock>;
}

/** The three ways out. The letter leaves only by the person's own tap in their own mail or chat. */
function Ways({ view, typed, onOpen, onHanded }: Props) {
  const link = linkFor(typed);
  const hasGaps = gapsIn(typed.subject).length + gapsIn(typed.body).length > 0;
  const unlessOpen = (leave: () => Promise<unknown>) => () => {
    if (hasGaps) return onOpen("gaps");
    onHanded();
    void leave();
  };
  return (
    <div class="dock__row">
      <OpenInMail view={view} typed={typed} link={link} onOpen={onOpen} onHanded={onHanded} />
      {canShare() && (
        <button type="button" class="btn btn--quiet" aria-label="Share" onClick={unlessOpen(() => shareLetter(view, typed))}>
          <Icon name="share-2" />
        </button>
      )}
      <button type="button" class="btn btn--quiet" aria-label="Copy" onClick={unlessOpen(() => copyLetter(view, typed))}>
        <Icon name="copy" />
      </button>
    </div>
  );
}

function OpenInMail({ view, typed, link, onOpen, onHanded }: Props & { readonly link: MailLink }) {
  const inside = (
    <>
      <Icon name="mail" size="s" />
      Open in mail
    </>
  );
  if (link.kind === "gap" || link.kind === "address") {
    const what = link.kind === "gap" ? "gaps" : typed.to.some(({ email }) => email === link.address) ? "to" : "cc";
    return (
      <button type="button" class="btn btn--primary" onClick={() => onOpen(what)}>
        {inside}
      </button>
    );
  }
  const open = async () => {
    onHanded();
    if (link.kind === "copy") {
      const isCopied = await onClipboard(typed.body);
      say(isCopied ? link.words : "This letter is too long for a link. Copy it, and paste it into the mail.");
    }
    await hand(view, typed, "mail");
  };
  return (
    <a class="btn btn--primary" href={link.href} onClick={() => void open()}>
      {inside}
    </a>
  );
}

/** Asked on every device until it is answered: a mail program tells nobody what became of a letter. */
function DidYouSendIt({ view, typed }: Props) {
  return (
    <section class="composer__asked" aria-labelledby="did-you-send-it">
      <h2 id="did-you-send-it">Did you send it?</h2>
      <div class="dock__row">
        <button type="button" class="btn btn--primary" onClick={() => void confirmSent(view, typed)}>
          Yes, it is sent
        </button>
        <button type="button" class="btn btn--quiet composer__not-yet" onClick={() => void keepDraft(view.id)}>
          Not yet
        </button>
      </div>
    </section>
  );
}
