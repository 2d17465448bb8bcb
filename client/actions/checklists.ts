// What a person does with a list and its lines.

import { changed, oneLine } from "../model/clean.ts";
import { deviceZone, momentNow, type Moment } from "../model/days.ts";
import { newId } from "../model/id.ts";
import { place, positionAtEnd } from "../model/order.ts";
import type { Checklists, Items } from "../model/schema.ts";
import { dateWords, nearMomentWords } from "../model/words.ts";
import { store } from "../store/current.ts";
import { nameOf, placing } from "./settling.ts";
import { trash } from "./trash.ts";
import { perform } from "./undo.ts";

export { startPlaybook } from "./playbooks.ts";
export { checkItem, skipItem, uncheckItem, unskipItem } from "./settling.ts";
export { restore } from "./trash.ts";

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
