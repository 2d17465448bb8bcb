// The answer, and everything that follows from it: one write, one undo, on any device.

import { dayMs, deviceZone, msOf, type Moment } from "../model/days.ts";
import { effectiveDueMs } from "../model/due.ts";
import { plan, standing, type Plan } from "../model/planner.ts";
import { nearMomentWords, type Outcome } from "../model/words.ts";
import { store } from "../store/current.ts";
import type { Change, Entry, Store } from "../store/store.ts";
import { givenFor } from "./planning.ts";
import { perform, say } from "./undo.ts";

/** The plans made since the app was opened: with one, the way back is exact. By interview. */
const made = new Map<string, { readonly in: Store; readonly plan: Plan }>();

/** The answer. `waiting` takes an answer back. The same answer again changes nothing, not even its date. */
export async function recordOutcome(id: string, outcome: Outcome): Promise<void> {
  const from = store.value;
  const given = await givenFor(from, id, outcome);
  if (!given || (given.interview.outcome ?? "waiting") === outcome) return;
  const planned = plan(given);
  await perform(planned.words ? `${outcomeNoted[outcome]}. ${planned.words}` : outcomeNoted[outcome], planned.changes);
  made.set(id, { in: from, plan: planned });
}

/** All in one voice: a no looks like an offer. */
const outcomeNoted: { readonly [outcome in Outcome]: string } = {
  waiting: "Noted: still waiting",
  offer: "Noted: they made an offer",
  no: "Noted: they said no",
  silence: "Noted: no answer came",
  withdrawn: "Noted: you withdrew",
};

/**
 * "Wrong answer? Undo". Where the answer was given everything is exactly as it was before. On another device, after a
 * restart, or once something was done in between, one waits again and the plan for waiting says what that means: so
 * nothing the person did meanwhile is thrown away with the answer.
 */
export async function takeBackOutcome(id: string): Promise<void> {
  const known = made.get(id);
  made.delete(id);
  if (known && known.in === store.value && (await isAsWritten(store.value, known.plan.changes))) {
    await perform("Taken back", known.plan.undo);
    return;
  }
  const given = await givenFor(store.value, id, "waiting");
  if (given) await perform("Taken back. You are waiting again", plan(given).changes);
}

/** Whether every row still holds what the plan wrote, and its new lists nothing more. */
async function isAsWritten(from: Store, changes: readonly Change[]): Promise<boolean> {
  const rows = await Promise.all(changes.map(({ collection, id }) => from.get(collection, id)));
  return changes.every(({ set, collection }, index) => {
    const row = rows[index] as Readonly<Record<string, unknown>> | undefined;
    if (!row) return false;
    const isHeld = Object.entries(set).every(([field, value]) => (row[field] ?? null) === value);
    const isNewLine = collection === "items" && "text" in set;
    return isHeld && !(isNewLine && (row["done_at"] || (row["skipped_at"] && !("skipped_at" in set)) || row["note"]));
  });
}

export type WhatChanged = Pick<Plan, "closed" | "putAway" | "begun" | "reopened" | "redated" | "words">;

/** What the answer that stands changed: all of it where it was given, elsewhere what the rows tell. */
export async function loadWhatChanged(from: Store, id: string): Promise<WhatChanged> {
  const nothing = { closed: [], putAway: [], begun: [], reopened: [], redated: [], words: "" };
  const given = await givenFor(from, id);
  if (!given) return nothing;
  const { interview } = given;
  const known = made.get(id);
  const isKnown = known?.in === from && known.plan.outcome === interview.outcome && known.plan.at === interview.outcome_at;
  if (isKnown) return known.plan;
  return { ...nothing, ...standing(interview, given.checklists, given.items) };
}

/** "Put it down for today": whatever of it Today would show rests until then, or until it is due, if that is later. */
export async function putDown(id: string, until: Moment): Promise<void> {
  const from = store.value;
  const lists = await from.by("checklists", "subject_id", id);
  const ids = new Set(lists.map((list) => list.id));
  // Today looks a day ahead.
  const horizon = Math.max(msOf(until), Date.now() + dayMs);
  const asking = (await from.openItems()).filter((item) => {
    return item.checklist !== null && ids.has(item.checklist) && effectiveDueMs(item) < horizon;
  });
  const words = `Put down until ${nearMomentWords(until, Date.now(), deviceZone())}`;
  const restOf = (item: Entry<"items">): Moment => (effectiveDueMs(item) > msOf(until) ? item.snoozed_until ?? item.due_at! : until);
  const changes = asking.map((item): Change => ({ collection: "items", id: item.id, set: { snoozed_until: restOf(item) } }));
  if (changes.length > 0) await perform(words, changes);
  else say(words);
}

/** Plans anew for the answer that is kept, silently: after a sync brought another device's answer. */
export async function keepPlan(from: Store, id: string): Promise<void> {
  const given = await givenFor(from, id);
  if (!given) return;
  const { changes } = plan(given);
  if (changes.length > 0) await from.write(changes);
}
