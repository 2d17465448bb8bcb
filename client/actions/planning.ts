// What the outcome planner needs, read from the store: the interview with its lists and lines, those in the trash that a
// plan may take out again, and the person's own versions of the playbooks.

import { deviceZone, momentNow } from "../model/days.ts";
import { ownTemplate, standIns } from "../model/own-playbooks.ts";
import { plannedIds, type Given } from "../model/planner.ts";
import type { Template } from "../model/planner/templates.ts";
import type { Outcome } from "../model/words.ts";
import { daysOffOf } from "../store/days-off.ts";
import type { Entry, Store } from "../store/store.ts";

/** `outcome` left out: the answer that is kept. Null: there is no such interview here, or it lies in the trash. */
export async function givenFor(from: Store, id: string, outcome?: Outcome): Promise<Given | null> {
  const interview = await from.get("interviews", id);
  if (!interview || interview.trashed_at) return null;
  const own = await ownVersions(from, interview);
  const planned = plannedIds(interview, own);
  const [lists, plannedLists, plannedLines, feedback, daysOff] = await Promise.all([
    from.by("checklists", "subject_id", id),
    from.getMany("checklists", planned.checklists),
    from.getMany("items", planned.items),
    from.by("feedback", "interview", id),
    daysOffOf(from),
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
    daysOff,
    own,
  };
}

/** By the slug of the built-in playbook they stand for. */
async function ownVersions(from: Store, interview: Entry<"interviews">): Promise<Map<string, Template>> {
  const versions = [...standIns(await from.all("playbooks"))];
  const templates = await Promise.all(
    versions.map(async ([slug, playbook]) => {
      const steps = await from.by("playbook_steps", "playbook", playbook.id);
      return [slug, ownTemplate(playbook, steps, interview)] as const;
    }),
  );
  return new Map(templates);
}

function unique<Row extends { readonly id: string }>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}
