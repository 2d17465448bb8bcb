// What of each row can be found, under which name, and what it belongs to. A note is a record of its own, with the thing
// it was written for as its parent. Numbers are never kept: the hidden first scores of a decision cannot be found. Pure.

import { msOf } from "../days.ts";
import { addresseesIn } from "../messages/kept.ts";
import type { CollectionName, FieldsOf, Messages, Structured } from "../schema.ts";
import type { Group } from "./groups.ts";
import type { Searchable } from "./search-index.ts";

type Row<C extends CollectionName> = Readonly<FieldsOf[C]> & { readonly id: string };

type Words = readonly (string | null)[];

interface Record {
  readonly group: Group;
  readonly parent?: Parent | null;
  readonly titles?: Words;
  readonly texts?: Words;
  readonly at?: string | null;
  readonly isSettled?: boolean;
  /** Of a second record of the same row: "notes". */
  readonly part?: string;
}

interface Parent {
  readonly collection: CollectionName;
  readonly id: string | null;
}

type Describe = { readonly [C in CollectionName]?: (row: Row<C>) => readonly Record[] };

const describe: Describe = {
  interviews: ({ id, company, role, department, held_at, outcome, notes }) => [
    {
      group: "interviews",
      titles: [company, role],
      texts: [department],
      at: held_at,
      isSettled: outcome !== null && outcome !== "waiting",
    },
    ...noteOf({ collection: "interviews", id }, [notes], held_at, "notes"),
  ],
  people: ({ name, role, department, organisation, email, phone, link, how_met, notes }) => [
    { group: "people", titles: [name], texts: [role, department, organisation, email, phone, link, how_met, notes] },
  ],
  wins: ({ title, happened_on, effect, who_benefited, praised_by, proof_where, quote, skills, answers_gap, notes }) => [
    {
      group: "wins",
      titles: [title],
      texts: [effect, who_benefited, praised_by, proof_where, quote, ...stringsIn(skills), answers_gap, notes],
      at: happened_on,
    },
  ],
  plans: ({ title, next_step, payoff, status }) => [
    { group: "plans", titles: [title], texts: [next_step, payoff], isSettled: status === "parked" || status === "done" },
  ],
  decisions: ({ question, options, risk, chosen, first_step, commitment, notes, review_at, reviewed_at }) => [
    {
      group: "decisions",
      titles: [question],
      texts: [...namesIn(options), risk, chosen, first_step, commitment, notes],
      at: review_at,
      isSettled: reviewed_at !== null,
    },
  ],
  decision_parts: ({ decision, kind, name, removed }) =>
    kind === "option" && !removed ? [{ group: "decisions", parent: { collection: "decisions", id: decision }, titles: [name] }] : [],
  checklists: ({ title, subject_kind, subject_id, anchor_at, archived_at }) => [
    {
      group: "lists",
      parent: subject_kind && { collection: aboutCollections[subject_kind], id: subject_id },
      titles: [title],
      at: anchor_at,
      isSettled: archived_at !== null,
    },
  ],
  feedback: ({ interview, answer, lesson, answered_at, asked_at }) => [
    {
      group: "feedback",
      parent: { collection: "interviews", id: interview },
      texts: [answer, lesson],
      at: answered_at ?? asked_at,
    },
  ],
  messages: ({ about_kind, about_id, subject, body, to, cc, sent_at }) => [
    {
      group: "messages",
      parent: about_kind && { collection: aboutCollections[about_kind], id: about_id },
      titles: [subject],
      texts: [...addresseesIn(to), ...addresseesIn(cc)].flatMap(({ name, email }) => [name, email]).concat(body),
      at: sent_at,
      isSettled: sent_at !== null,
    },
  ],
  playbooks: ({ title, intro }) => [{ group: "playbooks", titles: [title], texts: [intro] }],
  playbook_steps: ({ playbook, text, why }) => [
    { group: "playbooks", parent: { collection: "playbooks", id: playbook }, titles: [text], texts: [why] },
  ],
  touches: ({ person, what, give, at }) => noteOf({ collection: "people", id: person }, [what, give], at),
  rounds: ({ interview, notes, held_at }) => noteOf({ collection: "interviews", id: interview }, [notes], held_at),
  attendances: ({ interview, detail }) => noteOf({ collection: "interviews", id: interview }, [detail], null),
  // A line's reason comes with the list, the same every time; only the person's own words are looked for.
  items: ({ checklist, text, note, due_at, done_at, skipped_at }) => [
    {
      group: "lists",
      parent: { collection: "checklists", id: checklist },
      titles: [text],
      texts: [note],
      at: due_at,
      isSettled: done_at !== null || skipped_at !== null,
    },
  ],
};

/** In the order in which they are read: what others belong to, and what is looked for most, before the many lines. */
export const searchedCollections = Object.keys(describe) as readonly CollectionName[];

const aboutCollections: { readonly [kind in NonNullable<Messages["about_kind"]>]: CollectionName } = {
  interview: "interviews",
  win: "wins",
  plan: "plans",
  person: "people",
  feedback: "feedback",
  decision: "decisions",
};

/** The records of a row. Its first one is there even when it has no words: others belong to it. */
export function recordsOf<C extends CollectionName>(collection: C, row: Row<C>): Searchable[] {
  return (describe[collection]?.(row) ?? []).map(({ group, parent = null, titles, texts, at, isSettled, part }) => ({
    key: keyOf(collection, row.id, part),
    group,
    parent: parent?.id ? keyOf(parent.collection, parent.id) : null,
    titles: filled(titles),
    texts: filled(texts),
    atMs: (at && msOf(at)) || 0,
    isSettled: isSettled ?? false,
  }));
}

/** Every key a row may have had: an edit may have emptied its notes. */
export function keysOf(collection: CollectionName, id: string): readonly string[] {
  const key = keyOf(collection, id);
  return collection === "interviews" ? [key, `${key}/notes`] : [key];
}

/** The row a key stands for. */
export function rowOfKey(key: string): { readonly collection: CollectionName; readonly id: string; readonly part: string | null } {
  const [collection, id, part] = key.split("/");
  return { collection: collection as CollectionName, id: id!, part: part ?? null };
}

function keyOf(collection: CollectionName, id: string, part?: string): string {
  return part === undefined ? `${collection}/${id}` : `${collection}/${id}/${part}`;
}

function noteOf(parent: Parent, texts: Words, at: string | null, part?: string): readonly Record[] {
  const note: Record = { group: "notes", parent, texts, at, ...(part === undefined ? {} : { part }) };
  return filled(texts).length > 0 ? [note] : [];
}

function filled(words: Words | undefined): string[] {
  return (words ?? []).filter((text): text is string => text !== null && text.trim() !== "");
}

function stringsIn(kept: Structured | null): string[] {
  return Array.isArray(kept) ? kept.filter((one) => typeof one === "string") : [];
}

/** The options of a decision as they are called, whichever version wrote them. */
function namesIn(kept: Structured | null): string[] {
  if (!Array.isArray(kept)) return [];
  return kept.flatMap((one: unknown) => {
    if (typeof one === "string") return [one];
    const { name } = (typeof one === "object" && one !== null ? one : {}) as { readonly name?: unknown };
    return typeof name === "string" ? [name] : [];
  });
}
