// A message before it is sent: text, what was filled in from the person's data, and the gaps that only they can fill.
//
// A draft is kept as plain text (messages.body), so that it merges and travels like any other. A gap is kept in it
// between ⟨ and ⟩, which nobody types by accident: a screen shows it as a gap, and nothing with a gap is ever sent.

import type { Field } from "./fields.ts";
import type { MessagePurpose } from "./purposes.ts";

export type Tone = "warm" | "formal";

export type Part =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "filled"; readonly field: Field; readonly text: string }
  | { readonly kind: "gap"; readonly label: string };

export interface Addressee {
  readonly id?: string;
  readonly name: string | null;
  readonly email: string | null;
}

export interface Draft {
  readonly purpose: MessagePurpose;
  readonly tone: Tone;
  readonly to: readonly Addressee[];
  readonly cc: readonly Addressee[];
  readonly subject: readonly Part[];
  readonly body: readonly Part[];
}

const [open, close] = ["⟨", "⟩"] as const;
const gapPattern = /⟨([^⟨⟩\n]{1,80})⟩/g;

/** Parts as the text that is kept, gaps and all. */
export function keptText(parts: readonly Part[]): string {
  return parts.map((part) => (part.kind === "gap" ? `${open}${part.label}${close}` : part.text)).join("");
}

export interface Gap {
  readonly label: string;
  /** UTF-16 offsets, the marks included. */
  readonly start: number;
  readonly end: number;
}

/** The gaps still in a kept text. */
export function gapsIn(kept: string): Gap[] {
  return Array.from(kept.matchAll(gapPattern), (found) => ({
    label: found[1]!,
    start: found.index,
    end: found.index + found[0].length,
  }));
}

/** A kept text as parts again, for painting. What was filled once is plain text by now. */
export function partsOf(kept: string): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const { label, start, end } of gapsIn(kept)) {
    if (start > at) parts.push({ kind: "text", text: kept.slice(at, start) });
    parts.push({ kind: "gap", label });
    at = end;
  }
  if (at < kept.length) parts.push({ kind: "text", text: kept.slice(at) });
  return parts;
}

/** The body as it can be sent: sentences that still hold a gap are left out, with the space they took. */
export function plainText(draft: Pick<Draft, "body">): string {
  return withoutGaps(keptText(draft.body));
}

/** The subject as it can be sent: a gap goes, and the colon or dash it left behind. */
export function plainSubject(draft: Pick<Draft, "subject">): string {
  return subjectWithoutGaps(keptText(draft.subject));
}

/** The same for a text that was edited since. */
export function withoutGaps(kept: string): string {
  if (!kept.includes(open)) return kept;
  const lines = kept.split("\n").map((line) => {
    if (gapsIn(line).length === 0) return line;
    const sentences = line.split(/(?<=[.!?])\s+/);
    const whole = sentences.filter((sentence) => gapsIn(sentence).length === 0).join(" ");
    return whole === "" ? null : whole;
  });
  const left = lines.filter((line) => line !== null).join("\n");
  return left.replace(/\n{3,}/g, "\n\n").replace(/^\n+/, "");
}

export function subjectWithoutGaps(kept: string): string {
  const bare = kept.replace(gapPattern, "").replace(/\s+/g, " ").trim();
  return bare.replace(/^[:,–-]\s*/, "").replace(/\s*[:,–-]$/, "");
}
