// Earlier values of a row: which are worth keeping, which of the kept may go as they grow old, and which are worth
// showing. Pure.
//
// A text is stored every few words while it is written, and nearly all of that gives nothing back: the next text holds
// every word of it. So a text is kept when words of it go. Of what was kept within one minute the longest stays (who
// takes a sentence back word by word has one version, the whole sentence); then the last of each hour for a week, then
// the last of each day, as the server thins its own (webapp/sync/thin.py).

import { differences } from "./alignment.ts";
import { parseStamp, type Stamp } from "./clock.ts";
import { dayMs, hourMs, minuteMs, momentOf, msOf, type Moment } from "./days.ts";
import type { CollectionName } from "./schema.ts";

export interface Earlier<T = unknown> {
  readonly field: string;
  readonly value: T;
  /** Of the write that made it the row's value: the same on every device and on the server. */
  readonly stamp: Stamp;
  /** Until when it stood: then it was replaced. */
  readonly kept_at: Moment;
}

/** An earlier text and whether this device wrote it. */
export interface Version extends Earlier<string> {
  readonly isFromHere: boolean;
}

/** What a device keeps of one field, at most. */
export const maxTexts = 60;
export const maxShortValues = 10;
const maxCharacters = 400_000;
const oldestMs = 90 * dayMs;

/** A correction of this many words within a minute is typing, and no version anybody looks for. */
const fewWords = 2;

/** A version mostly stands whole in the next one; looking through all of fifty long ones would be felt. */
const nearVersions = 3;

/** Whether words of a text are in the next one no more. */
export function losesWords(before: string, after: string): boolean {
  return lostWords(before, after) > 0;
}

function lostWords(before: string, after: string): number {
  if (after.includes(before.trim())) return 0;
  const [old, renewed] = [wordsOf(before), wordsOf(after)];
  let lost = 0;
  for (const { left, right } of differences(old, renewed)) {
    lost += left[1] - left[0];
    // A word that was not finished yet.
    const [last, instead] = [old[left[1] - 1], renewed[right[0]]];
    if (left[1] - left[0] === 1 && instead !== undefined && instead.startsWith(last!)) lost -= 1;
  }
  return lost;
}

function wordsOf(text: string): string[] {
  return text.trim().split(/\s+/).filter((word) => word !== "");
}

/** The stamps of those that make room for the others. `kept` is of one field, in any order. */
export function outgrown(kept: readonly Earlier[], nowMs: number, isText: boolean): ReadonlySet<Stamp> {
  const newestFirst = kept.toSorted(byAge);
  const stays = new Set<Stamp>();
  let characters = 0;
  for (const earlier of isText ? sparser(newestFirst, nowMs) : newestFirst) {
    characters += String(earlier.value).length;
    const isOver = stays.size >= (isText ? maxTexts : maxShortValues) || characters > maxCharacters;
    // The newest is kept, however long it is: it is what somebody who has just lost something wants.
    if (nowMs - msOf(earlier.kept_at) < oldestMs && (!isOver || stays.size === 0)) stays.add(earlier.stamp);
  }
  return new Set(newestFirst.map(({ stamp }) => stamp).filter((stamp) => !stays.has(stamp)));
}

function byAge(one: Earlier, other: Earlier): number {
  return msOf(other.kept_at) - msOf(one.kept_at) || (one.stamp < other.stamp ? 1 : -1);
}

function sparser(newestFirst: readonly Earlier[], nowMs: number): Earlier[] {
  const chosen = new Map<string, Earlier>();
  for (const earlier of newestFirst) {
    const at = msOf(earlier.kept_at);
    const age = nowMs - at;
    const [grain, isRecent] = age < dayMs ? [minuteMs, true] : [age < 7 * dayMs ? hourMs : dayMs, false];
    const bucket = `${grain} ${Math.floor(at / grain)}`;
    const rival = chosen.get(bucket);
    const isBetter = !rival || (isRecent && String(earlier.value).length > String(rival.value).length);
    if (isBetter) chosen.set(bucket, earlier);
  }
  return [...chosen.values()].sort(byAge);
}

/** What this device and the server kept, each once: the same write, or the same value of the same field. */
export function joined(here: readonly Earlier[], there: readonly Earlier[]): Earlier[] {
  const byStamp = new Map([...there, ...here].map((earlier) => [`${earlier.field} ${earlier.stamp}`, earlier]));
  const byValue = new Map<string, Earlier>();
  for (const earlier of [...byStamp.values()].sort(byAge)) {
    const key = `${earlier.field} ${JSON.stringify(earlier.value)}`;
    if (!byValue.has(key)) byValue.set(key, earlier);
  }
  return [...byValue.values()];
}

/**
 * Newest first, without those that hide nothing: one that stands whole in a newer version, or in what is there now,
 * would give nothing back, and a few words that were right within a minute were being typed.
 */
export function worthShowing<V extends Earlier<string>>(versions: readonly V[], now: string): V[] {
  const shown: V[] = [];
  for (const version of versions.toSorted(byAge)) {
    const text = version.value.trim();
    const lost = [now, ...shown.slice(-nearVersions).map(({ value }) => value)].map((newer) => lostWords(text, newer));
    if (text === "" || lost.includes(0) || isPassing(version, text, Math.min(...lost))) continue;
    shown.push(version);
  }
  return shown;
}

function isPassing({ stamp, kept_at }: Earlier, text: string, lost: number): boolean {
  const stoodMs = msOf(kept_at) - parseStamp(stamp).millis;
  return stoodMs < minuteMs && lost <= fewWords && wordsOf(text).length > fewWords;
}

/** The short values a person may want to look up, and what each is called. The others are the app's own book-keeping. */
const shortValues: { readonly [C in CollectionName]?: Readonly<Record<string, string>> } = {
  interviews: {
    company: "Company",
    role: "Role",
    department: "Department",
    internal: "Inside my own company",
    stage: "Stage",
    held_at: "When it was",
    promised_at: "Promised answer",
    link: "Link to the posting",
  },
  rounds: { held_at: "When it was", kind: "Kind of talk" },
  checklists: { title: "Title" },
  items: { text: "Line", why: "Why this helps" },
  playbooks: { title: "Title", intro: "What it is for" },
  playbook_steps: { text: "Line", why: "Why this helps" },
  people: {
    name: "Name",
    role: "Role",
    department: "Department",
    organisation: "Organisation",
    level: "Level",
    email: "E-mail",
    phone: "Phone",
    link: "Link",
    relation: "Who they are to you",
    cadence_weeks: "Weeks between words",
    how_met: "How you met",
  },
  touches: { at: "When it was", channel: "How", give: "What you offered" },
  wins: {
    title: "The win",
    happened_on: "Day",
    who_benefited: "Who had something of it",
    praised_by: "Praised by",
    proof_where: "Where the proof lives",
  },
  plans: { title: "Option", kind: "Kind", next_step: "Next step", next_step_on: "Day of the next step", stop_waiting_on: "Stop waiting on" },
  // Never a score: between the two scorings nobody is to meet the first.
  decisions: {
    question: "Question",
    risk: "The risk you fear most",
    chosen: "Your choice",
    first_step: "First step",
    commitment: "Commitment",
    commitment_on: "Promised by",
    review_at: "Review",
  },
  messages: { subject: "Subject" },
};

/** What a short value is called where a person may look it up; undefined where they may not. */
export function shortValueName(collection: CollectionName, field: string): string | undefined {
  return shortValues[collection]?.[field];
}

/** A moment for a number of milliseconds that came from a clock. */
export const keptAt = (ms: number): Moment => momentOf(ms) ?? "1970-01-01T00:00:00Z";
