// The options of a worksheet and the criteria they are measured by: its parts. Pure.
//
// Each that somebody added, renamed, weighed, moved or took off has a row (`decision_parts`), so that of two devices that
// do so without a network both are kept. The rows lie over what the worksheet began with: the usual parts, or a list kept in
// the worksheet itself. Earlier versions kept every change in that list; it is read still, and written for a new worksheet
// only. What a row does not say (null) is as it was in the list.

import { defaultCriteria, defaultOptions, highestWeight, inRange, type Criterion, type Option, type Weight } from "./decision.ts";
import { byPosition, spread } from "./order.ts";
import { namedId } from "./planner/named-id.ts";
import type { Decisions, DecisionParts } from "./schema.ts";

export type PartKind = NonNullable<DecisionParts["kind"]>;

/** An option weighs nothing; that it has a weight all the same spares a second kind of part. */
export interface Part extends Criterion {
  readonly position: string;
}

export type PartRow = Pick<DecisionParts, "kind" | "part" | "name" | "weight" | "position" | "removed">;

type Lists = Pick<Decisions, "options" | "criteria">;

/** A part's row: two devices that change the same part without a network write one row. */
export function partId(decision: string, kind: PartKind, part: string): string {
  return namedId(decision, `part/${kind}/${part}`);
}

export function optionsOf(lists: Lists, rows: readonly PartRow[]): readonly Option[] {
  return partsOf("option", lists, rows).map(({ id, name }) => ({ id, name }));
}

export function criteriaOf(lists: Lists, rows: readonly PartRow[]): readonly Criterion[] {
  return partsOf("criterion", lists, rows).map(({ id, name, weight }) => ({ id, name, weight }));
}

/** In their order. `rows`: those of the worksheet that are not in the trash. */
export function partsOf(kind: PartKind, lists: Lists, rows: readonly PartRow[]): readonly Part[] {
  const parts = new Map(begunWith(kind, lists).map((part) => [part.id, part]));
  for (const row of rows) {
    if (row.kind !== kind || !row.part) continue;
    const part = over(parts.get(row.part), row);
    if (part) parts.set(part.id, part);
    else parts.delete(row.part);
  }
  return [...parts.values()].sort(byPosition);
}

/** Null: it was taken off, or nobody said what it is called. */
function over(part: Part | undefined, { part: id, name, weight, position, removed }: PartRow): Part | null {
  const called = name ?? part?.name;
  if (removed || called === undefined) return null;
  return {
    id: id!,
    name: called,
    weight: weightIn(weight) ?? part?.weight ?? usualWeight,
    // Without a place of its own it comes last.
    position: position ?? part?.position ?? "~",
  };
}

const usualWeight: Weight = 2;

function begunWith(kind: PartKind, { options, criteria }: Lists): readonly Part[] {
  const kept = kind === "option" ? options : criteria;
  const parts = kept === null ? (kind === "option" ? defaultOptions : defaultCriteria) : partsIn(kept);
  const positions = new Map(spread(parts.map(({ id }) => id)).map(({ id, position }) => [id, position]));
  return parts.map((part) => ({ weight: usualWeight, ...part, position: positions.get(part.id)! }));
}

/** What is malformed is left out. */
function partsIn(kept: NonNullable<Decisions["options"]>): readonly (Option & { readonly weight: Weight })[] {
  if (!Array.isArray(kept)) return [];
  const named = kept.filter(
    (part): part is Option & { readonly weight?: unknown } =>
      typeof part === "object" && part !== null && typeof part.id === "string" && typeof part.name === "string",
  );
  return named.map(({ id, name, weight }) => ({ id, name, weight: weightIn(weight) ?? usualWeight }));
}

function weightIn(value: unknown): Weight | null {
  return inRange(value, highestWeight) ? (value as Weight) : null;
}
