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

/** Open interviews first, then the closed ones, wins, options and people. Groups without anything in them are left out. */
export async function loadSubjects(store: Store): Promise<readonly SubjectGroup[]> {
  const [interviews, wins, plans, people] = await Promise.all([
    store.all("interviews"),
    store.all("wins"),
    store.all("plans"),
    store.all("people"),
  ]);
  const newest = interviews.toSorted((a, b) => (a.id < b.id ? 1 : -1));
  const forInterview = (row: Entry<"interviews">): SubjectChoice => ({
    value: `interview:${row.id}`,
    words: interviewWords(row),
  });
  const groups: SubjectGroup[] = [
    { label: "Open interviews", choices: newest.filter(isWaiting).map(forInterview) },
    { label: "Closed interviews", choices: newest.filter((row) => !isWaiting(row)).map(forInterview) },
    {
      label: "Wins",
      choices: wins.toReversed().map(({ id, title }) => ({ value: `win:${id}`, words: title ?? "A win" })),
    },
    {
      label: "Plan B",
      choices: plans
        .toSorted(byPosition)
        .map(({ id, title }) => ({ value: `plan:${id}`, words: title ?? "An option" })),
    },
    {
      label: "People",
      choices: people
        .map(({ id, name }) => ({ value: `person:${id}`, words: name ?? "Somebody" }))
        .sort((a, b) => a.words.localeCompare(b.words)),
    },
  ];
  return groups.filter(({ choices }) => choices.length > 0);
}
