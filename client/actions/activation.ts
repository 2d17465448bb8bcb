// Setting out on an option of Plan B, and what can become of it: each is one write with one undo. Its list goes with it:
// begun when it is activated, put away while the option is parked or done, so that nothing of it is due meanwhile.

import { deviceZone, momentNow } from "../model/days.ts";
import { isOpen } from "../model/due.ts";
import { byPosition, positionAtEnd } from "../model/order.ts";
import { namedId } from "../model/planner/named-id.ts";
import type { Plans } from "../model/schema.ts";
import { store } from "../store/current.ts";
import { daysOffOf } from "../store/days-off.ts";
import type { Change, Entry } from "../store/store.ts";
import { listFrom, templateFor } from "./playbooks.ts";
import { perform } from "./undo.ts";

/** It becomes an option under way, and its list begins, or goes on where it was left. Gives the list's id. */
export async function activatePlan(id: string): Promise<string> {
  const [plan, lists] = await Promise.all([store.value.get("plans", id), listsOf(id)]);
  const list = (await goingOn(lists)) ?? (await begun(id, lists));
  await perform(`Under way: ${plan?.title ?? "this option"}`, [statusChange(id, "active"), ...list.changes]);
  return list.id;
}

/** As if it had not been activated. A list somebody worked on is put away; an untouched one goes. */
export async function takeBackPlan(id: string): Promise<void> {
  const lists = (await listsOf(id)).filter((list) => list.archived_at === null);
  const changes = await Promise.all(
    lists.map(async ({ id: list }): Promise<Change<"checklists">> => {
      const isUntouched = (await linesOf(list)).every((line) => isOpen(line) && !line.note?.trim());
      return { collection: "checklists", id: list, set: isUntouched ? { trashed_at: momentNow() } : { archived_at: momentNow() } };
    }),
  );
  await perform(`Not under way any more: ${await titleOf(id)}`, [statusChange(id, "ready"), ...changes]);
}

export async function parkPlan(id: string): Promise<void> {
  await perform(`Parked: ${await titleOf(id)}`, [statusChange(id, "parked"), ...(await puttingAway(id))]);
}

export async function finishPlan(id: string): Promise<void> {
  await perform(`Done: ${await titleOf(id)}`, [statusChange(id, "done"), ...(await puttingAway(id))]);
}

/** Back among the options, in its old place. Its list waits until it is activated again. */
export async function takeOutPlan(id: string): Promise<void> {
  await perform(`Taken out again: ${await titleOf(id)}`, [statusChange(id, "ready")]);
}

interface Begun {
  readonly id: string;
  readonly changes: readonly Change[];
}

/** The latest list that has something left to do, taken out again where it was put away. */
async function goingOn(lists: readonly Entry<"checklists">[]): Promise<Begun | null> {
  const latest = lists.at(-1);
  if (!latest || !(await linesOf(latest.id)).some(isOpen)) return null;
  const takenOut: Change = { collection: "checklists", id: latest.id, set: { archived_at: null } };
  return { id: latest.id, changes: latest.archived_at === null ? [] : [takenOut] };
}

/** A new list. Its ids follow from the option: two devices that activate it without a network begin one list, not two. */
async function begun(plan: string, lists: readonly Entry<"checklists">[]): Promise<Begun> {
  const template = await templateFor(store.value, "plan-b", undefined);
  const id = await freeId(plan);
  const made = listFrom(template!, {
    id,
    about: { kind: "plan", id: plan },
    subject: {},
    at: momentNow(),
    zone: deviceZone(),
    daysOff: await daysOffOf(store.value),
    position: positionAtEnd(lists),
  });
  // One that was taken back lies in the trash under the same id, with its lines.
  const changes = made.changes.map((change) => ({ ...change, set: { ...change.set, trashed_at: null } }) as Change);
  return { id, changes };
}

/** More often than anybody sets out on one option. */
const mostTakes = 100;

async function freeId(plan: string): Promise<string> {
  for (let take = 0; take < mostTakes; take += 1) {
    const id = namedId(plan, `under way/${take}`);
    const row = await store.value.get("checklists", id);
    if (!row || row.trashed_at) return id;
  }
  return namedId(plan, `under way/${mostTakes}`);
}

async function puttingAway(id: string): Promise<Change<"checklists">[]> {
  const lists = (await listsOf(id)).filter((list) => list.archived_at === null);
  return lists.map((list) => ({ collection: "checklists", id: list.id, set: { archived_at: momentNow() } }));
}

async function listsOf(plan: string): Promise<Entry<"checklists">[]> {
  return (await store.value.by("checklists", "subject_id", plan)).sort(byPosition);
}

function linesOf(list: string): Promise<Entry<"items">[]> {
  return store.value.by("items", "checklist", list);
}

async function titleOf(id: string): Promise<string> {
  return (await store.value.get("plans", id))?.title ?? "this option";
}

function statusChange(id: string, status: NonNullable<Plans["status"]>): Change<"plans"> {
  return { collection: "plans", id, set: { status } };
}
