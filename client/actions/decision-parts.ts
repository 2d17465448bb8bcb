// The options and criteria of a worksheet: added, named, weighed, put in order, taken off. Each is one write with one undo.

import { oneLine } from "../model/clean.ts";
import type { Option, Weight } from "../model/decision.ts";
import { partId, partsOf, type Part, type PartKind } from "../model/decision-parts.ts";
import { newId } from "../model/id.ts";
import { place, positionAtEnd } from "../model/order.ts";
import type { DecisionParts } from "../model/schema.ts";
import { store } from "../store/current.ts";
import type { Change } from "../store/store.ts";
import { keep, rowChange, type Worksheet } from "./worksheet.ts";

export async function addOption(sheet: Worksheet, given: string): Promise<void> {
  await addPart(sheet, "option", given);
}

export async function addCriterion(sheet: Worksheet, given: string): Promise<void> {
  await addPart(sheet, "criterion", given);
}

/** What was chosen is kept by its name. */
export async function renameOption(sheet: Worksheet, { id }: Option, given: string): Promise<void> {
  const name = oneLine(given, 80);
  if (!name) return;
  await inTurn(async () => {
    const row = await store.value.get("decisions", sheet.id);
    // As it is kept, not as it was painted: two names may follow each other faster than the page.
    const before = (await readParts(sheet.id, "option")).find((option) => option.id === id)?.name;
    const chosen = before !== undefined && row?.chosen === before ? { chosen: name } : {};
    await keep(sheet, chosen, "Saved", await edited(sheet, "option", id, { name }));
  });
}

export async function renameCriterion(sheet: Worksheet, { id }: Option, given: string): Promise<void> {
  const name = oneLine(given, 80);
  if (name) await keep(sheet, {}, "Saved", await edited(sheet, "criterion", id, { name }));
}

export async function setWeight(sheet: Worksheet, { id, name }: Option, weight: Weight): Promise<void> {
  await keep(sheet, {}, `${name}: weight ${weight}`, await edited(sheet, "criterion", id, { weight }));
}

/** Its scores stay where they are, and count again when it is put back. */
export async function removeOption(sheet: Worksheet, { id, name }: Option): Promise<void> {
  await keep(sheet, {}, `Taken off: ${name}`, await edited(sheet, "option", id, { removed: true }));
}

export async function removeCriterion(sheet: Worksheet, { id, name }: Option): Promise<void> {
  await keep(sheet, {}, `Taken off: ${name}`, await edited(sheet, "criterion", id, { removed: true }));
}

export async function moveOption(sheet: Worksheet, id: string, above: string | null): Promise<void> {
  await movePart(sheet, "option", id, above);
}

export async function moveCriterion(sheet: Worksheet, id: string, above: string | null): Promise<void> {
  await movePart(sheet, "criterion", id, above);
}

async function addPart(sheet: Worksheet, kind: PartKind, given: string): Promise<void> {
  const name = oneLine(given, 80);
  if (!name) return;
  await inTurn(async () => {
    const position = positionAtEnd(await readParts(sheet.id, kind));
    await keep(sheet, {}, `Added: ${name}`, await edited(sheet, kind, newId(), { name, position }));
  });
}

async function movePart(sheet: Worksheet, kind: PartKind, id: string, above: string | null): Promise<void> {
  await inTurn(async () => {
    const parts = await readParts(sheet.id, kind);
    const below = above === null ? (parts[0]?.id ?? null) : null;
    const placements = place(parts, id, above, below);
    const changes = await Promise.all(placements.map((one) => edited(sheet, kind, one.id, { position: one.position })));
    await keep(sheet, {}, "Moved", changes.flat());
  });
}

export async function readParts(decision: string, kind: PartKind): Promise<readonly Part[]> {
  const [row, rows] = await Promise.all([
    store.value.get("decisions", decision),
    store.value.by("decision_parts", "decision", decision),
  ]);
  return partsOf(kind, row ?? { options: null, criteria: null }, rows);
}

type PartEdit = Partial<Pick<DecisionParts, "name" | "weight" | "position" | "removed">>;

/** A row a part: two devices may each change some. */
async function edited({ id: decision }: Worksheet, kind: PartKind, part: string, edit: PartEdit): Promise<readonly Change[]> {
  const id = partId(decision, kind, part);
  const before = await store.value.get("decision_parts", id);
  // What an undone edit had said must not come back with the next one.
  const undone = before && before.trashed_at !== null ? { name: null, weight: null, position: null, removed: null } : {};
  const set = { ...undone, decision, kind, part, ...edit, trashed_at: null };
  return rowChange("decision_parts", id, before, set);
}

let lastEdit: Promise<unknown> = Promise.resolve();

/** One after the other: a place is reckoned from those of the others, and fingers are quicker than disks. */
function inTurn(edit: () => Promise<void>): Promise<void> {
  const done = lastEdit.then(edit);
  lastEdit = done.catch(() => undefined);
  return done;
}
