// The messages about something: how many, and in words for the row that leads to them.

import { stateOf, type MessageState } from "../../model/messages/kept.ts";
import type { Entry, Store } from "../../store/store.ts";

export interface MessageCount {
  readonly sent: number;
  readonly held: number;
  /** Begun, and those given to a mail program of which nobody has said that they were sent. */
  readonly drafts: number;
}

export async function countMessages(store: Store, about: string, now: number = Date.now()): Promise<MessageCount> {
  return countOf(await store.by("messages", "about_id", about), now);
}

export function countOf(messages: readonly Entry<"messages">[], now: number): MessageCount {
  const count = (...states: readonly MessageState[]) => messages.filter((one) => states.includes(stateOf(one, now))).length;
  return { sent: count("sent"), held: count("held"), drafts: count("draft", "handed") };
}

/** "2 sent, 1 draft"; "none yet" where there is none. */
export function countWords({ sent, held, drafts }: MessageCount): string {
  const words = [
    sent > 0 && `${sent} sent`,
    held > 0 && `${held} held`,
    drafts > 0 && `${drafts} ${drafts === 1 ? "draft" : "drafts"}`,
  ];
  return words.filter(Boolean).join(", ") || "none yet";
}

/** Where they are listed. */
export function messagesHref(kind: "interview" | "win" | "plan" | "person", id: string): string {
  return `/messages?about=${kind}:${id}`;
}
