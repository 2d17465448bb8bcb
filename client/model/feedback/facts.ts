// How much of a fact is in a sentence: points for events, things, measures and requirements that can be checked.
//
// Kindness and process talk are masked clause by clause first, so that "thank you for the 40 minutes" is no fact, and
// "thank you, and your estimate was within 2 %" is one.

import {
  absences,
  artefacts,
  dates,
  eventVerbs,
  numberWords,
  ordinals,
  requirements,
  rivals,
  skills,
  steps,
  superlatives,
  units,
} from "./fact-words.ts";
import { Phrases, type Token } from "./match.ts";

type Sign = "requirement" | "rival" | "step" | "absence";

const signs = new Phrases<Sign>([
  { value: "requirement", phrases: requirements },
  { value: "rival", phrases: rivals },
  { value: "step", phrases: steps },
  { value: "absence", phrases: absences },
]);

/** Whether a fact says what was missing, what was good, or neither. */
export type Leaning = "gap" | "strength" | "plain";

export interface FactSigns {
  readonly points: number;
  readonly leaning: Leaning;
}

/** What each sign is worth; from `enough` in sort.ts on, a sentence is a fact. Tuned on the corpus's tuning half. */
const worth = {
  figure: 2,
  numberWord: 1,
  ordinal: 1,
  unit: 0.5,
  date: 1,
  name: 1,
  quote: 1,
  event: 1,
  yourEvent: 0.5,
  artefact: 1,
  skill: 1,
  superlative: 0.5,
  requirement: 0.5,
  rival: 1,
  step: 1,
  absence: 0.5,
} as const;

export function factSigns(sentence: string, all: readonly Token[], masked: (token: number) => boolean): FactSigns {
  const visible = all.map((token, index) => (masked(index) ? null : token));
  const open = visible.filter((token) => token !== null);
  const found = new Set(signs.find(open).map((match) => match.value));
  let points = 0;
  for (const sign of found) points += worth[sign];
  const seen = new Set<keyof typeof worth>();
  for (const [index, token] of visible.entries()) {
    const sign = token && signOf(token, index, visible);
    if (!sign) continue;
    // A second thing of the same sort adds half: two figures are little more of a fact than one.
    points += seen.has(sign) ? worth[sign] / 2 : worth[sign];
    seen.add(sign);
    if (sign === "event" && isYours(visible, index)) points += worth.yourEvent;
  }
  if (quotes(sentence)) points += worth.quote;
  return { points, leaning: leaningOf(open, found) };
}

function signOf(token: Token, index: number, visible: readonly (Token | null)[]): keyof typeof worth | null {
  const { word } = token;
  if (/\p{N}/u.test(word)) return "figure";
  if (word === "may" || word === "march") return index > 0 && token.raw !== word ? "date" : null;
  if (dates.has(word)) return "date";
  if (numberWords.has(word)) return visible[index - 1]?.word === "number" ? null : "numberWord";
  if (artefacts.has(word)) return "artefact";
  if (skills.has(word) || word.split("-").some((part) => part.length > 2 && skills.has(part))) return "skill";
  if (eventVerbs.has(word) && !isInfinitiveOfWish(visible, index)) return "event";
  if (ordinals.has(word)) return "ordinal";
  if (units.has(word)) return "unit";
  if (superlatives.has(word)) return "superlative";
  return isName(token, index) ? "name" : null;
}

const wishes = new Set(["to", "should", "could", "might", "would", "may", "will", "can", "can't", "won't"]);

/** "You could show", "you need to work": what might be is no event. */
function isInfinitiveOfWish(visible: readonly (Token | null)[], index: number): boolean {
  const before = visible[index - 1]?.word ?? "";
  return wishes.has(before) || (before !== "have" && wishes.has(visible[index - 2]?.word ?? ""));
}

/** A capital inside a sentence: a person, a firm, a product, a certificate. */
function isName({ raw, word }: Token, index: number): boolean {
  if (word === "i" || word.startsWith("i'")) return false;
  if (/^\p{Lu}{2,}s?$/u.test(raw)) return true;
  return index > 0 && /^\p{Lu}\p{L}/u.test(raw);
}

/** "you" up to three words before the verb. */
function isYours(visible: readonly (Token | null)[], index: number): boolean {
  for (let back = 1; back <= 3; back += 1) if (/^you('d|'ve)?$/.test(visible[index - back]?.word ?? "")) return true;
  return false;
}

function quotes(sentence: string): boolean {
  const open = sentence.search(/["“«]/);
  return open >= 0 && /["”»]/.test(sentence.slice(open + 2));
}

const gapWords = new Set(
  `not never no nor without missing missed lacked lacks only forgot omitted skipped late below short confused wrong
  however but yet blocker failed overran over didn't hadn't haven't couldn't wasn't weren't isn't aren't don't doesn't can't cannot
  didnt hadnt havent couldnt dont nothing nobody`.split(
    /\s+/,
  ),
);

const strengthWords = new Set(
  `best strongest clearest highest full correct correctly well good better liked excellent great praised impressed
  convincing ahead first top quoted`.split(/\s+/),
);

/** Gaps win: "good slides, but no figures" is something to work on. */
function leaningOf(open: readonly Token[], found: ReadonlySet<Sign>): Leaning {
  const isYoursAlone = open.some(({ word }, index) => word === "only" && open[index + 1]?.word === "one");
  if (isYoursAlone) return "strength";
  if (found.has("absence") || found.has("requirement") || found.has("step") || found.has("rival")) {
    if (!open.some(({ word }) => strengthWords.has(word)) || open.some(({ word }) => gapWords.has(word))) return "gap";
  }
  if (open.some(({ word }) => gapWords.has(word))) return "gap";
  return open.some(({ word }) => strengthWords.has(word)) ? "strength" : "plain";
}
