// A row together with its dirty marks: what of it the server is not known to have. The rules per field are in
// model/merge.ts; here they are applied to a row that was read in a transaction and will be put back in the same one.
//
// A draft is the transaction's own copy, so these functions change it in place.

import { isLater, type Clock, type Stamp } from "../model/clock.ts";
import * as field from "../model/merge.ts";
import type { FieldState, Lost, Mark, Value } from "../model/merge.ts";
import { mergeTexts } from "../model/text-merge.ts";
import { blankRow, isSameValue, kindOf, momentOf, textFieldsOf, type Row } from "./rows.ts";

export interface Marks {
  readonly collection: string;
  readonly id: string;
  fields: Record<string, Mark>;
  lost: Record<string, readonly Lost[]>;
}

export interface Draft {
  readonly collection: string;
  readonly row: Row;
  readonly marks: Marks;
  /** Whether marks are stored; if not, there are none to delete. */
  readonly hadMarks: boolean;
}

/** What a person wrote; see Change in store.ts. */
export interface RowEdit {
  readonly set: Readonly<Record<string, Value>>;
  readonly basis?: Readonly<Partial<Record<string, string | null>>>;
  /** Of what undoes an edit: what the edit left (model/taking-back.ts). It is not written. */
  readonly left?: Readonly<Record<string, Value>>;
}

export function draftOf(collection: string, id: string, row: Row | undefined, marks: Marks | undefined): Draft {
  return {
    collection,
    row: row ?? blankRow(id),
    marks: marks ?? { collection, id, fields: {}, lost: {} },
    hadMarks: marks !== undefined,
  };
}

export interface Named {
  readonly collection: string;
  readonly id: string;
}

export function keyOf({ collection, id }: Named): string {
  return `${collection}/${id}`;
}

export function isDirty({ fields, lost }: Marks): boolean {
  return Object.keys(fields).length > 0 || Object.keys(lost).length > 0;
}

export function isNew({ row }: Draft): boolean {
  return Object.keys(row.stamps).length === 0;
}

export function stateOf({ row, marks }: Draft, name: string): FieldState {
  const mark = marks.fields[name];
  return {
    value: row.fields[name] ?? null,
    stamp: row.stamps[name] ?? null,
    lost: marks.lost[name] ?? [],
    ...(mark && { mark }),
  };
}

/** Puts a field's new state back, remembering which text the server had before. */
export function keep(draft: Draft, name: string, state: FieldState): void {
  const { row, marks, collection } = draft;
  if (kindOf(collection, name) === "text") rememberText(draft, name, state);
  if (state.stamp === null) {
    delete row.fields[name];
    delete row.stamps[name];
  } else {
    row.fields[name] = state.value;
    row.stamps[name] = state.stamp;
  }
  if (state.mark) marks.fields[name] = state.mark;
  else delete marks.fields[name];
  if (state.lost.length > 0) marks.lost[name] = state.lost;
  else delete marks.lost[name];
}

function rememberText(draft: Draft, name: string, state: FieldState): void {
  const before = stateOf(draft, name);
  const past = draft.row.past?.[name] ?? [];
  const renewed = field.remember(past, onServer(before), onServer(state));
  if (renewed !== past) draft.row.past = { ...draft.row.past, [name]: renewed };
}

function onServer({ stamp, mark }: FieldState): Stamp | null {
  return mark ? mark.seen : stamp;
}

/**
 * Writes what a person did, and returns what undoes it; null: nothing changed. Texts are merged when the row moved on
 * from what the person saw (`basis`). The trash gets a stamp of its own, after the texts it saw.
 */
export function editRow(draft: Draft, { set, basis = {} }: RowEdit, clock: Clock): RowEdit | null {
  const wasNew = isNew(draft);
  const undo = { set: {} as Record<string, Value>, basis: {} as Record<string, string | null>, left: {} as Record<string, Value> };
  const names = Object.keys(set).filter((name) => set[name] !== undefined);
  const isTrash = (name: string) => name === "trashed_at";
  for (const group of [names.filter((name) => !isTrash(name)), names.filter(isTrash)]) {
    if (group.length === 0) continue;
    const stamp = clock.stamp(...group.map((name) => draft.row.stamps[name]));
    for (const name of group) {
      const before = stateOf(draft, name);
      const value = wanted(draft, name, wellFormed(set[name] ?? null), basis);
      if (isSameValue(before.value, value)) continue;
      undo.set[name] = before.value;
      undo.left[name] = value;
      if (kindOf(draft.collection, name) === "text") undo.basis[name] = value as string | null;
      keep(draft, name, field.edit(kindOf(draft.collection, name), before, { value, stamp, ...knowledge(draft, name, value) }));
      if (kindOf(draft.collection, name) === "text") trashSaw(draft, name, stamp);
    }
  }
  if (Object.keys(undo.set).length === 0) return null;
  // A profile is always there, as the person is: only what was said in it is taken back.
  if (!wasNew || draft.collection === "profiles") return undo;
  return { set: { trashed_at: momentOf(clock.nowMs()) }, left: { trashed_at: null, ...undo.left } };
}

