// Every change a person makes goes through here: it is written, said in a few words, and can be taken back.
//
// Undo is a write like any other: it puts back what was there, with a new stamp. So it works after the change was
// synced, and the other devices hear of it. Something new is taken back by putting it in the trash.

import { signal, type ReadonlySignal } from "@preact/signals";
import { store } from "../store/current.ts";
import type { Change, Store } from "../store/store.ts";

export interface Snack {
  readonly id: number;
  readonly message: string;
  readonly undo: (() => Promise<void>) | null;
}

const shown = signal<Snack | null>(null);
let snacks = 0;

/** What the snackbar shows. How long, the snackbar knows. */
export const snack: ReadonlySignal<Snack | null> = shown;

// Another account was opened: what the message speaks of is not there.
store.subscribe(dismissSnack);

/** Writes, then shows the message with an Undo for all of it. Nothing to change: nothing happens. */
export async function perform(message: string, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  const written = store.value;
  const inverse = await written.write(changes);
  show(message, inverse.length > 0 ? undoOnce(written, inverse) : null);
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

function undoOnce(written: Store, inverse: readonly Change[]): () => Promise<void> {
  let used = false;
  return async () => {
    // A second tap must not write twice, and never into another account.
    if (used || store.value !== written) return;
    used = true;
    await written.write(inverse);
    say("Undone");
  };
}
