// How the letter leaves: handed to the person's own mail or chat, or copied. Nothing with a gap leaves at all.

import { handOver, recordSent } from "../../actions/messages.ts";
import { say } from "../../actions/undo.ts";
import { gapsIn } from "../../model/messages/draft.ts";
import { longestLink, mailLink, type MailLink } from "../../model/messages/mailto.ts";
import type { Messages } from "../../model/schema.ts";
import { flushTyping } from "../../store/typing.ts";
import { navigate } from "../router.ts";
import type { Typed } from "./letter-page.tsx";
import type { LetterView } from "./load.ts";

type Channel = NonNullable<Messages["channel"]>;

export const canShare = (): boolean => typeof navigator.share === "function";

export function linkFor({ subject, body, to, cc }: Typed): MailLink {
  const addresses = (people: Typed["to"]) => people.flatMap(({ email }) => email ?? []);
  // Whatever is cut off here is longer than any link: it is copied, and need not be encoded first.
  const enough = gapsIn(body).length > 0 ? body : body.slice(0, 2 * longestLink);
  return mailLink({ to: addresses(to), cc: addresses(cc), subject, body: enough });
}

export async function shareLetter(view: LetterView, typed: Typed): Promise<void> {
  try {
    await navigator.share({ title: typed.subject.trim(), text: typed.body });
  } catch (error) {
    // The sheet was closed: nothing was shared, and nothing is to be said.
    if (error instanceof DOMException && error.name === "AbortError") return;
    say("Sharing did not work here. Copy the letter instead.");
    return;
  }
  await hand(view, typed, "share");
}

/** Resolves to whether it is on the clipboard. */
export async function copyLetter(view: LetterView, typed: Typed): Promise<boolean> {
  if (!(await onClipboard(typed.body))) {
    say("This browser does not let the letter be copied. Select its words and copy them yourself.");
    return false;
  }
  say("Copied. Paste it where you write.");
  await hand(view, typed, "copy");
  return true;
}

export async function onClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No permission, or no clipboard at all over plain HTTP.
    return false;
  }
}

export async function hand(view: LetterView, typed: Typed, channel: Channel): Promise<void> {
  await flushTyping();
  const { subject, body, to, cc } = typed;
  await handOver(view.id, view.seed, channel, { subject: subject.trim(), body, to, cc });
}

/** Thanks go to each of them alone: the line is done when the last one is written. */
export function othersToThank({ purpose, facts, message }: LetterView, to: Typed["to"]): Typed["to"] {
  if (purpose !== "thank-you" || !message?.item) return [];
  const ids = new Set(to.map(({ id }) => id));
  return (facts.circle?.interviewers ?? []).filter(({ id }) => !ids.has(id));
}

export async function confirmSent(view: LetterView, typed: Typed): Promise<void> {
  const { subject, body, to, cc } = typed;
  await flushTyping();
  const settles = othersToThank(view, to).length === 0;
  await recordSent(view.id, view.seed, view.message?.body == null ? { subject, body, to, cc } : {}, settles);
  // By its own address from now on: the line's leads to the next letter.
  navigate(`/compose/${view.id}`, { replace: true });
}
