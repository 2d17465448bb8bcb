// What a person does with a letter. Rebound sends nothing: it hands the letter to their own mail or chat, and asks.
//
// A letter nobody has touched is no row: it is said anew from the facts each time. The first touch keeps it, with what
// it is for; `seed` is that.

import { fitted, oneLine } from "../model/clean.ts";
import { deviceZone, momentNow, type Moment } from "../model/days.ts";
import { isOpen } from "../model/due.ts";
import { currentRequest, requestId } from "../model/feedback/request.ts";
import { newId } from "../model/id.ts";
import { remembering, roleWords } from "../model/messages/circle.ts";
import type { Addressee, Tone } from "../model/messages/draft.ts";
import { addresseesIn, signatureIn } from "../model/messages/kept.ts";
import type { Relation } from "../model/people/relations.ts";
import { PROFILE_ID } from "../model/profile.ts";
import type { Messages } from "../model/schema.ts";
import { nearMomentWords } from "../model/words.ts";
import { store } from "../store/current.ts";
import type { Change, Entry } from "../store/store.ts";
import { digestLines, digestLinesSettled } from "./digest-lines.ts";
import { closingChanges, followUpChanges } from "./feedback.ts";
import { forwardsTakenBack, passedOnChanges } from "./forwards.ts";
import { newPerson } from "./people.ts";
import { comingAgain } from "./settling.ts";
import { trash } from "./trash.ts";
import { perform } from "./undo.ts";

export type Seed = Partial<Messages>;
type Channel = NonNullable<Messages["channel"]>;

/** Kept without a word, as typing is. `basis`: the text it was typed on. */
export async function keepLetter(id: string, seed: Seed, set: Partial<Messages>, basis?: Change["basis"]): Promise<void> {
  const change = await changeOf(id, seed, set);
  await store.value.write([basis ? { ...change, basis } : change]);
}

/** The other tone, with the words it has now. The person's own paragraphs stay in it. */
export async function setTone(id: string, seed: Seed, tone: Tone, texts: Pick<Seed, "subject" | "body">): Promise<void> {
  const words = tone === "warm" ? "In a warm tone" : "In a formal tone";
  await begin(id, seed);
  await perform(words, [await changeOf(id, seed, { tone, ...texts })]);
}

/**
 * Who it goes to; the greeting comes along in `texts`. Somebody new joins People in the same write, and where the letter
 * says what they are to the person (`as`), that is remembered in it, too: said once, with a way back.
 */
export async function setRecipients(
  id: string,
  seed: Seed,
  set: Pick<Partial<Messages>, "to" | "cc" | "subject" | "body">,
  { newcomer = null, as = null }: { readonly newcomer?: Addressee | null; readonly as?: Role | null } = {},
): Promise<void> {
  const people = as ? await store.value.all("people") : [];
  const remembered = as ? remembering(as.relation, as.person, people) : [];
  const joins: Change[] = newcomer?.id ? [newPerson(newcomer.id, { name: newcomer.name, email: newcomer.email })] : [];
  await begin(id, seed);
  const known = remembered.map(({ id: person, relation }): Change => ({ collection: "people", id: person, set: { relation } }));
  const changes = [...merged([...joins, ...known]), await changeOf(id, seed, set)];
  if (remembered.length === 0) return void (await store.value.write(changes));
  const name = newcomer?.name ?? people.find((one) => one.id === as!.person)?.name ?? "Somebody";
  await perform(`Remembered: ${name} is ${roleWords[as!.relation]}`, changes);
}

/** What somebody is to the person, as a letter to them says. */
interface Role {
  readonly person: string;
  readonly relation: Relation;
}

/** Somebody who joins and is remembered is one row, written once. */
function merged(changes: readonly Change[]): Change[] {
  const byRow = new Map<string, Change>();
  for (const change of changes) {
    const before = byRow.get(change.id);
    byRow.set(change.id, before ? { ...before, set: { ...before.set, ...change.set } } : change);
  }
  return [...byRow.values()];
}

