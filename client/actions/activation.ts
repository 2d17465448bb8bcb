// Setting out on an option of Plan B: it becomes the one under way, and its list begins, in one write with one undo.

import { deviceZone, momentNow } from "../model/days.ts";
import { positionAtEnd } from "../model/order.ts";
import { store } from "../store/current.ts";
import { listFrom, templateFor } from "./playbooks.ts";
import { perform } from "./undo.ts";

/** Gives the new list's id. */
export async function activatePlan(id: string): Promise<string> {
  const [plan, beside, template] = await Promise.all([
    store.value.get("plans", id),
    store.value.by("checklists", "subject_id", id),
    templateFor(store.value, "plan-b", undefined),
  ]);
  const list = listFrom(template!, {
    about: { kind: "plan", id },
    subject: {},
    at: momentNow(),
    zone: deviceZone(),
    position: positionAtEnd(beside),
  });
  const under: (typeof list.changes)[number] = { collection: "plans", id, set: { status: "active" } };
  await perform(`Under way: ${plan?.title ?? "this option"}`, [under, ...list.changes]);
  return list.id;
}
