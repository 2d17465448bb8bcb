// The list as the person wants it: what matches their words, in their order. Pure.

import type { InterviewRow, InterviewRows } from "./load.ts";

/** `next`: as loaded, by the next date; closed ones by when they closed. */
export type Order = "next" | "newest" | "company";

interface Wish {
  readonly wanted: string;
  readonly order: Order;
}

export function arranged(rows: InterviewRows, { wanted, order }: Wish): InterviewRows {
  const words = plain(wanted).split(/\s+/).filter(Boolean);
  const arrange = (some: readonly InterviewRow[]): readonly InterviewRow[] => {
    const found = words.length === 0 ? some : some.filter((row) => matches(row, words));
    return order === "next" ? found : found.toSorted(order === "newest" ? newestFirst : byCompany);
  };
  return { open: arrange(rows.open), closed: arrange(rows.closed) };
}

/** Every word somewhere, in any order: "rail plan" finds the planning manager at Ostara Rail. */
function matches({ interview }: InterviewRow, words: readonly string[]): boolean {
  const text = textOf(interview);
  return words.every((word) => text.includes(word));
}

/** Made plain once: at every key all of them are looked through. */
const plainTexts = new WeakMap<InterviewRow["interview"], string>();

function textOf(interview: InterviewRow["interview"]): string {
  const { company, role, department } = interview;
  const text = plainTexts.get(interview) ?? plain([company, role, department].join(" "));
  plainTexts.set(interview, text);
  return text;
}

/** Without case and accents: nobody types them when they search. */
function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function newestFirst({ interview: a }: InterviewRow, { interview: b }: InterviewRow): number {
  return time(b.held_at) - time(a.held_at);
}

const time = (moment: string | null): number => (moment === null ? 0 : Date.parse(moment));

const collator = new Intl.Collator(undefined, { sensitivity: "base", numeric: true });

function byCompany({ interview: a }: InterviewRow, { interview: b }: InterviewRow): number {
  return collator.compare(a.company ?? "", b.company ?? "") || collator.compare(a.role ?? "", b.role ?? "");
}