/** Somebody's address, for this letter and, where they are among People, for every other one. */
export async function keepAddress(person: string | undefined, email: string): Promise<void> {
  if (person && (await store.value.get("people", person))) {
    await store.value.write([{ collection: "people", id: person, set: fitted("people", { email }) }]);
  }
}

/**
 * Given to the mail program, shared or copied. Whether it was sent only the person knows, so every device asks. What
 * was suggested until now is kept as it was given away (`shown`): the facts may change, the letter has left.
 */
export async function handOver(id: string, seed: Seed, channel: Channel, shown: Seed): Promise<void> {
  const row = await store.value.get("messages", id);
  const entries = Object.entries(shown).filter(([field]) => (row?.[field as keyof Messages] ?? null) === null);
  const change = await changeOf(id, seed, { ...Object.fromEntries(entries), channel });
  const signed = await signing(row?.body ?? shown.body ?? null);
  await store.value.write([{ ...change, basis: { body: row?.body ?? null } }, ...signed]);
}

/** As they signed it, they are called: the next letter begins with that name, on every device. */
async function signing(body: string | null): Promise<Change[]> {
  const name = body && oneLine(signatureIn(body) ?? "", 200);
  if (!name || (await store.value.get("profiles", PROFILE_ID))?.name === name) return [];
  return [{ collection: "profiles", id: PROFILE_ID, set: { name } }];
}

/** Other words for all of it, with a way back. */
export async function setWords(id: string, seed: Seed, texts: Pick<Seed, "subject" | "body">, said: string): Promise<void> {
  await begin(id, seed);
  await perform(said, [await changeOf(id, seed, texts)]);
}

/** "Not yet": the question goes, the draft stays. */
export async function keepDraft(id: string): Promise<void> {
  await store.value.write([{ collection: "messages", id, set: { channel: null } }]);
}

/**
 * They sent it. Keeps the letter as it was sent, settles the line that asked for it (`settles`), and notes what follows
 * from it: a win passed on, feedback asked for. One write, one undo.
 */
export async function recordSent(id: string, seed: Seed, sent: Seed, settles: boolean): Promise<void> {
  const now = momentNow();
  const row = await store.value.get("messages", id);
  // Begun before there was a line that asks for it, it is that line's from now on.
  const item = row?.item ?? seed.item ?? null;
  const change = await changeOf(id, seed, { ...sent, item, sent_at: now, hold_until: null, channel: row?.channel ?? "other" });
  const message = { ...seed, ...row, ...change.set } as Messages;
  const settled = settles ? await settling(message, now) : [];
  const words = nameOf(message) ? `Noted as sent: ${nameOf(message)}` : "Noted as sent";
  await perform(words, once([change, ...settled, ...(await consequences(id, message, now))]));
}

/** A line that two reasons settle is written once. */
function once(changes: readonly Change[]): Change[] {
  const seen = new Set<string>();
  return changes.filter(({ id, collection }) => {
    const isNew = !seen.has(`${collection}/${id}`);
    seen.add(`${collection}/${id}`);
    return isNew;
  });
}

/** It was not sent after all: a draft again, and its line is open again. */
export async function takeSentBack(id: string): Promise<void> {
  const message = await store.value.get("messages", id);
  if (!message?.sent_at) return;
  const item = message.item ? await store.value.get("items", message.item) : undefined;
  const others = message.purpose === "digest" ? await digestLinesSettled(message.sent_at) : [];
  // Only what was settled with it: a line the person checked at another time stays checked.
  const settled = new Set([...(item?.done_at === message.sent_at ? [item.id] : []), ...others.map((line) => line.id)]);
  const open = [...settled].map((line): Change => ({ collection: "items", id: line, set: { done_at: null } }));
  const changes: Change[] = [{ collection: "messages", id, set: { sent_at: null, channel: null } }, ...open];
  const undone = [...(await forwardsTakenBack(id)), ...(await feedbackTakenBack(message))];
  await perform("A draft again", [...changes, ...undone]);
}

