// When there was a word with whom: from the touches one logged, the interviews they were at, and the letters sent to
// them. It is reckoned, never kept, so that two devices that noted different talks agree about the last one.

import { msOf, type Moment } from "../days.ts";
import { addresseesIn } from "../messages/kept.ts";
import type { Attendances, Interviews, Messages, Touches } from "../schema.ts";

type Row<Fields> = Readonly<Fields> & { readonly id: string };

export type TouchChannel = NonNullable<Touches["channel"]>;

/** In the order of the sheet: what is quickest to have had comes first. */
export const touchChannels = ["chat", "mail", "call", "coffee", "meeting", "other"] as const satisfies readonly TouchChannel[];

export const channelWords: { readonly [channel in TouchChannel]: string } = {
  chat: "Chat",
  mail: "Mail",
  call: "Call",
  coffee: "Coffee",
  meeting: "Meeting",
  other: "Something else",
};

export interface Contact {
  readonly person: string;
  readonly at: Moment;
  /** "coffee", "mail", "interview": inside a sentence. */
  readonly by: string;
  /** What the person offered, in their own words. */
  readonly give: string | null;
}

export interface ContactRows {
  readonly touches: readonly Row<Touches>[];
  readonly attendances: readonly Row<Attendances>[];
  readonly interviews: readonly Row<Interviews>[];
  readonly messages: readonly Row<Messages>[];
}

/** Every word that was had until now, in no order. */
export function contactsIn(rows: ContactRows, nowMs: number): Contact[] {
  const all = [...touchesIn(rows), ...meetingsIn(rows), ...lettersIn(rows)];
  return all.filter(({ at }) => msOf(at) <= nowMs);
}

function touchesIn({ touches }: ContactRows): Contact[] {
  return touches.flatMap(({ person, at, channel, give }) =>
    person && at ? [{ person, at, by: channel === null || channel === "other" ? "a word" : channel, give }] : [],
  );
}

function meetingsIn({ attendances, interviews }: ContactRows): Contact[] {
  const heldAtById = new Map(interviews.map(({ id, held_at }) => [id, held_at]));
  return attendances.flatMap(({ person, interview }) => {
    const at = interview === null ? null : heldAtById.get(interview);
    return person && at ? [{ person, at, by: "interview", give: null }] : [];
  });
}

function lettersIn({ messages }: ContactRows): Contact[] {
  return messages.flatMap(({ sent_at, channel, to }) =>
    sent_at === null
      ? []
      : addresseesIn(to).flatMap(({ id }) =>
          id === undefined ? [] : [{ person: id, at: sent_at, by: channel === "mail" ? "mail" : "message", give: null }],
        ),
  );
}

/** The latest of each person. */
export function lastByPerson(contacts: readonly Contact[]): Map<string, Contact> {
  const last = new Map<string, Contact>();
  for (const contact of contacts) {
    const before = last.get(contact.person);
    if (!before || isLater(contact, before)) last.set(contact.person, contact);
  }
  return last;
}

/** Of one moment, what says more. */
function isLater(one: Contact, other: Contact): boolean {
  const apart = msOf(one.at) - msOf(other.at);
  return apart > 0 || (apart === 0 && one.give !== null && other.give === null);
}
