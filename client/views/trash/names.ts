// What a row in the trash is called: its kind, and the words one knows it by. Pure.
import type { CollectionName, FieldsOf } from "../../model/schema.ts";
import { roundWords } from "../../model/words.ts";

type Row<C extends CollectionName> = Readonly<FieldsOf[C]>;
type Naming = {
  readonly [C in CollectionName]: { readonly kind: string; readonly name: (row: Row<C>) => string | null };
};

const naming: Naming = {
  interviews: { kind: "Interview", name: ({ role, company }) => [role, company].filter(Boolean).join(", ") },
  rounds: { kind: "Round", name: ({ kind }) => roundWords[kind ?? "other"] },
  attendances: { kind: "Who was there", name: ({ detail }) => firstLine(detail) },
  checklists: { kind: "List", name: ({ title }) => title },
  items: { kind: "Line", name: ({ text }) => text },
  playbooks: { kind: "Playbook", name: ({ title }) => title },
  playbook_steps: { kind: "Step", name: ({ text }) => text },
  people: { kind: "Person", name: ({ name }) => name },
  touches: { kind: "Contact", name: ({ what }) => firstLine(what) },
  wins: { kind: "Win", name: ({ title }) => title },
  forwards: { kind: "Win passed on", name: () => null },
  plans: { kind: "Option", name: ({ title }) => title },
  decisions: { kind: "Decision", name: ({ question }) => question },
  feedback: { kind: "Feedback", name: ({ answer }) => firstLine(answer) },
  messages: { kind: "Message", name: ({ subject }) => subject },
  sortings: { kind: "Sorted sentence", name: ({ sentence }) => sentence },
  decision_parts: { kind: "Option or criterion", name: ({ name }) => name },
  decision_scores: { kind: "Score", name: () => null },
  namesakes: { kind: "Two people", name: () => null },
  profiles: { kind: "About you", name: ({ name }) => name },
};

export const kindOf = (collection: CollectionName): string => naming[collection].kind;

/** Its own words, or its kind where it has none. */
export function nameOf<C extends CollectionName>(collection: C, row: Row<C>): string {
  const { kind, name } = naming[collection];
  return name(row)?.trim() || kind;
}

const firstLine = (text: string | null): string | null => text?.trim().split("\n")[0]?.slice(0, 80) ?? null;
