// From dirty marks to the ops of a request. A text is frozen before it leaves, in the same transaction that reads it.

import { isLater, type Stamp } from "../model/clock.ts";
import { freeze, type FieldState } from "../model/merge.ts";
import { MARKS, type Transaction } from "../store/database.ts";
import { draftOf, keep, stateOf, type Draft, type Marks } from "../store/marks.ts";
import { isCollection, kindOf, type Row } from "../store/rows.ts";
import { putDraft } from "../store/drafts.ts";
import type { Op } from "./protocol.ts";

export interface Limits {
  readonly ops: number;
  readonly bytes: number;
}

/** What the server takes (docs/sync.md), with room for the request's frame. */
export const serverLimits: Limits = { ops: 500, bytes: 1_000_000 };

export interface Collected {
  readonly ops: readonly Op[];
  /** Marks that wait for a person or a newer server. */
  readonly parked: number;
}

const MARKS_AT_ONCE = 200;

/** The next ops to send, in the order of the marks' keys; what is parked is passed over, so it holds back nothing. */
export async function collectOps(transaction: Transaction<"readwrite">, limits: Limits): Promise<Collected> {
  const ops: Op[] = [];
  let [bytes, parked] = [0, 0];
  for (let after: IDBKeyRange | null = null; ; ) {
    const marks = (await transaction.objectStore(MARKS).getAll(after, MARKS_AT_ONCE)) as Marks[];
    for (const mark of marks) {
      parked += countParked(mark);
      if (ops.length >= limits.ops || bytes >= limits.bytes || !isCollection(mark.collection)) continue;
      const draft = await draftFor(transaction, mark);
      const chosen: Op[] = [];
      for (const op of opsOf(draft)) {
        const size = sizeOf(op);
        if (ops.length > 0 && (ops.length >= limits.ops || bytes + size > limits.bytes)) break;
        bytes += size;
        chosen.push(op);
        ops.push(op);
      }
      freezeTexts(transaction, draft, chosen);
    }
    const last = marks.at(-1);
    if (!last || marks.length < MARKS_AT_ONCE) return { ops, parked };
    after = IDBKeyRange.lowerBound([last.collection, last.id], true);
  }
}

/** Refusals that another day, or another server, may not repeat. */
const passing = new Set(["unknown_collection", "unknown_field", "quota"]);

/** What was refused for a reason that may have passed is tried again; once a start, not with every request. */
export async function unpark(transaction: Transaction<"readwrite">): Promise<void> {
  const all = (await transaction.objectStore(MARKS).getAll()) as Marks[];
  for (const marks of all) {
    let isChanged = false;
    const again = <T extends { readonly parked?: string }>(one: T): T => {
      if (!one.parked || !passing.has(one.parked)) return one;
      isChanged = true;
      const { parked: _, ...tried } = one;
      return tried as T;
    };
    for (const [field, mark] of Object.entries(marks.fields)) marks.fields[field] = again(mark);
    for (const [field, lost] of Object.entries(marks.lost)) marks.lost[field] = lost.map(again);
    if (isChanged) void transaction.objectStore(MARKS).put(marks).catch(() => undefined);
  }
}

async function draftFor(transaction: Transaction, marks: Marks): Promise<Draft> {
  const row = (await transaction.objectStore(marks.collection).get(marks.id)) as Row | undefined;
  return draftOf(marks.collection, marks.id, row, marks);
}

function countParked({ fields, lost }: Marks): number {
  return [...Object.values(fields), ...Object.values(lost).flat()].filter(({ parked }) => parked).length;
}

function sizeOf(op: Op): number {
  return new TextEncoder().encode(JSON.stringify(op)).byteLength + 1;
}

interface Write {
  readonly field: string;
  readonly stamp: Stamp;
  readonly value: unknown;
  readonly seen: Stamp | null;
  readonly knew?: Readonly<Record<string, Stamp | null>>;
}

/** The ops of one row, one for each stamp, in their order; a row that is trashed loses its texts' conflicts first. */
export function opsOf(draft: Draft): Op[] {
  const writes = Object.keys(draft.marks.fields).flatMap((field) => writeOf(draft, field));
  for (const [field, lost] of Object.entries(draft.marks.lost)) {
    for (const { stamp, value, seen, parked } of lost) if (!parked) writes.push({ field, stamp, value, seen });
  }
  const byStamp = new Map<Stamp, Write[]>();
  for (const write of writes) byStamp.set(write.stamp, [...(byStamp.get(write.stamp) ?? []), write]);
  const ops = [...byStamp].map(([stamp, group]) => opOf(draft, stamp, group));
  return ops.sort((one, other) => rank(one) - rank(other) || (isLater(one.stamp, other.stamp) ? 1 : -1));
}

function writeOf(draft: Draft, field: string): Write[] {
  const { value, mark } = stateOf(draft, field);
  if (!mark || mark.parked) return [];
  const { stamp, seen, knew, frozen } = mark;
  if (kindOf(draft.collection, field) === "text") return [{ field, seen, stamp, value, ...(knew && { knew }), ...frozen }];
  // What the trash must have seen is on its way in an older version: the trashing waits until that has arrived.
  if (field === "trashed_at" && value !== null && hasNewerText(draft)) return [];
  return [{ field, stamp, value, seen, ...(knew && { knew }) }];
}

function hasNewerText({ marks }: Draft): boolean {
  return Object.values(marks.fields).some(({ frozen, stamp }) => frozen !== undefined && frozen.stamp !== stamp);
}

function opOf({ collection, row: { id } }: Draft, stamp: Stamp, writes: readonly Write[]): Op {
  const seen: Record<string, Stamp | null> = {};
  // Of two texts in one op, the one that knew less of the trash decides: its words were typed without it.
  for (const { knew } of writes) {
    for (const [field, known] of Object.entries(knew ?? {})) {
      if (!Object.hasOwn(seen, field) || isLater(seen[field], known)) seen[field] = known;
    }
  }
  for (const write of writes) seen[write.field] = write.seen;
  return { collection, id, stamp, set: Object.fromEntries(writes.map(({ field, value }) => [field, value])), seen };
}

/** A row comes out of the trash before anything else, and goes into it after everything else. */
function rank({ set }: Op): number {
  if (!Object.hasOwn(set, "trashed_at")) return 1;
  return set.trashed_at === null ? 0 : 2;
}

function freezeTexts(transaction: Transaction<"readwrite">, draft: Draft, ops: readonly Op[]): void {
  const isUnfrozen = (field: string, { mark }: FieldState) =>
    kindOf(draft.collection, field) === "text" && mark !== undefined && !mark.frozen;
  const leaving = ops.flatMap(({ set }) => Object.keys(set)).filter((field) => isUnfrozen(field, stateOf(draft, field)));
  for (const field of leaving) keep(draft, field, freeze(stateOf(draft, field)));
  if (leaving.length > 0) putDraft(transaction, draft);
}
