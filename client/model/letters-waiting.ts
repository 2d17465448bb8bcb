// The letters Today speaks of: those no line of a list speaks for. A letter held until a good morning waits; when its
// time has come it is ready; and one that was given to a mail program is asked about until somebody says it was sent.

import type { Entry } from "../store/store.ts";
import { msOf, type TimeZone } from "./days.ts";
import { addresseesIn, stateOf } from "./messages/kept.ts";
import { isMessagePurpose, purposeTitles } from "./messages/purposes.ts";
import { listed, nearMomentWords } from "./words.ts";

export interface WaitingLetter {
  readonly message: Entry<"messages">;
  /** "Say thank you" */
  readonly title: string;
  /** "Ruth Abelson. Held until tomorrow, 08:30." */
  readonly words: string;
}

export interface WaitingLetters {
  readonly ready: readonly WaitingLetter[];
  readonly held: readonly WaitingLetter[];
}

/** `spokenFor`: the open lines that are shown; a letter of one of them is reached by it. The earliest first. */
export function lettersWaiting(
  messages: readonly Entry<"messages">[],
  spokenFor: ReadonlySet<string>,
  now: number,
  zone: TimeZone,
): WaitingLetters {
  const mine = messages
    .filter(({ hold_until, channel, sent_at }) => sent_at === null && (hold_until !== null || channel !== null))
    .filter(({ item }) => item === null || !spokenFor.has(item))
    .sort((a, b) => timeOf(a) - timeOf(b) || (a.id < b.id ? -1 : 1));
  const row = (message: Entry<"messages">): WaitingLetter => rowOf(message, now, zone);
  const isHeld = (message: Entry<"messages">) => stateOf(message, now) === "held";
  return { ready: mine.filter((message) => !isHeld(message)).map(row), held: mine.filter(isHeld).map(row) };
}

const timeOf = ({ hold_until }: Entry<"messages">): number => (hold_until === null ? 0 : msOf(hold_until));

function rowOf(message: Entry<"messages">, now: number, zone: TimeZone): WaitingLetter {
  const { purpose, subject, to, hold_until } = message;
  const state = stateOf(message, now);
  const says =
    state === "handed"
      ? "Did you send it?"
      : state === "held"
        ? `Held until ${nearMomentWords(hold_until!, now, zone)}.`
        : "Ready to send.";
  const names = listed(addresseesIn(to).flatMap(({ name, email }) => name ?? email ?? []));
  return {
    message,
    title: isMessagePurpose(purpose) ? purposeTitles[purpose] : (subject ?? "A letter"),
    words: names ? `${names}. ${says}` : says,
  };
}
