// What a row belongs to, and where a person finds it. Pure.

import type { CollectionName } from "./schema.ts";

export interface RowRef {
  readonly collection: CollectionName;
  readonly id: string;
}

type Fields = Readonly<Record<string, unknown>>;
type ParentOf = (row: Fields) => RowRef | null;

const to =
  (collection: CollectionName, field: string): ParentOf =>
  (row) => (typeof row[field] === "string" ? { collection, id: row[field] } : null);

const kinds: Readonly<Record<string, CollectionName>> = {
  interview: "interviews",
  win: "wins",
  plan: "plans",
  person: "people",
  feedback: "feedback",
  decision: "decisions",
};

const toSubject =
  (kind: string, id: string): ParentOf =>
  (row) => {
    const collection = kinds[String(row[kind])];
    return collection && typeof row[id] === "string" ? { collection, id: row[id] } : null;
  };

const parents: { readonly [C in CollectionName]?: ParentOf } = {
  rounds: to("interviews", "interview"),
  attendances: to("interviews", "interview"),
  checklists: toSubject("subject_kind", "subject_id"),
  items: to("checklists", "checklist"),
  playbook_steps: to("playbooks", "playbook"),
  touches: to("people", "person"),
  forwards: to("wins", "win"),
  feedback: to("interviews", "interview"),
  decisions: to("interviews", "interview"),
  messages: toSubject("about_kind", "about_id"),
  sortings: to("feedback", "feedback"),
  decision_parts: to("decisions", "decision"),
  decision_scores: to("decisions", "decision"),
  namesakes: to("people", "one"),
};

/** The row this one is shown with: while that one is in the trash, this one is not to be seen either. */
export function parentOf(collection: CollectionName, row: object): RowRef | null {
  return parents[collection]?.(row as Fields) ?? null;
}

const pages: { readonly [C in CollectionName]?: (id: string) => string } = {
  interviews: (id) => `/interviews/${id}`,
  checklists: (id) => `/checklists/${id}`,
  playbooks: (id) => `/playbooks/${id}`,
  people: (id) => `/people/${id}`,
  wins: (id) => `/wins/${id}`,
  plans: (id) => `/plan-b/${id}`,
  decisions: (id) => `/decisions/${id}`,
  messages: (id) => `/compose/${id}`,
};

/** The page on which a row is seen: its own, or that of what it belongs to. Null for what has none. */
export function pageOf(collection: CollectionName, row: { readonly id: string }): string | null {
  const own = pages[collection]?.(row.id);
  if (own) return own;
  const parent = parentOf(collection, row);
  if (!parent) return null;
  return collection === "feedback" ? `/interviews/${parent.id}/feedback` : (pages[parent.collection]?.(parent.id) ?? null);
}
