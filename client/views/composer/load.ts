// What the composer needs, read from the store in one go: the letter as far as it is kept, and the facts it is said from.

import { isOpen } from "../../model/due.ts";
import type { MessageContext } from "../../model/messages/compose.ts";
import { addresseesIn, messageId, purposeOf, signatureIn } from "../../model/messages/kept.ts";
import { isMessagePurpose, type MessagePurpose } from "../../model/messages/purposes.ts";
import { dayOf, deviceZone, type Moment } from "../../model/days.ts";
import { digestMonth, digestSubject } from "../../model/digest.ts";
import { PROFILE_ID } from "../../model/profile.ts";
import type { Messages } from "../../model/schema.ts";
import type { Entry, Store } from "../../store/store.ts";
import type { Subject } from "../checklist/subject.ts";
import { factsAbout, peopleAround } from "./facts.ts";

export type About = { readonly kind: NonNullable<Messages["about_kind"]>; readonly id: string };

/** What the address names: a line or a letter by its id, or a purpose and what it is about. */
export interface Place {
  readonly id: string | null;
  readonly purpose: MessagePurpose | null;
  readonly about: About | null;
  /** Of somebody among People, whom it goes to. */
  readonly to: string | null;
}

export interface LetterView {
  readonly id: string;
  readonly purpose: MessagePurpose;
  readonly about: About | null;
  readonly item: Entry<"items"> | null;
  /** What the first touch keeps beside the touch itself. */
  readonly seed: Partial<Messages>;
  /** Null while nobody has touched it. */
  readonly message: Entry<"messages"> | null;
  /** Everything but who it goes to, which the person chooses. */
  readonly facts: Omit<MessageContext, "to" | "cc">;
  /** A detail from the talk with each of them. */
  readonly detailByPerson: ReadonlyMap<string, string>;
  readonly people: readonly Entry<"people">[];
  /** Their ids, the likeliest for this letter first. */
  readonly likely: readonly string[];
  /** People this line's other letters went to. */
  readonly writtenTo: ReadonlySet<string>;
  readonly heldAt: Moment | null;
  readonly subject: Subject | null;
}

type Named = Pick<LetterView, "id" | "purpose" | "about" | "item">;

/** Null: no such line or letter is here. `pinned`: the letter this page already shows. `me`: unless they said or signed one. */
export async function loadLetter(
  store: Store,
  place: Place,
  pinned: string | null,
  me: string | null,
): Promise<LetterView | null> {
  const named = await find(store, place);
  if (!named) return null;
  const id = pinned ?? named.id;
  const { purpose, about, item } = named;
  const seed = { purpose, about_kind: about?.kind ?? null, about_id: about?.id ?? null, item: item?.id ?? null };
  const [message, people, known] = await Promise.all([
    store.get("messages", id),
    store.all("people"),
    factsAbout(store, about, purpose, place.to),
  ]);
  const written = item ? await writtenFor(store, item.id, purpose, id) : [];
  const writtenTo = new Set(written.flatMap(({ to }) => addresseesIn(to).flatMap((one) => one.id ?? [])));
  const { circle, likely } = await peopleAround(store, purpose, known, people, writtenTo, place.to);
  const facts = { ...known.facts, me: (await ownName(store)) ?? me, zone: deviceZone(), circle };
  const base = { id, purpose, about, item, seed, message: message ?? null, people, likely, writtenTo };
  return { ...base, facts, detailByPerson: known.details, heldAt: known.facts.heldAt ?? null, subject: known.subject };
}

async function find(store: Store, { id, purpose, about }: Place): Promise<Named | null> {
  if (id === null) {
    if (!purpose) return null;
    if (purpose === "digest") return monthsLetter(store, null);
    const line = about && (await openLine(store, about, purpose));
    if (line) return { id: await firstUnsent(store, line.id, purpose), purpose, about, item: line };
    return { id: await firstUnsent(store, about?.id ?? noSubject, purpose), purpose, about, item: null };
  }
  const message = await store.get("messages", id);
  if (message) return ofMessage(store, message);
  const item = await store.get("items", id);
  const asked = item && purposeOf(item);
  if (!item || !asked) return null;
  if (asked === "digest") return monthsLetter(store, item);
  const list = item.checklist ? await store.get("checklists", item.checklist) : undefined;
  const kind = list?.subject_kind;
  const subject = kind && list.subject_id ? { kind, id: list.subject_id } : null;
  const letter = isOpen(item) ? await firstUnsent(store, id, asked) : await lastKept(store, id, asked);
  return { id: letter, purpose: asked, about: subject, item };
}

