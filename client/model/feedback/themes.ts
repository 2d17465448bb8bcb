// What an answer is about, how it is summed up in a headline, and the one question back that is easy to answer.

import type { Interviews } from "../schema.ts";
import { countWord, numberWord } from "../words.ts";
import type { Theme } from "./phrases.ts";
import type { Sentence } from "./sort.ts";

export interface ThemeCount {
  readonly theme: Theme;
  readonly words: string;
  /** In how many sentences; kind words without a point do not count. */
  readonly count: number;
}

/** As a person says them, in the order in which a question is built from them when they are equally frequent. */
export const themeWords: { readonly [theme in Theme]: string } = {
  presence: "presence",
  people: "people skills",
  experience: "experience",
  level: "level",
  strategy: "strategy",
  depth: "depth",
  communication: "communication",
  profile: "visibility",
  confidence: "confidence",
  drive: "drive",
  fit: "fit",
  personality: "personality",
};

const order = Object.keys(themeWords) as readonly Theme[];

/** The themes of an answer, the most frequent first. */
export function themes(sentences: readonly Sentence[]): ThemeCount[] {
  const telling = sentences.filter((sentence) => sentence.kind !== "empty");
  return order
    .map((theme) => ({
      theme,
      words: themeWords[theme],
      count: telling.filter((one) => one.themes.includes(theme)).length,
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}

/**
 * Whether one question back is worth asking: no sentence says what was missing, or what the decision hung on. A fact
 * that only praises is kept, and changes nothing here.
 */
export function isVague(sentences: readonly Sentence[]): boolean {
  return (
    sentences.length > 0 && !sentences.some((sentence) => sentence.kind === "fact" && sentence.leaning !== "strength")
  );
}

/** "One fact, and four kind sentences." */
export function answerHeadline(sentences: readonly Sentence[]): string {
  const facts = sentences.filter(({ kind }) => kind === "fact").length;
  const others = sentences.length - facts;
  if (sentences.length === 0) return "Nothing to sort yet.";
  const factWords = `${facts > 0 ? countWord(facts) : "No"} ${facts === 1 ? "fact" : "facts"}`;
  if (others === 0) return `${factWords}.`;
  const opinions = !sentences.some(({ kind }) => kind === "empty");
  const name = opinions ? (others === 1 ? "opinion" : "opinions") : others === 1 ? "kind sentence" : "kind sentences";
  return facts === 0
    ? `${countWord(others)} ${name}, and no fact.`
    : `${factWords}, and ${numberWord(others)} ${name}.`;
}

/** "“Fit” and “presence” name no event. …": why it is not to be carried. Null for an answer that is not vague. */
export function whyVague(sentences: readonly Sentence[]): string | null {
  if (!isVague(sentences)) return null;
  const [first, second] = themes(sentences.filter(({ kind }) => kind === "reading"));
  if (!first) return "Kind words name nothing you did or left out. Keep the kindness, and let the rest go.";
  const quoted = (words: string): string => `“${words}”`;
  const start = `“${first.words.charAt(0).toUpperCase()}${first.words.slice(1)}”`;
  if (!second) return `${start} names no event. You cannot work on it, so it is not yours to carry.`;
  return `${start} and ${quoted(second.words)} name no event. You cannot work on them, so they are not yours to carry.`;
}

type About = Pick<Interviews, "role" | "internal">;

/** Things one can have or do. Each completes "Which would have changed your mind more: …". */
const choices: { readonly [theme in Theme]: (about: About) => readonly [string, string] } = {
  presence: () => ["a year of leading people", "a meeting I chaired in front of you"],
  people: () => ["an example of a conflict I settled", "a word from somebody I have led"],
  experience: ({ internal }) => [
    internal ? "a project in your department" : "two years in your own industry",
    "one course or certificate you could name",
  ],
  level: () => ["one project of this size, from start to end", "a year of answering for a budget"],
  strategy: () => ["one page on where the team should be in three years", "a proposal with its costs worked out"],
  depth: () => ["figures behind each of my examples", "one example told from start to end"],
  communication: () => ["shorter answers, with one example each", "a presentation half as long"],
  profile: () => ["a project that your directors see", "a word from somebody at your level who knows my work"],
  confidence: () => ["one presentation to a board behind me", "more of my own results in the answers"],
  drive: ({ internal }) => [
    "one plain reason why I want this role",
    internal ? "a day spent with your team beforehand" : "a month of using what you make",
  ],
  fit: () => ["a plan for the first 90 days", "half a day of working with the team"],
  personality: () => ["half a day of working with the team", "a reference from a team I was part of"],
};

/** For an answer that says nothing at all: the two things most decisions hang on. */
function anyChoice({ role, internal }: About): readonly [string, string] {
  const leads = /\b(lead|leader|manager|head|director|chief|supervisor)\b/i.test(role ?? "");
  const more = leads ? "a year of leading people" : "more time in one part of the work";
  return [more, internal ? "a plan for the first 90 days" : "a better answer to one of your questions"];
}

/** The two things the question offers: one for each of the two strongest themes, or two for the only one. */
export function questionChoices(sentences: readonly Sentence[], interview: About): readonly [string, string] {
  const [first, second] = themes(sentences.filter(({ kind }) => kind === "reading"));
  if (!first) return anyChoice(interview);
  const own = choices[first.theme](interview);
  if (!second) return own;
  const others = choices[second.theme](interview);
  return [own[0], others[0] === own[0] ? others[1] : others[0]];
}

/** One question, answered in ten seconds. Rebound never suggests a second. */
export function choiceQuestion(sentences: readonly Sentence[], interview: About): string {
  const [one, other] = questionChoices(sentences, interview);
  return `Which of the two would have changed your mind more: ${one}, or ${other}?`;
}
