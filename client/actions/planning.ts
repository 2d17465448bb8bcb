// What the outcome planner needs, read from the store: the interview with its lists and lines, those in the trash that a
// plan may take out again, and the person's own versions of the playbooks.

import { deviceZone, momentNow } from "../model/days.ts";
import { byPosition } from "../model/order.ts";
import { plannedIds, type Given } from "../model/planner.ts";
import type { Template } from "../model/planner/templates.ts";
import type { Outcome } from "../model/words.ts";
import type { Entry, Store } from "../store/store.ts";

/** `outcome` left out: the answer that is kept. Null: there is no such interview here, or it lies in the trash. */
export async function givenFor(from: Store, id: string, outcome?: Outcome): Promise<Given | null> {
  const interview = await from.get("interviews", id);
  if (!interview || interview.trashed_at) return null;
  const own = await ownVersions(from);
  const planned = plannedIds(interview, own);
  const [lists, plannedLists, plannedLines, feedback] = await Promise.all([
    from.by("checklists", "subject_id", id),
    from.getMany("checklists", planned.checklists),
    from.getMany("items", planned.items),
    from.by("feedback", "interview", id),
  ]);
  const checklists = unique([...lists, ...plannedLists]);
  const lines = await Promise.all(checklists.map((list) => from.by("items", "checklist", list.id)));
  return {
    interview,
    checklists,
    items: unique([...lines.flat(), ...plannedLines]),
    feedback,
    outcome: outcome ?? interview.outcome ?? "waiting",
    now: momentNow(),
    zone: deviceZone(),
    own,
  };
}

/** By the slug of the built-in playbook they stand for; of two, the one that was made first, on every device. */
async function ownVersions(from: Store): Promise<Map<string, Template>> {
  const versions = (await from.all("playbooks")).filter((playbook) => playbook.built_in !== null);
  versions.sort((a, b) => (a.id < b.id ? 1 : -1));
  const templates = await Promise.all(versions.map((playbook) => templateOf(from, playbook)));
  return new Map(versions.map((playbook, index) => [playbook.built_in!, templates[index]!]));
}

async function templateOf(from: Store, playbook: Entry<"playbooks">): Promise<Template> {
  const steps = (await from.by("playbook_steps", "playbook", playbook.id)).toSorted(byPosition);
  const lines = steps.map(({ id: step, text, why, tool, tool_ref, due_rule }) => {
    return { step, text: text ?? "", why, tool, tool_ref, due_rule };
  });
  return { playbook: playbook.id, title: playbook.title ?? "", lines };
}

function unique<Row extends { readonly id: string }>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}
