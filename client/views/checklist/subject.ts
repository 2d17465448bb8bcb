// What a list was started for: its words for the top row, and the way there.
import { apart } from "../../model/words.ts";
import type { Entry, Store } from "../../store/store.ts";

export interface Subject {
  readonly words: string;
  readonly href: string;
}

type About = Pick<Entry<"checklists">, "subject_kind" | "subject_id">;

/** Null for a list on its own, or one whose subject has not reached this device. */
export async function subjectOf(store: Store, { subject_kind: kind, subject_id: id }: About): Promise<Subject | null> {
  if (kind === null || id === null) return null;
  switch (kind) {
    case "interview": {
      const interview = await store.get("interviews", id);
      return interview ? { words: interviewWords(interview), href: `/interviews/${id}` } : null;
    }
    case "win": {
      const win = await store.get("wins", id);
      return win ? { words: win.title ?? "A win", href: `/wins/${id}` } : null;
    }
    case "plan": {
      const plan = await store.get("plans", id);
      return plan ? { words: plan.title ?? "Plan B", href: `/plan-b/${id}` } : null;
    }
    case "person": {
      const person = await store.get("people", id);
      return person ? { words: person.name ?? "Somebody", href: `/people/${id}` } : null;
    }
  }
}

/** "Planning manager, Ostara Rail" */
export const interviewWords = ({ role, company }: Pick<Entry<"interviews">, "role" | "company">): string =>
  [role, company].flatMap((part) => (part ? apart(part) : [])).join(", ") || "An interview";
