// To whom a win was passed: by a letter that was sent, or told in person; and who is above the person.

import { dayOf, deviceZone, momentNow, type Moment } from "../model/days.ts";
import { digestedIn, digestMonth, digestPicks } from "../model/digest.ts";
import { oneLine } from "../model/clean.ts";
import { newId } from "../model/id.ts";
import type { Addressee } from "../model/messages/draft.ts";
import { addresseesIn } from "../model/messages/kept.ts";
import { aboveIn } from "../model/pass-on.ts";
import { displacedBy } from "../model/people/relations.ts";
import { namedId } from "../model/planner/named-id.ts";
import type { Forwards, Messages, People } from "../model/schema.ts";
import { store } from "../store/current.ts";
import type { Change, Entry } from "../store/store.ts";
import { findPerson, newPerson } from "./people.ts";
import { trash } from "./trash.ts";
import { perform } from "./undo.ts";

type Relation = Extract<People["relation"], "boss" | "bosss_boss">;

/** Letters that carry a win to whoever gets them, and what their first reader is unless People know better. */
const carriers: { readonly [purpose: string]: Forwards["to"] } = {
  "win-to-boss": "boss",
  "win-to-bosss-boss": "bosss_boss",
  credit: "other",
  digest: "other",
};

const channels: { readonly [channel in NonNullable<Messages["channel"]>]: Forwards["channel"] } = {
  mail: "mail",
  share: "chat",
  copy: "other",
  other: "other",
};

/** A row for each win and reader, for the action that notes the letter as sent. Of ids that follow from the letter. */
export async function passedOnChanges(id: string, message: Messages, at: Moment): Promise<readonly Change[]> {
  const first = carriers[message.purpose ?? ""];
  if (first === undefined) return [];
  const people = await store.value.all("people");
  const to = addresseesIn(message.to);
  const readers = [...to, ...addresseesIn(message.cc)];
  const wins = await winsIn(message, at);
  const channel = channels[message.channel ?? "other"];
  const rows = readers.flatMap((reader, index) => {
    const person = people.find((one) => one.id === reader.id) ?? null;
    const passed = { to: toOf(person, index === 0 ? first : "other"), person: person?.id ?? null, at, channel, message: id };
    return wins.map((win): Change<"forwards"> => {
      return { collection: "forwards", id: forwardId(id, win, reader), set: { win, ...passed, trashed_at: null } };
    });
  });
  return [...rows, ...(await remembered(first, to[0], people))];
}

/** The same reader of the same letter, on any device. */
function forwardId(message: string, win: string, { id, email, name }: Addressee): string {
  return namedId(message, `forward/${win}/${id ?? email ?? name}`);
}

function toOf(person: Pick<People, "relation"> | null, otherwise: Forwards["to"]): Forwards["to"] {
  const relation = person?.relation;
  return relation === "boss" || relation === "bosss_boss" ? relation : otherwise;
}

/** The one it is about; of a digest, those whose lines it still carries. */
async function winsIn({ purpose, about_id, body }: Messages, at: Moment): Promise<readonly string[]> {
  if (purpose !== "digest") return about_id ? [about_id] : [];
  const picks = digestPicks(await store.value.all("wins"), digestMonth(dayOf(at, deviceZone())));
  return digestedIn(picks, body ?? "").map(({ id }) => id);
}

/** Whoever got a letter "to your boss" is the boss, where nobody was named before. */
async function remembered(as: Forwards["to"], reader: Addressee | undefined, people: readonly Entry<"people">[]): Promise<Change[]> {
  if (as !== "boss" && as !== "bosss_boss") return [];
  const person = people.find(({ id }) => id === reader?.id);
  const isKnown = people.some(({ relation }) => relation === as);
  if (!person || person.relation !== null || isKnown) return [];
  return [{ collection: "people", id: person.id, set: { relation: as } }];
}

/** It was not sent after all: nobody was told by it. */
export async function forwardsTakenBack(message: string): Promise<readonly Change[]> {
  const passed = (await store.value.all("forwards")).filter((row) => row.message === message);
  return passed.map(({ id }) => ({ collection: "forwards", id, set: { trashed_at: momentNow() } }));
}

export interface Told {
  readonly who: Somebody;
  readonly to: NonNullable<Forwards["to"]>;
  readonly at: Moment;
  readonly channel: NonNullable<Forwards["channel"]>;
}

export interface Somebody {
  /** Of somebody among People already. */
  readonly id?: string | undefined;
  readonly name: string;
}

/** Told by word of mouth. Somebody new joins People in the same write. */
export async function recordTold(win: string, { who, to, at, channel }: Told): Promise<void> {
  const { person, joins } = await joining(who, to === "other" ? null : to);
  if (person === null) return;
  const set = { win, to, person, at, channel };
  await perform(`Noted: ${who.name.trim()} knows`, [...joins, { collection: "forwards", id: newId(), set }]);
}

export async function trashForward(id: string): Promise<void> {
  await trash("forwards", id);
}

/** Asked once: from now on every letter upward knows. Whoever was it before is no longer. */
export async function rememberAbove(relation: Relation, who: Somebody): Promise<void> {
  const { person, joins } = await joining(who, relation);
  if (person === null) return;
  await perform(`Remembered: ${who.name.trim()}`, joins);
}

async function joining(who: Somebody, relation: Relation | null): Promise<{ readonly person: string | null; readonly joins: readonly Change[] }> {
  const name = oneLine(who.name, 200);
  const people = await store.value.all("people");
  const organisation = aboveIn(people).boss?.organisation ?? null;
  const known = people.find(({ id }) => id === who.id) ?? (name === null ? undefined : sameName(people, name, organisation));
  if (known === undefined && name === null) return { person: null, joins: [] };
  const person = known?.id ?? newId();
  const freed = displacedBy(people, person, relation).map(({ id }): Change => ({ collection: "people", id, set: { relation: null } }));
  const set = relation === null ? {} : { relation };
  if (known === undefined) return { person, joins: [newPerson(person, { name, ...set }), ...freed] };
  const isNew = relation !== null && known.relation !== relation;
  return { person, joins: isNew ? [{ collection: "people", id: person, set }, ...freed] : freed };
}

/** Somebody of that name in one’s own company, else the only one of that name. */
function sameName(people: readonly Entry<"people">[], name: string, organisation: string | null): Entry<"people"> | undefined {
  const inside = findPerson(people, name, organisation);
  const named = people.filter((one) => one.name?.trim().toLocaleLowerCase() === name.toLocaleLowerCase());
  return people.find(({ id }) => id === inside?.id) ?? (named.length === 1 ? named[0] : undefined);
}