/** Half a surrogate pair (a cut emoji) and NUL are no text to any server, and one of them would hold back a request. */
function wellFormed(value: Value): Value {
  return typeof value === "string" ? value.toWellFormed().replaceAll("\0", "") : value;
}

function wanted(draft: Draft, name: string, value: Value, basis: RowEdit["basis"] & {}): Value {
  if (kindOf(draft.collection, name) !== "text" || !Object.hasOwn(basis, name)) return value;
  const current = (draft.row.fields[name] ?? null) as string | null;
  return mergeWithBasis(basis[name] ?? null, value as string | null, current);
}

function mergeWithBasis(basis: string | null, mine: string | null, current: string | null): string | null {
  return (basis ?? "") === (current ?? "") ? mine : mergeTexts(basis, mine, current);
}

/** What an edit must say it knew: a text the row's trash, a trashing the row's texts (docs/sync.md, trash). */
function knowledge({ collection, row }: Draft, name: string, value: Value): { knew?: Record<string, Stamp | null> } {
  const stampsOf = (names: readonly string[]) => Object.fromEntries(names.map((one) => [one, row.stamps[one] ?? null]));
  if (kindOf(collection, name) === "text") return { knew: stampsOf(["trashed_at"]) };
  return name === "trashed_at" && value !== null ? { knew: stampsOf(textFieldsOf(collection)) } : {};
}

/** Who edits a text of a row they have just put into the trash has seen both. */
function trashSaw({ marks }: Draft, name: string, stamp: Stamp): void {
  const trash = marks.fields.trashed_at;
  if (trash?.knew) marks.fields.trashed_at = { ...trash, knew: { ...trash.knew, [name]: stamp } };
}

/** The server gave a write another stamp: it is renamed wherever this row holds it. */
export function rename({ row, marks }: Draft, from: Stamp, to: Stamp): void {
  if (from === to) return;
  const renamed = <T extends Stamp | null>(stamp: T): T => (stamp === from ? (to as T) : stamp);
  for (const name of Object.keys(row.stamps)) row.stamps[name] = renamed(row.stamps[name]!);
  for (const [name, mark] of Object.entries(marks.fields)) {
    marks.fields[name] = {
      ...mark,
      stamp: renamed(mark.stamp),
      seen: renamed(mark.seen),
      ...(mark.frozen && { frozen: { ...mark.frozen, stamp: renamed(mark.frozen.stamp) } }),
      ...(mark.theirs && { theirs: { ...mark.theirs, stamp: renamed(mark.theirs.stamp) } }),
      ...(mark.knew && { knew: Object.fromEntries(Object.entries(mark.knew).map(([key, stamp]) => [key, renamed(stamp)])) }),
    };
  }
  for (const [name, lost] of Object.entries(marks.lost)) {
    marks.lost[name] = lost.map((one) => ({ ...one, stamp: renamed(one.stamp), seen: renamed(one.seen) }));
  }
}

/** Whether anything but having thrown the row away is unsent: then a row the server erased has to live again. */
export function wantsToLive({ row, marks }: Draft): boolean {
  const names = Object.keys(marks.fields);
  return names.some((name) => name !== "trashed_at") || (names.length > 0 && (row.fields.trashed_at ?? null) === null);
}

/** Marks the whole row, for a server that has erased it or never had it. `stamp`: one for all, above what it knows. */
export function markWhole(draft: Draft, stamp: Stamp): void {
  const { row, collection } = draft;
  row.fields.trashed_at = null;
  row.stamps.trashed_at ??= stamp;
  for (const name of Object.keys(row.stamps)) {
    const value = row.fields[name] ?? null;
    if (value === null && name !== "trashed_at") continue;
    const isText = kindOf(collection, name) === "text";
    keep(draft, name, { value, stamp, lost: [], mark: { stamp, seen: null, ...(isText && { base: null, knew: { trashed_at: null } }) } });
  }
}

/** The highest stamp the row holds: what is written for all of it must be above. */
export function highestStamp({ row }: Draft): Stamp | null {
  return Object.values(row.stamps).reduce<Stamp | null>((high, stamp) => (isLater(stamp, high) ? stamp : high), null);
}
