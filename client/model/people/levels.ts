// The five levels of a map of influence: their order, their words, and how a title gives one away.

import type { People } from "../schema.ts";

export type Level = NonNullable<People["level"]>;

/** From the bottom up. */
export const levels = ["peer", "lead", "manager", "director", "executive"] as const satisfies readonly Level[];

export const levelWords: { readonly [level in Level]: string } = {
  peer: "Peer",
  lead: "Lead",
  manager: "Manager",
  director: "Director",
  executive: "Executive",
};

/** 0 for a peer, 4 for an executive. */
export function rankOf(level: Level): number {
  return levels.indexOf(level);
}

/** The word alone: "director", "Manager". Null for anything else. */
export function levelNamed(word: string): Level | null {
  const bare = word.trim().toLowerCase();
  return levels.find((level) => level === bare) ?? null;
}

/**
 * What stands at the head of a title; the first that fits counts, from the top down. A title is read only as far as its
 * own word: "Assistant to the director" and "Director’s office" say whom somebody works for, not what they are.
 */
const titles: readonly (readonly [Level, RegExp])[] = [
  ["executive", /^(?:chief\b|c[efiot]o\b|(?:executive |senior )?vice president\b|[es]?vp\b|president\b|managing director\b|board member\b)/i],
  ["director", /^(?:[\p{L}&/-]+ ){0,4}director\b/iu],
  ["manager", /^(?:head of\b|(?:[\p{L}&/-]+ ){0,4}(?:manager|head)\b)/iu],
  ["lead", /^(?:[\p{L}&/-]+ ){0,4}(?:lead|leader|principal)\b/iu],
];

const foreign = /\b(?:assistant|secretary|office|deputy to)\b/i;

/** The level a title speaks of, where it plainly does: "Head of capacity" is a manager's. */
export function levelOfTitle(title: string): Level | null {
  const line = title.slice(0, 200).trim();
  if (foreign.test(line)) return null;
  return titles.find(([, pattern]) => pattern.test(line))?.[0] ?? null;
}
