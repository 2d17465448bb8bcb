// Messages as they are kept: their ids, who they go to, how far they are, and the words for it.

import { dayOf, msOf, type TimeZone } from "../days.ts";
import { namedId } from "../planner/named-id.ts";
import type { Items, Messages, Structured } from "../schema.ts";
import { dateWords, nearMomentWords } from "../words.ts";
import type { Addressee } from "./draft.ts";
import { isMessagePurpose, type MessagePurpose } from "./purposes.ts";

/**
 * The nth message for a line, or of a purpose for something. The same on every device: two that begin it offline write
 * one letter.
 */
export function messageId(about: string, purpose: MessagePurpose, number: number): string {
  return namedId(about, `message/${purpose}/${number}`);
}

/** What a line's message is for; null where the line asks for none. */
export function purposeOf({ tool, tool_ref }: Pick<Items, "tool" | "tool_ref">): MessagePurpose | null {
  if (tool === "digest") return "digest";
  return tool === "composer" && isMessagePurpose(tool_ref) ? tool_ref : null;
}

/** The people in a row, whatever an older or newer version wrote there. */
export function addresseesIn(kept: Structured | null): Addressee[] {
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((one: unknown) => {
    if (typeof one !== "object" || one === null) return [];
    const { id, name, email } = one as Record<string, unknown>;
    const addressee = { name: textOrNull(name), email: textOrNull(email) };
    if (addressee.name === null && addressee.email === null) return [];
    return [typeof id === "string" ? { id, ...addressee } : addressee];
  });
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

/** `handed`: it was given to the mail program or copied, and the person has not said whether they sent it. */
export type MessageState = "untouched" | "draft" | "held" | "handed" | "sent";

export function stateOf(message: Messages, now: number): MessageState {
  if (message.sent_at) return "sent";
  if (message.channel) return "handed";
  if (message.hold_until && msOf(message.hold_until) > now) return "held";
  const { to, cc, subject, body, tone, hold_until } = message;
  return [to, cc, subject, body, tone, hold_until].every((field) => field === null) ? "untouched" : "draft";
}

const sentBy: { readonly [channel in NonNullable<Messages["channel"]>]: string } = {
  mail: "Sent from your mail",
  share: "Shared",
  copy: "Sent as a copy",
  other: "Sent",
};

/** "Sent from your mail, Fri 20 Nov", "Held until tomorrow, 08:30", "Draft". */
export function stateWords(message: Messages, now: number, zone: TimeZone): string {
  switch (stateOf(message, now)) {
    case "sent":
      return `${sentBy[message.channel ?? "other"]}, ${dateWords(message.sent_at!, zone, dayOf(now, zone))}`;
    case "held":
      return `Held until ${nearMomentWords(message.hold_until!, now, zone)}`;
    case "handed":
      return "Did you send it?";
    default:
      return "Draft";
  }
}

/** What the person is called: as they signed their last letter. Null where they have not signed one yet. */
export function signatureIn(body: string): string | null {
  const signed = /(?:^|\n)(?:Kind regards|Best wishes|Yours sincerely),\n([^\n⟨⟩]{1,80})\s*$/.exec(body);
  return signed?.[1]?.trim() || null;
}
