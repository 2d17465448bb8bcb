// People out of a file or the phone. Reading goes in slices, so that the page stays alive over thousands of cards;
// keeping is one write with one undo, however many there are.

import { fitted } from "../model/clean.ts";
import { newId } from "../model/id.ts";
import type { ImportEntry } from "../model/people/import-plan.ts";
import { holderOf, isSingle, relations, type Relation } from "../model/people/relations.ts";
import { cardsIn, type Fault } from "../model/vcard/cards.ts";
import { personOf, type CardPerson } from "../model/vcard/person.ts";
import { counted } from "../model/words.ts";
import { store } from "../store/current.ts";
import type { Change } from "../store/store.ts";
import { newPerson } from "./people.ts";
import { perform } from "./undo.ts";

export interface ReadCards {
  readonly cards: readonly CardPerson[];
  readonly faults: readonly Fault[];
}

interface Reading {
  readonly signal: AbortSignal;
  /** From 0 to 1. */
  readonly onProgress: (part: number) => void;
}

/** Long enough to get on, short enough that a tap in between is answered within a frame. */
const sliceMs = 10;

/** Null: it was called off. */
export async function readCards(text: string, { signal, onProgress }: Reading): Promise<ReadCards | null> {
  const cards: CardPerson[] = [];
  const faults: Fault[] = [];
  let sliceEnds = performance.now() + sliceMs;
  for (const found of cardsIn(text)) {
    if (found.kind === "fault") faults.push(found.fault);
    else {
      const person = personOf(found.card);
      if (person) cards.push(person);
      else faults.push({ line: found.card.line, kind: "nobody" });
    }
    if (performance.now() < sliceEnds) continue;
    onProgress(found.end / text.length);
    await nextTask();
    if (signal.aborted) return null;
    sliceEnds = performance.now() + sliceMs;
  }
  return signal.aborted ? null : { cards, faults };
}

/** A timer would wait four milliseconds each time; a message comes at once, after whatever the person did. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Adds who is new, and fills in what was not known of those who are here. Resolves to how many it touched. */
export async function importPeople(entries: readonly ImportEntry[]): Promise<number> {
  const people = await store.value.all("people");
  const free = new Set(relations.filter((relation) => isSingle(relation) && holderOf(people, relation) === null));
  const changes = entries.flatMap((entry): Change[] => changeOf(entry, free));
  const added = entries.filter(({ match }) => match === null).length;
  const words = added > 0 ? `Added ${counted(added, "person", "people")}` : `Filled in ${counted(changes.length, "person", "people")}`;
  await perform(words, changes);
  return changes.length;
}

function changeOf({ given, match, fills }: ImportEntry, free: Set<Relation>): Change[] {
  if (match) {
    if (Object.keys(fills).length === 0) return [];
    const basis = fills.notes === undefined ? undefined : { notes: match.notes };
    return [{ collection: "people", id: match.id, set: fitted("people", fills), ...(basis && { basis }) }];
  }
  const { relation, ...facts } = given;
  // A boss in the file does not take the place of the one who is named here.
  const keeps = relation != null && (!isSingle(relation) || free.delete(relation));
  return [newPerson(newId(), keeps ? given : facts)];
}

