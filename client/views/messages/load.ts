// The messages about something, or all of them: what waits for the person first, then what was sent, newest first.

import { stateOf } from "../../model/messages/kept.ts";
import type { Entry, Store } from "../../store/store.ts";
import { subjectOf, type Subject } from "../checklist/subject.ts";
import type { About } from "../composer/load.ts";

export interface MessagesView {
  readonly subject: Subject | null;
  /** Not sent yet: asked about, held, begun. */
  readonly open: readonly Entry<"messages">[];
  readonly sent: readonly Entry<"messages">[];
}

export async function loadMessages(store: Store, about: About | null, now: number): Promise<MessagesView> {
  const [messages, subject] = await Promise.all([
    about ? store.by("messages", "about_id", about.id) : store.all("messages"),
    about && isListed(about.kind) ? subjectOf(store, { subject_kind: about.kind, subject_id: about.id }) : null,
  ]);
  const touched = messages.filter((message) => stateOf(message, now) !== "untouched");
  return {
    subject,
    open: touched.filter(({ sent_at }) => sent_at === null).toSorted((a, b) => rank(a, now) - rank(b, now)),
    sent: touched.filter(({ sent_at }) => sent_at !== null).toSorted((a, b) => (a.sent_at! < b.sent_at! ? 1 : -1)),
  };
}

function isListed(kind: About["kind"]): kind is "interview" | "win" | "plan" | "person" {
  return kind === "interview" || kind === "win" || kind === "plan" || kind === "person";
}

/** A question first, then what was begun, then what rests. */
function rank(message: Entry<"messages">, now: number): number {
  return ["handed", "draft", "held"].indexOf(stateOf(message, now));
}
