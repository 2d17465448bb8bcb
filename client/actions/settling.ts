// Settling a line, done or skipped, and opening it again: what Today itself does with a tap. The rest a person does with
// a list is in checklists.ts.

import { changed } from "../model/clean.ts";
import { deviceZone, momentNow, msOf } from "../model/days.ts";
import { isOpen, nextDueAt } from "../model/due.ts";
import { successorId } from "../model/id.ts";
import { byPosition, place } from "../model/order.ts";
import type { Items } from "../model/schema.ts";
import { store } from "../store/current.ts";
import { daysOffOf } from "../store/days-off.ts";
import type { Change, Entry } from "../store/store.ts";
import { perform } from "./undo.ts";

type Item = Entry<"items">;

/** Done. A line that repeats comes again, as a line of its own. */
export async function checkItem(item: Item): Promise<void> {
  if (item.done_at) return;
  await settle(item, { done_at: momentNow(), skipped_at: null }, `Done: ${nameOf(item)}`);
}

/** Skipping is a normal result. */
export async function skipItem(item: Item): Promise<void> {
  if (item.skipped_at) return;
  await settle(item, { skipped_at: momentNow(), done_at: null }, `Skipped: ${nameOf(item)}`);
}

export async function uncheckItem(item: Item): Promise<void> {
  await reopen(item);
}

export async function unskipItem(item: Item): Promise<void> {
  await reopen(item);
}

async function settle(item: Item, set: Partial<Items>, message: string): Promise<void> {
  const change: Change = { collection: "items", id: item.id, set };
  await perform(message, [change, ...(await comingAgain(item))]);
}

/** Open again, and what had come in its place goes, unless it was worked on. */
async function reopen(item: Item): Promise<void> {
  const set = changed("items", item, { done_at: null, skipped_at: null });
  if (Object.keys(set).length === 0) return;
  const next = item.due_rule ? await store.value.get("items", successorId(item.id)) : undefined;
  const changes: Change[] = [{ collection: "items", id: item.id, set }];
  if (next && isOpen(next) && !next.trashed_at) {
    changes.push({ collection: "items", id: next.id, set: { trashed_at: momentNow() } });
  }
  await perform(`Open again: ${nameOf(item)}`, changes);
}

/** The next time of a line that repeats, in the same place. Its id follows from this one's: see successorId. */
export async function comingAgain(item: Item): Promise<Change[]> {
  const after = Math.max(Date.now(), item.due_at ? msOf(item.due_at) : 0);
  const due_at = item.due_rule ? nextDueAt(item.due_rule, after, deviceZone(), await daysOffOf(store.value)) : null;
  if (!due_at || !item.checklist) return [];
  const id = successorId(item.id);
  const before = await store.value.get("items", id);
  if (before && !before.trashed_at) return [];
  const { checklist, step, text, why, tool, tool_ref, due_rule } = item;
  const lines = (await store.value.by("items", "checklist", checklist)).toSorted(byPosition);
  const below = lines[lines.findIndex((line) => line.id === item.id) + 1]?.id ?? null;
  const again = { checklist, step, text, why, tool, tool_ref, due_rule, due_at };
  const set = before ? { ...again, done_at: null, skipped_at: null, snoozed_until: null, trashed_at: null } : again;
  const [own, ...others] = place(lines, id, item.id, below).toSorted((a) => (a.id === id ? -1 : 1));
  return [{ collection: "items", id, set: { ...set, position: own!.position } }, ...others.map(placing)];
}

export function placing({ id, position }: { readonly id: string; readonly position: string }): Change<"items"> {
  return { collection: "items", id, set: { position } };
}

/** What the snackbar calls a line. */
export function nameOf({ text }: Pick<Item, "text">): string {
  return text ?? "line";
}
