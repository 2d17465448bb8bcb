// From a purpose and what is known to a draft. Pure: the same facts give the same letter on every device.

import type { Moment, TimeZone } from "../days.ts";
import { listed } from "../words.ts";
import type { Addressee, Draft, Part, Tone } from "./draft.ts";
import { dayInLetter, gapLabels, weekdayInLetter, type Field, type Values } from "./fields.ts";
import { fullName, greetingNames, inSentence } from "./names.ts";
import type { MessagePurpose } from "./purposes.ts";
import { suggestedRecipients, type Circle } from "./recipients.ts";
import { templates } from "./templates.ts";

/** What is reckoned from other facts; the rest of the fields is given as it is. */
type Reckoned = "to" | "me" | "date" | "promised" | "boss" | "colleagues" | "praiser";

export interface MessageContext {
  readonly me: string | null;
  readonly values?: Omit<Values, Reckoned>;
  readonly zone: TimeZone;
  readonly internal?: boolean | null;
  readonly heldAt?: Moment | null;
  readonly promisedAt?: Moment | null;
  /** Chosen by the person; without it the draft suggests. */
  readonly to?: readonly Addressee[];
  readonly cc?: readonly Addressee[];
  readonly circle?: Circle;
}

export function compose(purpose: MessagePurpose, tone: Tone, context: MessageContext): Draft {
  const suggested = suggestedRecipients(purpose, context.circle ?? {});
  const to = context.to ?? suggested.to;
  const values = valuesOf(context);
  const isInside = context.internal ?? false;
  const { subject, body } = templates[purpose][tone];
  const paragraphs = body
    .map((sentences) => sentences.map((sentence) => fill(sentence, values, isInside)).filter((parts) => parts !== null))
    .map(joined)
    .filter((paragraph) => paragraph.length > 0);
  return {
    purpose,
    tone,
    to,
    cc: context.cc ?? suggested.cc,
    subject: merged(fill(subject, values, isInside) ?? []),
    body: merged([
      ...greeting(to, tone, isInside),
      ...paragraphs.flatMap((paragraph) => [text("\n\n"), ...paragraph]),
      text("\n\n"),
      ...ending(tone, context),
    ]),
  };
}

function valuesOf(context: MessageContext): Values {
  const { heldAt, promisedAt, zone, circle } = context;
  return {
    ...context.values,
    date: heldAt ? dayInLetter(heldAt, zone) : null,
    promised: promisedAt ? weekdayInLetter(promisedAt, zone) : null,
    boss: circle?.boss?.name ?? null,
    praiser: circle?.praiser?.name ?? null,
    colleagues: listed((circle?.colleagues ?? []).flatMap(({ name }) => (name ? [fullName(name)] : []))) || null,
  };
}

/** "Dear Ruth,": first names when warm, whole names when formal, nobody's when there are more than three. */
function greeting(to: readonly Addressee[], tone: Tone, isInside: boolean): Part[] {
  const names = greetingNames(
    to.map(({ name }) => name ?? ""),
    tone === "formal",
  );
  if (!names) return [text(to.length > 1 ? "Dear all," : "Hello,")];
  const word = tone === "warm" && isInside ? "Hi" : "Dear";
  return [text(`${word} `), { kind: "filled", field: "to", text: listed(names.map(inSentence)) }, text(",")];
}

function ending(tone: Tone, { me, internal }: MessageContext): Part[] {
  const close = tone === "formal" ? "Yours sincerely," : internal ? "Best wishes," : "Kind regards,";
  const name = known(me) ? ({ kind: "filled", field: "me", text: inSentence(me!) } as const) : gap("me");
  return [text(`${close}\n`), name];
}

/** A template's sentence as parts; null where it is not to be written. */
function fill(template: string, values: Values, isInside: boolean): Part[] | null {
  const place = /^(in|out): /.exec(template);
  if (place && (place[1] === "in") !== isInside) return null;
  const choices = template.slice(place?.[0].length ?? 0).split(" || ");
  const chosen = choices.find((choice) => missing(choice, values).length === 0) ?? choices.at(-1)!;
  if (!chosen.startsWith("? ")) return filledIn(chosen, values);
  return missing(chosen, values).length > 0 ? null : filledIn(chosen.slice(2), values);
}

const slot = /\{(\w+)\}/g;

function missing(template: string, values: Values): Field[] {
  return Array.from(template.matchAll(slot), (found) => found[1] as Field).filter((field) => !known(values[field]));
}

function known(value: string | null | undefined): boolean {
  return value != null && value.trim() !== "";
}

function filledIn(template: string, values: Values): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const found of template.matchAll(slot)) {
    const field = found[1] as Field;
    const after = template[found.index + found[0].length] ?? "";
    if (found.index > at) parts.push(text(template.slice(at, found.index)));
    parts.push(
      known(values[field]) ? { kind: "filled", field, text: value(field, values[field]!, after) } : gap(field),
    );
    at = found.index + found[0].length;
  }
  if (at < template.length) parts.push(text(template.slice(at)));
  return parts;
}

/** A value that ends its own sentence does not end it twice. Only the lines of a digest keep their breaks. */
function value(field: Field, given: string, after: string): string {
  if (field === "lines")
    return given
      .trim()
      .split(/\s*\n\s*/)
      .map(inSentence)
      .join("\n");
  const line = inSentence(given);
  return /^[.,:;?!”]/.test(after) ? line.replace(/[.,;:]+(\u2069?)$/, "$1") : line;
}

/** The sentences of a paragraph with a space between them, or the break one of them begins with. */
function joined(sentences: readonly (readonly Part[])[]): Part[] {
  return sentences.flatMap((sentence, index) => {
    const first = sentence[0];
    const breaks = first?.kind === "text" && first.text.startsWith("\n");
    return index === 0 || breaks ? sentence : [text(" "), ...sentence];
  });
}

function merged(parts: readonly Part[]): Part[] {
  const result: Part[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (part.kind === "text" && last?.kind === "text") result[result.length - 1] = text(last.text + part.text);
    else result.push(part);
  }
  return result;
}

function text(words: string): Part {
  return { kind: "text", text: words };
}

function gap(field: Field): Part {
  return { kind: "gap", label: gapLabels[field] };
}