/** A line that asks for this very letter: its draft is the one to go on with. */
async function openLine(store: Store, about: About, purpose: MessagePurpose): Promise<Entry<"items"> | null> {
  const lists = (await store.by("checklists", "subject_id", about.id)).filter((list) => !list.archived_at);
  const items = (await Promise.all(lists.map((list) => store.by("items", "checklist", list.id)))).flat();
  return items.find((item) => isOpen(item) && purposeOf(item) === purpose) ?? null;
}

async function ofMessage(store: Store, message: Entry<"messages">): Promise<Named> {
  const { id, purpose, about_kind, about_id } = message;
  const item = message.item ? ((await store.get("items", message.item)) ?? null) : null;
  const about = about_kind && about_id ? { kind: about_kind, id: about_id } : null;
  return { id, purpose: isMessagePurpose(purpose) ? purpose : "status", about, item };
}

/** A letter about nothing that is kept: one draft of each purpose. */
const noSubject = "6d1f6a52-5a0b-4f0c-8d6e-0f5f1f6f3a10";

/**
 * A month has one digest, whether one comes from Wins or from the line of any win's list: it is about none of them. Of a
 * line that was settled, the one of that month.
 */
async function monthsLetter(store: Store, item: Entry<"items"> | null): Promise<Named> {
  const zone = deviceZone();
  const isPast = item !== null && !isOpen(item);
  const month = digestSubject(digestMonth(dayOf((isPast && item.done_at) || Date.now(), zone)));
  const id = isPast ? await lastKept(store, month, "digest") : await firstUnsent(store, month, "digest");
  const line = item ?? (await store.openItems()).find((open) => purposeOf(open) === "digest") ?? null;
  return { id, purpose: "digest", about: null, item: line };
}

/** More letters of one purpose for one thing than anybody writes. */
const mostLetters = 200;

async function firstUnsent(store: Store, about: string, purpose: MessagePurpose): Promise<string> {
  for (let number = 0; number < mostLetters; number += 1) {
    const id = messageId(about, purpose, number);
    const message = await store.get("messages", id);
    if (!message || (!message.sent_at && !message.trashed_at)) return id;
  }
  return messageId(about, purpose, mostLetters);
}

async function lastKept(store: Store, about: string, purpose: MessagePurpose): Promise<string> {
  let last = messageId(about, purpose, 0);
  for (let number = 0; number < mostLetters; number += 1) {
    const id = messageId(about, purpose, number);
    const message = await store.get("messages", id);
    if (!message) break;
    if (!message.trashed_at) last = id;
  }
  return last;
}

/** A line's other letters that were sent. */
async function writtenFor(
  store: Store,
  item: string,
  purpose: MessagePurpose,
  except: string,
): Promise<Entry<"messages">[]> {
  const written: Entry<"messages">[] = [];
  for (let number = 0; number < mostLetters; number += 1) {
    const id = messageId(item, purpose, number);
    const message = await store.get("messages", id);
    if (!message) break;
    if (id !== except && message.sent_at && !message.trashed_at) written.push(message);
  }
  return written;
}

/** As they said, which is how they signed last; in a journal from before that was kept, as they signed the last letter. */
async function ownName(store: Store): Promise<string | null> {
  const said = (await store.get("profiles", PROFILE_ID))?.name;
  if (said) return said;
  const written = (await store.all("messages")).filter(({ body }) => body !== null);
  const latest = written.toSorted((a, b) => ((a.sent_at ?? "~") < (b.sent_at ?? "~") ? 1 : -1));
  for (const { body } of latest) {
    const signature = signatureIn(body!);
    if (signature) return signature;
  }
  return null;
}
