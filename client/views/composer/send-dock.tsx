import { effect, untracked } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { keepDraft } from "../../actions/messages.ts";
import { say } from "../../actions/undo.ts";
import { gapsIn } from "../../model/messages/draft.ts";
import type { MailLink } from "../../model/messages/mailto.ts";
import { Dock } from "../components/dock.tsx";
import { Icon } from "../components/icon.tsx";
import { afterTheTap } from "../editing/after-the-tap.ts";
import type { Typed } from "./letter-page.tsx";
import type { LetterView } from "./load.ts";
import { canShare, confirmSent, copyLetter, hand, linkFor, onClipboard, shareLetter } from "./send.ts";

interface Props {
  readonly view: LetterView;
  /** The letter as it reads at this moment. */
  readonly typed: () => Typed;
  /** Something is still open: a gap, or an address that is none. */
  readonly onOpen: (what: "gaps" | "to-address" | "cc-address") => void;
  readonly onHanded: () => void;
}

export function SendDock(props: Props) {
  return <Dock low>{props.view.message?.channel ? <DidYouSendIt {...props} /> : <Ways {...props} />}</Dock>;
}

/** The three ways out. The letter leaves only by the person's own tap in their own mail or chat. */
function Ways({ view, typed, onOpen, onHanded }: Props) {
  const unlessOpen = (leave: (letter: Typed) => Promise<unknown>) => () => {
    const letter = typed();
    if (hasGaps(letter)) return onOpen("gaps");
    onHanded();
    void leave(letter);
  };
  return (
    <div class="dock__row">
      <OpenInMail view={view} typed={typed} onOpen={onOpen} onHanded={onHanded} />
      {canShare() && (
        <button type="button" class="btn btn--quiet" aria-label="Share" onClick={unlessOpen((letter) => shareLetter(view, letter))}>
          <Icon name="share-2" />
        </button>
      )}
      <button type="button" class="btn btn--quiet" aria-label="Copy" onClick={unlessOpen((letter) => copyLetter(view, letter))}>
        <Icon name="copy" />
      </button>
    </div>
  );
}

const hasGaps = ({ subject, body }: Typed): boolean => gapsIn(subject).length + gapsIn(body).length > 0;

/** A link once the letter can leave, so that it can be held, copied and opened like any other; else a button that says why. */
function OpenInMail({ view, typed, onOpen, onHanded }: Props) {
  const settled = useSettled(typed);
  const inside = (
    <>
      <Icon name="mail" size="s" />
      Open in mail
    </>
  );
  const open = async (letter: Typed, link: MailLink) => {
    onHanded();
    if (link.kind === "copy") {
      const isCopied = await onClipboard(letter.body);
      say(isCopied ? link.words : "This letter is too long for a link. Copy it, and paste it into the mail.");
    }
    await hand(view, letter, "mail");
  };
  // What was typed since the link was written counts too: it is written anew in the moment of the tap.
  const tap = (event: MouseEvent) => {
    const letter = typed();
    const link = linkFor(letter);
    if (link.kind === "gap" || link.kind === "address") {
      event.preventDefault();
      const isTo = link.kind === "address" && letter.to.some(({ email }) => email === link.address);
      return onOpen(link.kind === "gap" ? "gaps" : isTo ? "to-address" : "cc-address");
    }
    const target = event.currentTarget as HTMLElement;
    if (target instanceof HTMLAnchorElement) target.href = link.href;
    else follow(link.href);
    void open(letter, link);
  };
  if (settled.kind === "gap" || settled.kind === "address") {
    return (
      <button type="button" class="btn btn--primary" onClick={tap}>
        {inside}
      </button>
    );
  }
  return (
    <a class="btn btn--primary" href={settled.href} onClick={tap}>
      {inside}
    </a>
  );
}

/** As a tap on a link would: for the moment in which the words are whole and the button is not a link yet. */
function follow(href: string): void {
  const link = Object.assign(document.createElement("a"), { href });
  document.body.append(link);
  link.click();
  link.remove();
}

/** Longer than the time between two keys of somebody who is writing. */
const settleMs = 250;

/** The link as it was when the words last came to rest. */
function useSettled(typed: Props["typed"]): MailLink {
  const [settled, settle] = useState(() => untracked(() => linkFor(typed())));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    // Not while it is pressed: the tap would have begun on a button and ended on a link, and would count for neither.
    const look = () =>
      afterTheTap(() => {
        const link = untracked(() => linkFor(typed()));
        settle((before) => (JSON.stringify(before) === JSON.stringify(link) ? before : link));
      });
    look();
    const stop = effect(() => {
      typed();
      clearTimeout(timer);
      timer = setTimeout(look, settleMs);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [typed]);
  return settled;
}

/** Asked on every device until it is answered: a mail program tells nobody what became of a letter. */
function DidYouSendIt({ view, typed }: Props) {
  return (
    <section class="composer__asked" aria-labelledby="did-you-send-it">
      <h2 id="did-you-send-it">Did you send it?</h2>
      <div class="dock__row">
        <button type="button" class="btn btn--primary" onClick={() => void confirmSent(view, typed())}>
          Yes, it is sent
        </button>
        <button type="button" class="btn btn--quiet composer__not-yet" onClick={() => void keepDraft(view.id)}>
          Not yet
        </button>
      </div>
    </section>
  );
}
