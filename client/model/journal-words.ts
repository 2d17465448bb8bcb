// What the collections, their fields and their values are called in a file for people. Pure.

import type { CollectionName } from "./schema.ts";
import { capital } from "./words.ts";
import type { KeptRow } from "./journal-file.ts";

/** The order of the page. What stands under something else has its place there, and a section for what lost it. */
export const sections: readonly { readonly collection: CollectionName; readonly title: string }[] = [
  { collection: "profiles", title: "About you" },
  { collection: "interviews", title: "Interviews" },
  { collection: "plans", title: "Plan B" },
  { collection: "decisions", title: "Decisions" },
  { collection: "people", title: "People" },
  { collection: "wins", title: "Wins" },
  { collection: "messages", title: "Messages" },
  { collection: "checklists", title: "Lists" },
  { collection: "playbooks", title: "Playbooks of your own" },
  { collection: "feedback", title: "Feedback" },
  { collection: "rounds", title: "Rounds" },
  { collection: "attendances", title: "Who was there" },
  { collection: "touches", title: "Contacts" },
  { collection: "forwards", title: "Wins passed on" },
  { collection: "sortings", title: "Sorted sentences" },
  { collection: "items", title: "Lines" },
  { collection: "playbook_steps", title: "Steps" },
  { collection: "decision_parts", title: "Options and criteria" },
  { collection: "decision_scores", title: "Scores" },
  { collection: "namesakes", title: "Are two people" },
];

/** The field that names what a row stands under. */
export const parents: Readonly<Record<string, string>> = {
  rounds: "interview",
  attendances: "interview",
  feedback: "interview",
  sortings: "feedback",
  items: "checklist",
  playbook_steps: "playbook",
  touches: "person",
  forwards: "win",
  decision_parts: "decision",
  decision_scores: "decision",
  namesakes: "one",
};

const titles: Readonly<Record<string, readonly string[]>> = {
  interviews: ["role", "company"],
  rounds: ["kind"],
  checklists: ["title"],
  items: ["text"],
  playbooks: ["title"],
  playbook_steps: ["text"],
  people: ["name"],
  touches: ["channel"],
  wins: ["title"],
  forwards: ["to"],
  plans: ["title"],
  decisions: ["question"],
  messages: ["subject"],
  sortings: ["sentence"],
  profiles: ["name"],
};

/** A row without any of its own words is called by its section. */
export function titleOf({ collection, fields }: KeptRow): string {
  const words = (titles[collection] ?? []).map((field) => fields[field]).filter(Boolean).map(choiceWords);
  const section = sections.find((each) => each.collection === collection)?.title ?? collection;
  return words.length > 0 ? capital(words.join(", ")) : section;
}

/** Order, rules and origins: in the other file. */
const forMachines: ReadonlySet<string> = new Set([
  "position", "step", "tool", "tool_ref", "due_rule", "playbook", "built_in", "item", "merged_into", "subject_kind", "about_kind",
]);

export function isForMachines(field: string): boolean {
  return forMachines.has(field);
}

const named: Readonly<Record<string, string>> = {
  held_at: "When",
  promised_at: "They decide by",
  outcome_at: "Answered on",
  who_benefited: "Who it helped",
  proof_where: "Where the proof is",
  praiser: "Who praised it",
  may_leave: "May it be passed on",
  happened_on: "When",
  next_step_on: "Next step on",
  cadence_weeks: "A word every … weeks",
  subject_id: "For",
  about_id: "About",
  done_at: "Done",
  skipped_at: "Skipped",
  due_at: "Due",
  trashed_at: "In the trash since",
  anchor_at: "Counted from",
  blind_scores: "Second scores",
  scores: "First scores",
  came_true: "Did it come true",
};

export function fieldWords(field: string): string {
  return named[field] ?? capital(field.replace(/_(at|on)$/, "").replaceAll("_", " "));
}

/** `nameOf` knows what an id stands for; an id that stands for nothing here is left out. */
export function valueWords(value: unknown, nameOf: (id: string) => string | null): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return isId(value) ? (nameOf(value) ?? "") : choiceWords(value);
  if (Array.isArray(value)) return value.map((each) => valueWords(each, nameOf)).filter(Boolean).join("; ");
  if (typeof value === "object") {
    const facts = Object.entries(value).map(([key, each]) => [isId(key) ? (nameOf(key) ?? "") : key.replaceAll("_", " "), valueWords(each, nameOf)]);
    return facts.filter(([, words]) => words).map(([key, words]) => (key ? `${key}: ${words}` : words)).join(", ");
  }
  return String(value);
}

function choiceWords(value: unknown): string {
  const text = String(value);
  if (text === "bosss_boss") return "boss’s boss";
  return /^[a-z]+(_[a-z]+)+$/.test(text) ? text.replaceAll("_", " ") : text;
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
