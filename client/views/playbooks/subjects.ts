// What a list can be started for, as one choice: "interview:<id>", or "" for a list on its own.
import type { Entry, Store } from "../../store/store.ts";
import type { SubjectRef } from "../../actions/redating.ts";
import { isWaiting } from "../../model/words.ts";
import { byPosition } from "../../model/order.ts";
import { interviewWords } from "../checklist/subject.ts";

export interface SubjectChoice {
  readonly value: string;
  readonly words: string;
}

export interface SubjectGroup {
  readonly label: string;
  readonly choices: readonly SubjectChoice[];
}

const kinds = ["interview", "win", "plan", "person"] as const;

/** Reads `?for=interview:<id>`; null for a list on its own, and for what is no subject. */
export function readSubject(value: string | null): SubjectRef | null {
  const [kind, id, ...rest] = (value ?? "").split(":");
  const known = kinds.find((name) => name === kind);
  return known && id && rest.length === 0 ? { kind: known, id } : null;
}

export const subjectValue = (about: SubjectRef | null): string => (about === null ? "" : `${about.kind}:${about.id}`);

/** A choice of thousands is none: what is older starts its lists from its own page. */
const mostOfAKind = 20;

export interface Subjects {
  readonly groups: readonly SubjectGroup[];
  /** Some are left out. */
  readonly areMore: boolean;
}

/**
 * Open interviews first, then the closed ones, wins, options and people: of each the latest, and the one that is chosen
 * whatever its age. Groups without anything in them are left out.
 */
export async function loadSubjects(store: Store, about: SubjectRef | null): Promise<Subjects> {
  const [interviews, wins, plans, people] = await Promise.all([
    store.all("interviews"),
    store.all("wins"),
    store.all("plans"),
    store.all("people"),
  ]);
  const open = latest(interviews.filter(isWaiting), about);
  const closed = latest(interviews.filter((row) => !isWaiting(row)), about);
  const shown = { wins: latest(wins, about), plans: latest(plans, about), people: latest(people, about) };
  const forInterview = (row: Entry<"interviews">): SubjectChoice => ({
    value: `interview:${row.id}`,
    words: interviewWords(row),
  });
  const groups: SubjectGroup[] = [
    { label: "Open interviews", choices: open.map(forInterview) },
    { label: "Closed interviews", choices: closed.map(forInterview) },
    { label: "Wins", choices: shown.wins.map(({ id, title }) => ({ value: `win:${id}`, words: title ?? "A win" })) },
    {
      label: "Plan B",
      choices: shown.plans
        .toSorted(byPosition)
        .map(({ id, title }) => ({ value: `plan:${id}`, words: title ?? "An option" })),
    },
    {
      label: "People",
      choices: shown.people
        .map(({ id, name }) => ({ value: `person:${id}`, words: name ?? "Somebody" }))
        .sort((a, b) => a.words.localeCompare(b.words)),
    },
  ];
  const count = groups.reduce((sum, { choices }) => sum + choices.length, 0);
  const areMore = interviews.length + wins.length + plans.length + people.length > count;
  return { groups: groups.filter(({ choices }) => choices.length > 0), areMore };
}

/** Ids are made in order of time. */
function latest<Row extends { readonly id: string }>(rows: readonly Row[], about: SubjectRef | null): Row[] {
  const newest = rows.toSorted((a, b) => (a.id < b.id ? 1 : -1));
  return newest.filter(({ id }, index) => index < mostOfAKind || id === about?.id);
}
