// What happens to one field of one row: an edit, an answer, a change that comes in. Pure functions from state to state.
//
// A field is *dirty* while it has a mark: a local value the server is not known to have. Scalars: the later stamp wins
// and a loser is still sent, so that it reaches the earlier versions. Texts: every word stays until somebody who saw
// it deletes it, so what comes in is merged with what is being written, from the text both started from (the base).

import { isLater, parseStamp, type Stamp } from "./clock.ts";
import type { FieldKind } from "./schema.ts";
import { mergeTexts, uniteTexts } from "./text-merge.ts";

export type Value = unknown;

/** A value as the server has it; a null stamp: never written. */
export interface Written {
  readonly value: Value;
  readonly stamp: Stamp | null;
}

/** A scalar that lost to a change before it was sent. */
export interface Lost {
  readonly stamp: Stamp;
  readonly seen: Stamp | null;
  readonly value: Value;
  readonly parked?: string;
}

export interface Mark {
  /** Of the local value. */
  readonly stamp: Stamp;
  /** What the server had where the oldest unanswered edit was made. */
  readonly seen: Stamp | null;
  /** Texts: the text with the stamp `seen`. Absent: unknown, and merging unites. */
  readonly base?: string | null;
  /** Texts: a version that may have left. Until it is answered it is sent again as it was, before any newer one. */
  readonly frozen?: { readonly stamp: Stamp; readonly value: string | null };
  /** What came in meanwhile and cannot be resolved before the answer. */
  readonly theirs?: Written;
  /** What else the edit saw: a text the row's trash, a trashing the row's texts. */
  readonly knew?: Readonly<Record<string, Stamp | null>>;
  /** Why the server refused it for good. It stays, and waits for a person or a newer server; it is not sent. */
  readonly parked?: string;
}

export interface FieldState extends Written {
  readonly mark?: Mark;
  readonly lost: readonly Lost[];
}

export const blank: FieldState = { value: null, stamp: null, lost: [] };

export interface Edit {
  readonly value: Value;
  readonly stamp: Stamp;
  readonly knew?: Readonly<Record<string, Stamp | null>>;
}

/** Gives a stamp above those named. */
export type NextStamp = (...above: readonly (Stamp | null)[]) => Stamp;

/** A person writes. A thousand edits before the next answer are one mark, based on what the first of them saw. */
export function edit(kind: FieldKind, state: FieldState, { value, stamp, knew }: Edit): FieldState {
  const { mark } = state;
  if (!mark) return { ...state, value, stamp, mark: newMark(kind, state, { stamp, knew }) };
  const { parked: _, ...kept } = mark;
  // A text remembers the trash its first unsent words saw; a trashing, the texts at the last tap.
  const known = kind === "text" ? mark.knew : knew;
  return { ...state, value, stamp, mark: { ...kept, stamp, ...(known && { knew: known }) } };
}

function newMark(kind: FieldKind, state: Written, { stamp, knew }: { stamp: Stamp; knew?: Edit["knew"] }): Mark {
  const mark = { stamp, seen: state.stamp, ...(knew && { knew }) };
  return kind === "text" ? { ...mark, base: state.value as string | null } : mark;
}

/** The text that is about to leave. */
export function freeze(state: FieldState): FieldState {
  const { mark } = state;
  if (!mark || mark.frozen) return state;
  return { ...state, mark: { ...mark, frozen: { stamp: mark.stamp, value: state.value as string | null } } };
}

/** A change came in with a page. */
export function receive(kind: FieldKind, state: FieldState, incoming: Written, next: NextStamp): FieldState {
  if (!state.mark) return { ...incoming, lost: state.lost };
  return kind === "text" ? receiveText(state, state.mark, incoming, next) : receiveScalar(state, state.mark, incoming);
}

function receiveScalar(state: FieldState, mark: Mark, incoming: Written): FieldState {
  if (incoming.stamp === mark.stamp) return { ...incoming, lost: state.lost };
  if (isLater(incoming.stamp, mark.stamp)) return { ...incoming, lost: [...state.lost, loser(state, mark)] };
  return isLater(mark.theirs?.stamp, incoming.stamp) ? state : { ...state, mark: { ...mark, theirs: incoming } };
}

function loser(state: FieldState, { stamp, seen, parked }: Mark): Lost {
  return { stamp, seen, value: state.value, ...(parked && { parked }) };
}

function receiveText(state: FieldState, mark: Mark, incoming: Written, next: NextStamp): FieldState {
  if (incoming.stamp === mark.seen) return state;
  if (incoming.stamp === mark.frozen?.stamp) return acknowledgeText(state, mark, { ...mark.frozen!, next });
  if (incoming.stamp === mark.stamp) return { ...incoming, lost: state.lost };
  // The answer to the frozen text says whether this change was made on top of it or beside it.
  return mark.frozen ? { ...state, mark: { ...mark, theirs: incoming } } : rebase(state, mark, incoming, next);
}

/** The server has what was sent as `stamp`. */
export function acknowledge(kind: FieldKind, state: FieldState, stamp: Stamp, next: NextStamp): FieldState {
  const lost = state.lost.filter((one) => one.stamp !== stamp);
  const { mark } = state;
  if (!mark) return { ...state, lost };
  if (kind === "text") return acknowledgeText(state, mark, { stamp, next });
  return acknowledgeScalar({ ...state, lost }, mark, stamp);
}