/** Rests until then, and its line with it. Null: no longer. */
export async function hold(id: string, seed: Seed, until: Moment | null): Promise<void> {
  await begin(id, seed);
  const message = await changeOf(id, seed, { hold_until: until });
  const before = await store.value.get("messages", id);
  const item = await openItem(before?.item ?? seed.item ?? null);
  const isOwnRest = item && (until !== null || item.snoozed_until === before?.hold_until);
  const line: Change[] = isOwnRest ? [{ collection: "items", id: item.id, set: { snoozed_until: until } }] : [];
  const words = until ? `Held until ${nearMomentWords(until, Date.now(), deviceZone())}` : "No longer held";
  await perform(words, [message, ...line]);
}

export async function trashMessage(id: string): Promise<void> {
  await trash("messages", id);
}

/** The row itself, before a choice that can be taken back: without the choice it is a letter nobody touched, not a trashed one. */
async function begin(id: string, seed: Seed): Promise<void> {
  if (await store.value.get("messages", id)) return;
  await store.value.write([{ collection: "messages", id, set: given(seed) }]);
}

async function changeOf(id: string, seed: Seed, set: Partial<Messages>): Promise<Change<"messages">> {
  const row = await store.value.get("messages", id);
  return { collection: "messages", id, set: row ? set : { ...given(seed), ...set } };
}

/** What is empty need not travel. */
function given(seed: Seed): Seed {
  return Object.fromEntries(Object.entries(seed).filter(([, value]) => value !== null && value !== undefined)) as Seed;
}

async function settling(message: Messages, now: Moment): Promise<Change[]> {
  const item = await openItem(message.item);
  const others = message.purpose === "digest" ? await digestLines(now) : [];
  const asking = [...(item ? [item] : []), ...others.filter(({ id }) => id !== item?.id)];
  const again = await Promise.all(asking.map(comingAgain));
  return [...asking.map(({ id }): Change => ({ collection: "items", id, set: { done_at: now, skipped_at: null } })), ...again.flat()];
}

async function openItem(id: string | null): Promise<Entry<"items"> | null> {
  const item = id ? await store.value.get("items", id) : undefined;
  return item && isOpen(item) && !item.trashed_at ? item : null;
}

/** What else is true now that it was sent. */
async function consequences(id: string, message: Messages, at: Moment): Promise<readonly Change[]> {
  const { purpose, about_kind, about_id } = message;
  const person = addresseesIn(message.to)[0]?.id ?? null;
  if (about_kind === "win" || purpose === "digest") return passedOnChanges(id, message, at);
  if (about_kind !== "interview" || !about_id) return [];
  switch (purpose) {
    case "feedback-request":
    case "internal-talk":
      return askedChanges(about_id, person, at);
    case "choice-question":
      return followUpChanges(about_id, at);
    case "closing":
      return closingChanges(about_id, at);
    default:
      return [];
  }
}

/** Feedback was asked for: one request an interview, and the first asking counts. */
async function askedChanges(interview: string, person: string | null, asked_at: Moment): Promise<Change[]> {
  const begun = currentRequest(await store.value.by("feedback", "interview", interview));
  if (begun?.asked_at) return [];
  const set = { interview, asked_at, person: begun?.person ?? person };
  return [{ collection: "feedback", id: begun?.id ?? requestId(interview), set: { ...set, trashed_at: null } }];
}

const feedbackMoments: { readonly [purpose: string]: "asked_at" | "follow_up_at" | "closed_at" } = {
  "feedback-request": "asked_at",
  "internal-talk": "asked_at",
  "choice-question": "follow_up_at",
  closing: "closed_at",
};

/** Only what was noted in the moment this letter was. */
async function feedbackTakenBack({ purpose, about_id, sent_at }: Messages): Promise<Change[]> {
  const field = feedbackMoments[purpose ?? ""];
  if (!field || !about_id) return [];
  const noted = (await store.value.by("feedback", "interview", about_id)).filter((row) => row[field] === sent_at);
  return noted.map((row) => ({ collection: "feedback", id: row.id, set: { [field]: null } }));
}

/** What the snackbar calls a letter. */
function nameOf(message: Messages): string | null {
  return message.subject && oneLine(message.subject, 80);
}

/** An id for somebody who joins People with a letter. */
export const newPersonId = newId;
