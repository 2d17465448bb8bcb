// What a person does with a list and its lines.

import { changed, oneLine } from "../model/clean.ts";
import { deviceZone, momentNow, msOf, type Moment } from "../model/days.ts";
import { isOpen, nextDueAt } from "../model/due.ts";
import { newId, successorId } from "../model/id.ts";
import { byPosition, place, positionAtEnd } from "../model/order.ts";
import type { Checklists, Items } from "../model/schema.ts";
import { dateWords, nearMomentWords } from "../model/words.ts";
import { store } from "../store/current.ts";
import { daysOffOf } from "../store/days-off.ts";
import type { Change, Entry } from "../store/store.ts";
import { trash } from "./trash.ts";
import { perform } from "./undo.ts";

export { startPlaybook } from "./playbooks.ts";
export { restore } from "./trash.ts";

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

/** Null where nothing was typed. The new line comes last and has no date. */
export async function addItem(checklist: string, text: string): Promise<string | null> {
  const line = oneLine(text, 500);
  if (!line) return null;
  const id = newId();
  const position = positionAtEnd(await store.value.by("items", "checklist", checklist));
  await perform(`Added: ${line}`, [{ collection: "items", id, set: { checklist, text: line, position } }]);
  return id;
}

/** A line without words is no line: an empty text is not written. */
export async function editItem(id: string, set: Partial<Pick<Items, "text" | "why">>): Promise<void> {
  const item = await store.value.get("items", id);
  if (!item) return;
  const { text, ...rest } = changed("items", item, set);
  const differing = text ? { ...rest, text } : rest;
  if (Object.keys(differing).length > 0) await perform("Saved", [{ collection: "items", id, set: differing }]);
}

/** A date of the person's own: from now on no rule moves it. */
export async function setDue(id: string, due_at: Moment | null): Promise<void> {
  const item = await store.value.get("items", id);
  if (!item) return;
  const words = due_at ? `Due ${dateWords(due_at, deviceZone())}` : "No date";
  const set = changed("items", item, { due_rule: null, due_at, snoozed_until: null });
  if (Object.keys(set).length > 0) await perform(words, [{ collection: "items", id, set }]);
}

/** Out of sight until then. */
export async function snoozeItem(id: string, until: Moment): Promise<void> {
  const words = `Rests until ${nearMomentWords(until, Date.now(), deviceZone())}`;
  await perform(words, [{ collection: "items", id, set: { snoozed_until: until } }]);
}

/** To between the line above and the one below (null: an end of the list). */
export async function moveItem(id: string, above: string | null, below: string | null): Promise<void> {
  const item = await store.value.get("items", id);
  if (!item?.checklist) return;
  const lines = await store.value.by("items", "checklist", item.checklist);
  const changes = place(lines, id, above, below).map(placing);
  await perform(`Moved: ${nameOf(item)}`, changes);
}

export async function trashItem(id: string): Promise<void> {
  await trash("items", id);
}

export async function renameChecklist(id: string, title: string): Promise<void> {
  const list = await store.value.get("checklists", id);
  const named = oneLine(title, 200);
  if (!list || !named || named === list.title) return;
  await perform("Saved", [{ collection: "checklists", id, set: { title: named } }]);
}

/** Put away with everything on it; nothing of it is due any more. */
export async function archiveChecklist(id: string): Promise<void> {
  await writeList(id, { archived_at: momentNow() }, "Put away");
}

export async function unarchiveChecklist(id: string): Promise<void> {
  await writeList(id, { archived_at: null }, "Taken out again");
}

export async function trashChecklist(id: string): Promise<void> {
  await trash("checklists", id);
}

async function writeList(id: string, set: Partial<Checklists>, words: string): Promise<void> {
  const list = await store.value.get("checklists", id);
  if (list) await perform(`${words}: ${list.title ?? "list"}`, [{ collection: "checklists", id, set }]);
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

function placing({ id, position }: { readonly id: string; readonly position: string }): Change<"items"> {
  return { collection: "items", id, set: { position } };
}

/** What the snackbar calls a line. */
function nameOf(item: Item): string {
  return item.text ?? "line";
}
