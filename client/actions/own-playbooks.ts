// What a person does with playbooks of their own. Lists that were begun from one keep their lines as they are.

import { changed, oneLine } from "../model/clean.ts";
import { momentNow } from "../model/days.ts";
import { newId } from "../model/id.ts";
import { byPosition, place, positionAtEnd, spread } from "../model/order.ts";
import {
  anchorInRules,
  copiedStepId,
  copiedSteps,
  copyId,
  rehung,
  standIns,
  type OwnStep,
  type PlaybookAnchor,
} from "../model/own-playbooks.ts";
import { builtIn, type Playbook } from "../model/playbooks.ts";
import { schema, type Playbooks } from "../model/schema.ts";
import { counted } from "../model/words.ts";
import { store } from "../store/current.ts";
import type { Change, Store } from "../store/store.ts";
import { NoSuchPlaybook } from "./playbooks.ts";
import { trash } from "./trash.ts";
import { perform } from "./undo.ts";

/** A copy of a built-in playbook, which stands in its place from now on. Gives its id; the one there is, if there is one. */
export async function makeOwn(slug: string): Promise<string> {
  const original = builtIn(slug);
  if (!original) throw new NoSuchPlaybook(slug);
  const own = standIns(await store.value.all("playbooks")).get(slug);
  if (own) return own.id;
  const id = await freshCopyId(store.value, slug);
  await perform(`Yours now: ${original.title}`, copyChanges(id, original));
  return id;
}

/** Never one that lies in the trash: that copy can be restored as it was. */
async function freshCopyId(from: Store, slug: string): Promise<string> {
  let take = 0;
  while (await from.get("playbooks", copyId(slug, take))) take += 1;
  return copyId(slug, take);
}

/** Every row says that it is not in the trash: one the server has erased long since comes back whole. */
function copyChanges(id: string, original: Playbook): Change[] {
  const { slug: built_in, title, intro, anchor } = original;
  const places = spread(original.steps.map(({ slug }) => slug));
  const steps = copiedSteps(original).map(({ slug, ...step }, index): Change<"playbook_steps"> => {
    const { position } = places[index]!;
    return {
      collection: "playbook_steps",
      id: copiedStepId(id, slug),
      set: { playbook: id, ...step, position, trashed_at: null },
    };
  });
  return [{ collection: "playbooks", id, set: { built_in, title, intro, anchor, trashed_at: null } }, ...steps];
}

/** A new one, with nothing on it yet. Null where no title was typed. */
export async function makePlaybook(typed: string): Promise<string | null> {
  const title = oneLine(typed, schema.playbooks.title.max!);
  if (!title) return null;
  const id = newId();
  const position = positionAtEnd(await store.value.all("playbooks"));
  await perform(`Made: ${title}`, [{ collection: "playbooks", id, set: { title, anchor: "start", position } }]);
  return id;
}

/** A playbook without a title could not be told from the others: an empty one is not written. */
export async function editPlaybook(
  id: string,
  set: Partial<Pick<Playbooks, "title" | "intro" | "repeat_weeks">>,
): Promise<void> {
  const playbook = await store.value.get("playbooks", id);
  if (!playbook) return;
  const { title, ...rest } = changed("playbooks", playbook, set);
  const differing = title ? { ...rest, title } : rest;
  if (Object.keys(differing).length > 0) await perform("Saved", [{ collection: "playbooks", id, set: differing }]);
}

/** What its dates hang on. The lines that hung on the former day hang on the new one, at the same distance. */
export async function setPlaybookAnchor(id: string, anchor: PlaybookAnchor): Promise<void> {
  const playbook = await store.value.get("playbooks", id);
  if (!playbook || playbook.anchor === anchor) return;
  const [from, to] = [anchorInRules(playbook.anchor), anchorInRules(anchor)];
  const moved = (await stepsOf(id)).flatMap((step): Change<"playbook_steps">[] => {
    const due_rule = step.due_rule === null ? null : rehung(step.due_rule, from, to);
    return due_rule === step.due_rule ? [] : [{ collection: "playbook_steps", id: step.id, set: { due_rule } }];
  });
  const words = moved.length > 0 ? `Saved. ${counted(moved.length, "line counts", "lines count")} from there` : "Saved";
  await perform(words, [{ collection: "playbooks", id, set: { anchor } }, ...moved]);
}

/** Null where nothing was typed. The new line comes last and has no date. */
export async function addStep(playbook: string, typed: string): Promise<string | null> {
  const text = oneLine(typed, schema.playbook_steps.text.max!);
  if (!text) return null;
  const id = newId();
  const position = positionAtEnd(await stepsOf(playbook));
  await perform(`Added: ${text}`, [{ collection: "playbook_steps", id, set: { playbook, text, position } }]);
  return id;
}

/** A line without words is no line: an empty text is not written. */
export async function editStep(
  id: string,
  set: Partial<Pick<OwnStep, "text" | "why" | "tool" | "tool_ref" | "due_rule">>,
): Promise<void> {
  const step = await store.value.get("playbook_steps", id);
  if (!step) return;
  const { text, ...rest } = changed("playbook_steps", step, set);
  const differing = text ? { ...rest, text } : rest;
  if (Object.keys(differing).length > 0) await perform("Saved", [{ collection: "playbook_steps", id, set: differing }]);
}

/** To between the line above and the one below (null: an end of the list). */
export async function moveStep(id: string, above: string | null, below: string | null): Promise<void> {
  const step = await store.value.get("playbook_steps", id);
  if (!step?.playbook) return;
  const placements = place(await stepsOf(step.playbook), id, above, below);
  const changes = placements.map(({ id: moved, position }): Change => {
    return { collection: "playbook_steps", id: moved, set: { position } };
  });
  await perform(`Moved: ${step.text ?? "line"}`, changes);
}

export async function trashStep(id: string): Promise<void> {
  await trash("playbook_steps", id);
}

/** The copy goes to the trash with everything in it, and the built-in one stands in its old place. */
export async function putOriginalBack(id: string): Promise<void> {
  const playbook = await store.value.get("playbooks", id);
  const original = playbook?.built_in ? builtIn(playbook.built_in) : undefined;
  if (!original) return;
  const set = { trashed_at: momentNow() };
  await perform(`The original is back: ${original.title}`, [{ collection: "playbooks", id, set }]);
}

export async function trashPlaybook(id: string): Promise<void> {
  await trash("playbooks", id);
}

async function stepsOf(playbook: string): Promise<OwnStep[]> {
  return (await store.value.by("playbook_steps", "playbook", playbook)).sort(byPosition);
}
