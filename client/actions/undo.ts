// Every change a person makes goes through here: it is written, said in a few words, and can be taken back, the last
// one first and the ones before it after it.
//
// Undo is a write like any other: it puts back what was there, with a new stamp. So it works after the change was
// synced, and the other devices hear of it. Something new is taken back by putting it in the trash. It takes back only
// what this write left: what was changed since, here or elsewhere, stays (model/taking-back.ts).

import { signal, type ReadonlySignal } from "@preact/signals";
import { takeBack, type Inverse } from "../model/taking-back.ts";
import type { CollectionName } from "../model/schema.ts";
import { store } from "../store/current.ts";
import type { Change, Store } from "../store/store.ts";
import { flushTyping } from "../store/typing.ts";

export interface Snack {
  readonly id: number;
  readonly message: string;
  readonly undo: (() => Promise<void>) | null;
}

interface Done {
  readonly message: string;
  readonly written: Store;
  readonly inverse: readonly Change[];
}

/** As far back as anybody remembers what they did. */
const MAX_DONE = 30;

const shown = signal<Snack | null>(null);
let snacks = 0;
/** What can be taken back, the last one last. */
let done: readonly Done[] = [];

/** What the snackbar shows. How long, the snackbar knows. */
export const snack: ReadonlySignal<Snack | null> = shown;

// Another account was opened: what the message speaks of is not there.
store.subscribe(() => {
  dismissSnack();
  done = [];
});

/** Writes, then shows the message with an Undo for all of it. Nothing to change: nothing happens. */
export async function perform(message: string, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  const written = store.value;
  const inverse = await written.write(changes);
  if (inverse.length === 0 || store.value !== written) return show(message, null);
  const one: Done = { message, written, inverse };
  done = [...done.slice(1 - MAX_DONE), one];
  show(message, () => undo(one, "Undone"));
}

/** Takes back the last change that was not taken back yet. False: there is none. */
export async function undoLast(): Promise<boolean> {
  const last = done.at(-1);
  if (!last) return false;
  await undo(last, `Undone: ${last.message}`);
  return true;
}

/** A message without an Undo. */
export function say(message: string): void {
  show(message, null);
}

export function dismissSnack(): void {
  shown.value = null;
}

function show(message: string, undo: (() => Promise<void>) | null): void {
  snacks += 1;
  shown.value = { id: snacks, message, undo };
}

async function undo(one: Done, message: string): Promise<void> {
  // A second tap must not write twice, and never into another account.
  if (!done.includes(one) || store.value !== one.written) return;
  done = done.filter((other) => other !== one);
  await flushTyping();
  const { changes, isWhole } = takeBack(one.inverse as readonly Inverse[], await rowsOf(one));
  if (changes.length > 0) await one.written.write(changes as readonly Change[]);
  if (isWhole) say(message);
  else say(changes.length > 0 ? `${message}. What was changed since stays.` : "It was changed since, so it stays as it is.");
}

async function rowsOf({ written, inverse }: Done): Promise<ReadonlyMap<string, object>> {
  const ids = new Map<CollectionName, Set<string>>();
  for (const { collection, id } of inverse) ids.set(collection, (ids.get(collection) ?? new Set()).add(id));
  const read = [...ids].map(async ([collection, wanted]) => {
    const rows = await written.getMany(collection, [...wanted]);
    return rows.map((row) => [`${collection}/${row.id}`, row] as const);
  });
  return new Map((await Promise.all(read)).flat());
}
