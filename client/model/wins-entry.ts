// Ways a win comes in beside the one line: shared from another app, or as Friday’s line; and the skills it shows. Pure.

import type { Structured, Wins } from "./schema.ts";

/** What the system’s share sheet hands over (webapp/pages/manifest.py). */
export interface Shared {
  readonly title: string | null;
  readonly text: string | null;
  readonly url: string | null;
}

export type Begun = { readonly [field in "title" | "quote" | "proof_where"]: string };

const link = /https?:\/\/\S+/u;

/**
 * Shared words are nearly always somebody else’s: they become the quote, their beginning the line, and the address
 * where the proof lies. Phones put the address into the text as often as into its own field.
 */
export function beginFrom({ title, text, url }: Shared): Begun {
  const given = (text ?? "").trim();
  const address = (url ?? "").trim() || (link.exec(given)?.[0] ?? "");
  const words = unquoted(given.replace(link, " ").replace(/[^\S\n]+/g, " ").trim());
  const heading = (title ?? "").replace(/\s+/g, " ").trim();
  const begun = heading !== "" && !link.test(heading) ? heading : firstSentence(words);
  return { title: begun, quote: words, proof_where: address };
}

function unquoted(text: string): string {
  return /^[“"„«](.*)[”"“»]$/su.exec(text)?.[1]?.trim() ?? text;
}

const longestLine = 120;

/** Enough to know it again; the whole stands in the quote. */
function firstSentence(text: string): string {
  const line = text.split("\n")[0]?.trim() ?? "";
  const sentence = /^.+?[.!?](?=\s|$)/u.exec(line)?.[0] ?? line;
  const letters = Array.from(sentence.replace(/[.\s]+$/, ""));
  if (letters.length <= longestLine) return letters.join("");
  return `${letters.slice(0, longestLine).join("").replace(/\s+\S*$/u, "")}…`;
}

export interface FridayLine {
  readonly done: string;
  readonly effect: string;
  readonly seenBy: string;
}

/** Done, what it changed, who saw it. Whoever saw it is where the proof lies. */
export function winFromFriday({ done, effect, seenBy }: FridayLine): Pick<Wins, "effect" | "proof_where"> & { readonly title: string } {
  const saw = seenBy.trim();
  return { title: done.trim(), effect: effect.trim() || null, proof_where: saw === "" ? null : `${saw} saw it` };
}

/** As one line: "Depot model handed over: 14 minutes a run, was 90. Leila Brandt saw it." */
export function fridayWords(line: FridayLine): string {
  const { title, effect, proof_where } = winFromFriday(line);
  const done = effect === null ? title : `${title.replace(/[.:\s]+$/, "")}: ${effect}`;
  return [done, proof_where].filter((part) => part !== null && part !== "").map((part) => ended(part!)).join(" ");
}

function ended(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

const mostSkills = 20;
const longestSkill = 60;

/** The skills in a row, whatever an older or newer version wrote there. */
export function skillsIn(kept: Structured | null): string[] {
  if (!Array.isArray(kept)) return [];
  return kept.filter((one): one is string => typeof one === "string" && one.trim() !== "").slice(0, mostSkills);
}

/** Unchanged where it is there already, in whatever letters. */
export function withSkill(skills: readonly string[], typed: string): readonly string[] {
  const skill = Array.from(typed.replace(/\s+/g, " ").trim()).slice(0, longestSkill).join("");
  const has = skills.some((one) => one.toLocaleLowerCase() === skill.toLocaleLowerCase());
  return skill === "" || has || skills.length >= mostSkills ? skills : [...skills, skill];
}
