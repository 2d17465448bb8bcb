// What a person does with praise and finished work.

import { changed, filledIn, oneLine } from "../model/clean.ts";
import { dayOf, deviceZone } from "../model/days.ts";
import { newId } from "../model/id.ts";
import type { Wins } from "../model/schema.ts";
import { store } from "../store/current.ts";
import type { Change } from "../store/store.ts";
import { redateAll } from "./redating.ts";
import { trash } from "./trash.ts";
import { perform } from "./undo.ts";

/** One line is enough; it happened today unless said otherwise. Null where there is no line. */
export async function addWin(given: Partial<Wins> & { readonly title: string }): Promise<string | null> {
  const title = oneLine(given.title, 300);
  if (!title) return null;
  const id = newId();
  const set = filledIn("wins", { happened_on: dayOf(Date.now(), deviceZone()), ...given });
  await perform(`Kept: ${title}`, [{ collection: "wins", id, set }]);
  return id;
}

/** Lists that were started for the win follow its date. */
export async function editWin(id: string, set: Partial<Wins>): Promise<void> {
  const win = await store.value.get("wins", id);
  if (!win) return;
  const differing = changed("wins", win, set);
  if (Object.keys(differing).length === 0) return;
  const redated = await redateAll(store.value, { kind: "win", id }, differing, deviceZone());
  await perform("Saved", [{ collection: "wins", id, set: differing }, ...redated]);
}

/** May it leave? The answer is kept with the win, and its drafts speak accordingly (`drafts`) in the same write. */
export async function answerLeaving(
  id: string,
  may_leave: NonNullable<Wins["may_leave"]>,
  drafts: readonly Change<"messages">[],
): Promise<void> {
  const win = await store.value.get("wins", id);
  if (!win || win.may_leave === may_leave) return;
  await perform(leavingWords[may_leave], [{ collection: "wins", id, set: { may_leave } }, ...drafts]);
}

const leavingWords: { readonly [answer in NonNullable<Wins["may_leave"]>]: string } = {
  as_it_is: "It may leave as it is",
  own_words: "In your own words",
  ask_first: "You ask first",
  no: "Kept for the review talk",
};

export async function trashWin(id: string): Promise<void> {
  await trash("wins", id);
}
