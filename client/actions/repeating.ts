// Begins the lists that come again, on whichever device looks first; the others come to the same list by themselves.
// Nothing is said: a list that comes every week is no news.

import { deviceZone, momentNow, msOf } from "../model/days.ts";
import { groupBy } from "../model/group-by.ts";
import { successorId } from "../model/id.ts";
import { ownTemplate, type OwnPlaybook } from "../model/own-playbooks.ts";
import { comingList, type Repeating } from "../model/repeats.ts";
import { daysOffOf } from "../store/days-off.ts";
import type { Entry, Store } from "../store/store.ts";

/** Puts the lists that repeat in order. Reads next to nothing where no playbook repeats. */
export async function keepRepeating(from: Store): Promise<void> {
  const playbooks = (await from.all("playbooks")).filter(({ repeat_weeks }) => repeat_weeks !== null);
  if (playbooks.length === 0) return;
  const playbookById = new Map(playbooks.map((playbook) => [playbook.id, playbook]));
  const lists = (await from.all("checklists")).filter((list) => playbookById.has(list.playbook ?? ""));
  for (const list of lastOnes(lists)) await keepList(from, list, playbookById.get(list.playbook!)!);
}

/**
 * Of each playbook the list begun last, and the one it came of, which may take it back. Interviews share one: who
 * keeps up the network every four weeks does it once, not once for every interview there ever was.
 */
function lastOnes(lists: readonly Entry<"checklists">[]): Entry<"checklists">[] {
  const groups = groupBy(lists, ({ playbook, subject_kind: kind, subject_id }) => {
    return `${playbook} ${kind === null || kind === "interview" ? "" : subject_id}`;
  });
  return [...groups.values()].flatMap((group) => {
    const [last] = group.toSorted((a, b) => beganAt(b) - beganAt(a) || (a.id < b.id ? 1 : -1));
    return group.filter((list) => list === last || successorId(list.id) === last!.id);
  });
}

const beganAt = ({ anchor_at }: Entry<"checklists">): number => (anchor_at === null ? 0 : msOf(anchor_at));

async function keepList(from: Store, list: Entry<"checklists">, playbook: OwnPlaybook): Promise<void> {
  if (await isSubjectGone(from, list)) return;
  const next = successorId(list.id);
  const [nextList, lines, nextLines] = await Promise.all([
    from.get("checklists", next),
    from.by("items", "checklist", list.id),
    from.by("items", "checklist", next),
  ]);
  const repeating = await repeatingOf(from, list, playbook);
  const changes = comingList({ list, lines, next: nextList, nextLines }, repeating, momentNow(), deviceZone(), await daysOffOf(from));
  if (changes.length > 0) await from.write(changes);
}

async function repeatingOf(from: Store, list: Entry<"checklists">, playbook: OwnPlaybook): Promise<Repeating> {
  const [steps, interview] = await Promise.all([
    from.by("playbook_steps", "playbook", playbook.id),
    list.subject_kind === "interview" ? from.get("interviews", list.subject_id!) : undefined,
  ]);
  return { weeks: playbook.repeat_weeks!, template: ownTemplate(playbook, steps, interview) };
}

const subjectCollections = { interview: "interviews", win: "wins", plan: "plans", person: "people" } as const;

/** In the trash, with its lists. */
async function isSubjectGone(from: Store, { subject_kind, subject_id }: Entry<"checklists">): Promise<boolean> {
  if (subject_kind === null || subject_id === null) return false;
  const subject = await from.get(subjectCollections[subject_kind], subject_id);
  return subject !== undefined && subject.trashed_at !== null;
}
