// A hit as it is shown: its name, where it belongs, the place in a long text, and the page it opens. Pure.

import { dateWords, planKindWords, roundWords } from "../../model/words.ts";
import type { TimeZone } from "../../model/days.ts";
import { stateWords } from "../../model/messages/kept.ts";
import { isMessagePurpose, purposeTitles } from "../../model/messages/purposes.ts";
import type { CollectionName } from "../../model/schema.ts";
import { excerpt, marked, type Piece } from "../../model/search/marks.ts";
import { recordsOf, rowOfKey } from "../../model/search/records.ts";
import type { Hit } from "../../model/search/search-index.ts";
import type { Entry } from "../../store/store.ts";
import { lineId } from "../checklist/line-id.ts";

export interface Result {
  readonly key: string;
  readonly href: string;
  readonly title: readonly Piece[];
  /** What it belongs to, or what kind of thing it is. */
  readonly where: readonly Piece[];
  readonly excerpt: readonly Piece[] | null;
  /** Of a person: for their ball. */
  readonly person: string | null;
}

/** The rows that results are named after, by collection and id. */
export interface Known {
  get<C extends CollectionName>(collection: C, id: string | null): Entry<C> | undefined;
}

interface Shown {
  readonly href: string;
  readonly title: string | null;
  readonly where?: readonly (string | null | undefined | false)[];
  readonly person?: string | null;
}

interface Surroundings {
  readonly known: Known;
  readonly nowMs: number;
  readonly zone: TimeZone;
}

type Show = {
  readonly [C in CollectionName]?: (row: Entry<C>, around: Surroundings, part: string | null) => Shown;
};

const show: Show = {
  interviews: (row, _, part) =>
    part === "notes"
      ? { href: `/interviews/${row.id}#notes`, title: interviewName(row) }
      : { href: `/interviews/${row.id}`, title: row.role ?? "An interview", where: [row.company] },
  rounds: ({ interview, kind, held_at }, { known, zone, nowMs }) => ({
    href: `/interviews/${interview}`,
    title: interviewName(known.get("interviews", interview)),
    where: [roundWords[kind ?? "other"], held_at && dateWords(held_at, zone, today(nowMs))],
  }),
  attendances: ({ interview, person }, { known }) => ({
    href: `/interviews/${interview}`,
    title: known.get("people", person)?.name ?? "Somebody who was there",
    where: [interviewName(known.get("interviews", interview))],
  }),
  touches: ({ person, at }, { known, zone, nowMs }) => ({
    href: `/people/${person}`,
    title: known.get("people", person)?.name ?? "Somebody",
    where: [at && dateWords(at, zone, today(nowMs))],
  }),
  people: ({ id, name, role, department, organisation }) => ({
    href: `/people/${id}`,
    title: name ?? "Somebody",
    where: [role, department, organisation],
    person: name ?? "",
  }),
  wins: ({ id, title, happened_on }, { zone, nowMs }) => ({
    href: `/wins/${id}`,
    title: title ?? "A win",
    where: [happened_on && dateWords(happened_on, zone, today(nowMs))],
  }),
  plans: ({ id, title, kind, status }) => ({
    href: `/plan-b/${id}`,
    title: title ?? "An option",
    where: [kind && planKindWords[kind], status === "parked" && "Parked", status === "done" && "Done"],
  }),
  decisions: ({ id, question, chosen }) => ({
    href: `/decisions/${id}`,
    title: question ?? "A decision",
    where: [chosen],
  }),
  decision_parts: ({ decision, name }, { known }) => ({
    href: `/decisions/${decision}`,
    title: name ?? "An option",
    where: [known.get("decisions", decision)?.question],
  }),
  checklists: ({ id, title, archived_at, ...list }, { known }) => ({
    href: `/checklists/${id}`,
    title: title ?? "A list",
    where: ["List", subjectName(list, known), archived_at !== null && "Put away"],
  }),
  items: ({ id, checklist, text, done_at, skipped_at }, { known }) => {
    const list = known.get("checklists", checklist);
    return {
      href: `/checklists/${checklist}#${lineId(id)}`,
      title: text ?? "A line",
      where: [done_at !== null && "Done", skipped_at !== null && "Skipped", list?.title, list && subjectName(list, known)],
    };
  },
  messages: (row, { nowMs, zone }) => ({
    href: `/compose/${row.id}`,
    title: row.subject ?? (isMessagePurpose(row.purpose) ? purposeTitles[row.purpose] : "A message"),
    where: [stateWords(row, nowMs, zone)],
  }),
  feedback: ({ interview }, { known }) => ({
    href: `/interviews/${interview}/feedback`,
    title: interviewName(known.get("interviews", interview)),
  }),
  playbooks: ({ id, title }) => ({ href: `/playbooks/${id}`, title: title ?? "A playbook" }),
  playbook_steps: ({ playbook, text }, { known }) => ({
    href: `/playbooks/${playbook}`,
    title: text ?? "A step",
    where: [known.get("playbooks", playbook)?.title],
  }),
};

export function resultOf(hit: Hit, query: string, around: Surroundings): Result | null {
  const { collection, id, part } = rowOfKey(hit.key);
  const row = around.known.get(collection, id);
  if (!row) return null;
  return shown(hit, collection, row, part, query, around);
}

function shown<C extends CollectionName>(
  { key }: Hit,
  collection: C,
  row: Entry<C>,
  part: string | null,
  query: string,
  around: Surroundings,
): Result | null {
  const { href, title, where = [], person = null } = show[collection]!(row, around, part);
  const record = recordsOf(collection, row).find((each) => each.key === key);
  const names = where.filter((name): name is string => Boolean(name));
  const texts = (record?.texts ?? []).filter((text) => !names.includes(text));
  return {
    key,
    href,
    title: marked(title ?? "", query),
    where: marked(names.join(", "), query),
    excerpt: firstExcerpt(texts, query),
    person,
  };
}

function firstExcerpt(texts: readonly string[], query: string): Piece[] | null {
  for (const text of texts) {
    const found = excerpt(text, query);
    if (found) return found;
  }
  return null;
}

function subjectName(
  { subject_kind, subject_id }: Pick<Entry<"checklists">, "subject_kind" | "subject_id">,
  known: Known,
): string | null {
  switch (subject_kind) {
    case "interview":
      return known.get("interviews", subject_id)?.company ?? null;
    case "win":
      return known.get("wins", subject_id)?.title ?? null;
    case "plan":
      return known.get("plans", subject_id)?.title ?? null;
    case "person":
      return known.get("people", subject_id)?.name ?? null;
    case null:
      return null;
  }
}

function interviewName(interview: Pick<Entry<"interviews">, "role" | "company"> | undefined): string {
  return [interview?.role, interview?.company].filter(Boolean).join(", ") || "An interview";
}

/** Only its year counts here. */
const today = (nowMs: number): string => new Date(nowMs).toISOString().slice(0, 10);