function acknowledgeScalar(state: FieldState, mark: Mark, stamp: Stamp): FieldState {
  const { theirs, ...kept } = mark;
  // Only a write whose stamp was brought down can be behind what came in before it.
  const winner = theirs && isLater(theirs.stamp, stamp) ? theirs : null;
  if (mark.stamp === stamp) return winner ? { ...winner, lost: state.lost } : withoutMark(state);
  const isOfAnEarlierTap = isLater(mark.stamp, stamp) && isLater(stamp, mark.seen);
  return isOfAnEarlierTap && !winner ? { ...state, mark: { ...kept, seen: stamp } } : state;
}

function acknowledgeText(
  state: FieldState,
  mark: Mark,
  { stamp, next }: { stamp: Stamp; next: NextStamp },
): FieldState {
  const { frozen, theirs, ...kept } = mark;
  if (frozen?.stamp !== stamp) return state;
  const descendant = theirs && theirs.stamp !== stamp ? theirs : null;
  if (mark.stamp === stamp) return descendant ? { ...descendant, lost: state.lost } : withoutMark(state);
  const onTop: Mark = { ...kept, seen: stamp, base: frozen.value };
  return descendant ? rebase(state, onTop, descendant, next) : { ...state, mark: onTop };
}

/** The text sent as `stamp` was refused: the server has `current` instead. */
export function conflict(state: FieldState, stamp: Stamp, current: Written, next: NextStamp): FieldState {
  const { mark } = state;
  if (mark?.frozen?.stamp !== stamp) return state;
  const { frozen: _, theirs: __, ...thawed } = mark;
  return rebase(state, thawed, current, next);
}

/** The server will not have this value. It stays on the device, marked, and holds back nothing else. */
export function park(state: FieldState, stamp: Stamp, code: string): FieldState {
  const lost = state.lost.map((one) => (one.stamp === stamp ? { ...one, parked: code } : one));
  const { mark } = state;
  if (!mark || (mark.frozen?.stamp ?? mark.stamp) !== stamp) return { ...state, lost };
  const { frozen, ...thawed } = mark;
  // Newer words may be acceptable where the frozen ones were not.
  const isOutdated = frozen !== undefined && frozen.stamp !== mark.stamp;
  return { ...state, lost, mark: isOutdated ? thawed : { ...thawed, parked: code } };
}

/** Merges a dirty text with what the server has, and marks the result as made on top of that. */
function rebase(state: FieldState, mark: Mark, current: Written, next: NextStamp): FieldState {
  const [mine, theirs] = [state.value as string | null, current.value as string | null];
  const isBehind = isLater(mark.seen, current.stamp);
  // A server that shows less than what we saw lost some of its history: its text must not undo ours.
  const merged = mark.base === undefined || isBehind ? uniteTexts(mine, theirs) : mergeTexts(mark.base, mine, theirs);
  if (merged === theirs) return { ...current, lost: state.lost };
  const { base: _, theirs: __, frozen: ___, parked: ____, ...kept } = mark;
  const stamp = next(current.stamp, state.stamp);
  return { ...state, value: merged, stamp, mark: { ...kept, stamp, seen: current.stamp, base: theirs } };
}

function withoutMark({ value, stamp, lost }: FieldState): FieldState {
  return { value, stamp, lost };
}

/** Earlier stamps of a text this device has held: a server that shows one of them is behind, not beside us. */
export type Past = readonly Stamp[];

const PAST_LENGTH = 64;
/** Of a run of typing only its end is remembered: backups are made at rest, and a note is not a thousand stamps. */
const REST_MS = 10_000;

/** `past`, once the text the server is known to have had moved on from `before` to `after`. */
export function remember(past: Past, before: Stamp | null, after: Stamp | null): Past {
  if (before === null || after === null || before === after) return past;
  if (parseStamp(after).millis - parseStamp(before).millis < REST_MS) return past;
  return [...past.filter((stamp) => stamp !== before), before].slice(-PAST_LENGTH);
}

export interface Recovery {
  readonly past: Past;
  /** Whether the server still has all it ever answered, and this device merely missed something. */
  readonly isLineageWhole: boolean;
  readonly next: NextStamp;
}

/**
 * A change came in while pulling again from the beginning: the server may be older than this device, or have gone
 * another way since. Whatever it may lack gets a mark again.
 */
export function recover(kind: FieldKind, state: FieldState, incoming: Written, recovery: Recovery): FieldState {
  if (recovery.isLineageWhole) return receive(kind, state, incoming, recovery.next);
  if (kind === "text") return recoverText(state, incoming, recovery);
  if (state.mark || state.stamp === null || state.stamp === incoming.stamp) {
    return receive(kind, state, incoming, recovery.next);
  }
  const mark: Mark = { stamp: state.stamp, seen: incoming.stamp };
  return receive(kind, { ...state, mark }, incoming, recovery.next);
}

function recoverText(state: FieldState, incoming: Written, { past, next }: Recovery): FieldState {
  const { mark } = state;
  const isBehind = incoming.stamp === null || past.includes(incoming.stamp);
  const known = { seen: incoming.stamp, base: incoming.value as string | null };
  if (!mark) {
    if (state.stamp === null || state.stamp === incoming.stamp) return receive("text", state, incoming, next);
    // Sent as something made on nothing, the server says whether it knows this text; if not, the two are united.
    const mark: Mark = { stamp: state.stamp, ...(isBehind ? known : { seen: null, theirs: incoming }) };
    return { ...state, mark };
  }
  if (incoming.stamp !== null && [mark.seen, mark.frozen?.stamp, mark.stamp].includes(incoming.stamp)) {
    return receive("text", state, incoming, next);
  }
  const { frozen: _, theirs: __, base: ___, ...bare } = mark;
  return isBehind ? { ...state, mark: { ...bare, ...known } } : rebase(state, bare, incoming, next);
}
