// What the server said about what was sent, and what it sent itself, applied to rows and marks. No I/O.

import type { Clock, Stamp } from "../model/clock.ts";
import * as field from "../model/merge.ts";
import type { NextStamp } from "../model/merge.ts";
import { highestStamp, isDirty, keep, keyOf, markWhole, rename, stateOf, wantsToLive, type Draft } from "../store/marks.ts";
import { kindOf } from "../store/rows.ts";
import type { Answer, ChangedRow, Op, Refused } from "./protocol.ts";

/** Applies the outcome of one op to its row. */
export function settle(draft: Draft, op: Op, outcome: { readonly refused: readonly Refused[]; readonly stamp: Stamp }, clock: Clock): void {
  rename(draft, op.stamp, outcome.stamp);
  const whole = outcome.refused.find((refusal) => refusal.field === null);
  if (whole?.code === "gone") return reviveOrLetGo(draft, clock);
  for (const name of Object.keys(op.set)) {
    const refusal = whole ?? outcome.refused.find((one) => one.field === name);
    settleField(draft, name, { value: op.set[name], stamp: outcome.stamp }, refusal, nextOf(clock));
  }
}

function settleField(
  draft: Draft,
  name: string,
  sent: { readonly value: unknown; readonly stamp: Stamp },
  refusal: Refused | undefined,
  next: NextStamp,
): void {
  const kind = kindOf(draft.collection, name);
  if (!refusal) {
    keep(draft, name, field.acknowledge(kind, stateOf(draft, name), sent.stamp, next));
  } else if (refusal.code !== "text_conflict" || !refusal.current) {
    keep(draft, name, field.park(stateOf(draft, name), sent.stamp, refusal.code));
  } else if (refusal.current.value === sent.value && refusal.current.stamp !== null) {
    // The very words are there, written by somebody else, or by us under a stamp this server has forgotten.
    rename(draft, sent.stamp, refusal.current.stamp);
    keep(draft, name, field.acknowledge(kind, stateOf(draft, name), refusal.current.stamp, next));
  } else {
    keep(draft, name, field.conflict(stateOf(draft, name), sent.stamp, refusal.current, next));
  }
}

/** The server erased the row after thirty days in the trash. What was written since brings all of it back. */
function reviveOrLetGo(draft: Draft, clock: Clock): void {
  if (wantsToLive(draft)) {
    markWhole(draft, clock.stamp(highestStamp(draft)));
  } else {
    draft.marks.fields = {};
    draft.marks.lost = {};
  }
}

export interface Reception {
  /** Rows this request wrote to: of these the answer may show only the fields that moved. */
  readonly written: ReadonlySet<string>;
  readonly round: number;
  /** While pulling again from the beginning; see field.recover. */
  readonly recovery: { readonly isLineageWhole: boolean } | null;
  readonly clock: Clock;
}

/** Applies a row of a page. False: the row is gone from the account, and may be removed here. */
export function receive(draft: Draft, change: ChangedRow, { written, round, recovery, clock }: Reception): boolean {
  const { row, collection } = draft;
  Object.assign(row, { seq: change.seq, round });
  if (!written.has(keyOf(change)) && isTombstone(change)) {
    if (!wantsToLive(draft)) return false;
    markWhole(draft, clock.stamp(highestStamp(draft), change.stamps.trashed_at));
    return true;
  }
  const next = nextOf(clock);
  const names = new Set(Object.keys(change.stamps));
  // Pulled from the beginning, a row is shown whole: a field that is missing was never on this server.
  if (recovery) for (const name of Object.keys(row.stamps)) names.add(name);
  for (const name of names) {
    const [kind, state] = [kindOf(collection, name), stateOf(draft, name)];
    const incoming = { value: change.fields[name] ?? null, stamp: change.stamps[name] ?? null };
    const past = row.past?.[name] ?? [];
    const received = recovery
      ? field.recover(kind, state, incoming, { past, isLineageWhole: recovery.isLineageWhole, next })
      : field.receive(kind, state, incoming, next);
    keep(draft, name, received);
  }
  return true;
}

/** Erased: nothing is left of it but its place in the trash. */
export function isTombstone({ fields }: Pick<ChangedRow, "fields">): boolean {
  const names = Object.keys(fields).filter((name) => fields[name] !== null);
  return names.length === 1 && names[0] === "trashed_at";
}

/** The server did not show this row: null when it may be removed here, else it is marked to be sent whole. */
export function missing(draft: Draft, { isLineageWhole }: { readonly isLineageWhole: boolean }, clock: Clock): Draft | null {
  if (isLineageWhole) {
    // The server forgot nothing: it erased the row, and half a year later the trace of it.
    if (!isDirty(draft.marks) || !wantsToLive(draft)) return null;
    markWhole(draft, clock.stamp(highestStamp(draft)));
  } else {
    markAsWritten(draft);
  }
  draft.row.seq = 0;
  return draft;
}

/** Every field is marked with the stamp it has: to whoever still knows it, this is a repeat. */
function markAsWritten(draft: Draft): void {
  const { row, collection } = draft;
  const texts = Object.keys(row.stamps).filter((name) => kindOf(collection, name) === "text");
  for (const name of Object.keys(row.stamps)) {
    const { value, stamp, lost } = stateOf(draft, name);
    const isText = texts.includes(name);
    const knew = isText ? { trashed_at: null } : Object.fromEntries(texts.map((text) => [text, row.stamps[text]!]));
    const says = isText || (name === "trashed_at" && value !== null);
    keep(draft, name, { value, stamp, lost, mark: { stamp: stamp!, seen: null, ...(isText && { base: null }), ...(says && { knew }) } });
  }
}

export function refusalsOf(answer: Answer, op: number): readonly Refused[] {
  return answer.refused.filter((refusal) => refusal.op === op);
}

function nextOf(clock: Clock): NextStamp {
  return (...above) => clock.stamp(...above);
}
