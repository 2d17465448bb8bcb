// The lists whose lines count: not put away, not in the trash, and not for something in the trash.

import type { Entry, Store } from "../store/store.ts";
import type { CollectionName } from "./schema.ts";

export interface ListInUse {
  readonly checklist: Entry<"checklists">;
  /** What it is for: a company, a win, an option; else its own title. */
  readonly subject: string;
}

/** Those that some lines are on, by id. */
export async function listsInUse(store: Store, items: readonly Entry<"items">[]): Promise<Map<string, ListInUse>> {
  const ids = new Set(items.flatMap((item) => item.checklist ?? []));
  const checklists = await store.getMany("checklists", [...ids]);
  const used = checklists.filter((checklist) => !checklist.trashed_at && !checklist.archived_at);
  const subjects = await subjectsOf(store, used);
  const lists = new Map<string, ListInUse>();
  for (const checklist of used) {
    const subject = subjects.get(checklist.subject_id ?? "");
    if (subject?.trashed) continue;
    lists.set(checklist.id, { checklist, subject: subject?.name ?? checklist.title ?? "" });
  }
  return lists;
}

interface SubjectName {
  readonly name: string | null;
  readonly trashed: boolean;
}

const subjectCollections = { interview: "interviews", win: "wins", plan: "plans", person: "people" } as const;

async function subjectsOf(
  store: Store,
  lists: readonly Entry<"checklists">[],
): Promise<Map<string, SubjectName>> {
  const kinds = Object.keys(subjectCollections) as (keyof typeof subjectCollections)[];
  const found = await Promise.all(
    kinds.map(async (kind) => {
      const ids = new Set(lists.flatMap((list) => (list.subject_kind === kind ? (list.subject_id ?? []) : [])));
      return ids.size > 0 ? store.getMany(subjectCollections[kind], [...ids]) : [];
    }),
  );
  return new Map(found.flat().map((row) => [row.id, { name: nameOf(row), trashed: row.trashed_at !== null }]));
}

function nameOf(subject: Entry<Extract<CollectionName, "interviews" | "wins" | "plans" | "people">>): string | null {
  if ("company" in subject) return subject.company;
  return "title" in subject ? subject.title : subject.name;
}
