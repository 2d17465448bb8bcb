// The one page for the review talk: which wins stand on it, what each says, and how small the type must be. Pure.

import { addDays, firstOfNextMonth, isDay, type Day } from "./days.ts";
import type { Wins } from "./schema.ts";
import { inSentence } from "./messages/names.ts";
import { dateWords, shortDateWords } from "./words.ts";

export interface Period {
  readonly from: Day;
  readonly to: Day;
}

export type PageWin = Pick<
  Wins,
  "title" | "effect" | "quote" | "praised_by" | "said_how" | "who_benefited" | "proof_where" | "happened_on" | "may_leave"
> & { readonly id: string };

export interface PageEntry {
  readonly id: string;
  readonly day: Day;
  readonly title: string;
  readonly effect: string | null;
  /** Their words with the quotation marks, where they may leave as they are and do not repeat the title. */
  readonly quote: string | null;
  /** "Ines Duarte, in writing" */
  readonly praisedBy: string | null;
  readonly gainedBy: string | null;
  readonly proof: string | null;
}

export const saidHowWords: { readonly [how in NonNullable<Wins["said_how"]>]: string } = {
  writing: "in writing",
  talk: "in a talk",
  meeting: "in a meeting",
  answer: "in an answer",
};

/** "Ines Duarte, in writing"; null where nobody is named. */
export function praiserWords({ praised_by, said_how }: Pick<Wins, "praised_by" | "said_how">): string | null {
  if (!praised_by) return null;
  return [inSentence(praised_by), said_how && saidHowWords[said_how]].filter(Boolean).join(", ");
}

/** Their words in quotation marks, theirs or ours. */
export function quoted(words: string): string {
  const said = words.trim();
  return /^[“"„«]/u.test(said) ? said : `“${said}”`;
}

/** This calendar year up to today. */
export function thisYear(today: Day): Period {
  return { from: `${today.slice(0, 4)}-01-01`, to: today };
}

/** Twelve months up to today, the day itself included. */
export function lastTwelveMonths(today: Day): Period {
  const first = firstOfNextMonth(today, -12);
  const last = addDays(firstOfNextMonth(first, 1), -1);
  const same = addDays(first, Number(today.slice(8, 10)) - 1);
  return { from: addDays(same > last ? last : same, 1), to: today };
}

/** In the order they happened. What waits for somebody’s yes is not on the page; what was kept for the talk is. */
export function pageEntries(wins: readonly PageWin[], { from, to }: Period): PageEntry[] {
  return wins
    .filter((win) => isOnPage(win, { from, to }))
    .sort((a, b) => (a.happened_on! !== b.happened_on! ? (a.happened_on! < b.happened_on! ? -1 : 1) : a.id < b.id ? -1 : 1))
    .map(entryOf);
}

/** How many there will be, without saying them. */
export function countOnPage(wins: readonly PageWin[], period: Period): number {
  return wins.filter((win) => isOnPage(win, period)).length;
}

function isOnPage({ happened_on: day, title, may_leave }: PageWin, { from, to }: Period): boolean {
  return day !== null && day >= from && day <= to && isDay(day) && title !== null && may_leave !== "ask_first";
}

/** How many of the period wait for a yes. */
export function waitingForYes(wins: readonly PageWin[], { from, to }: Period): number {
  return wins.filter(({ happened_on: day, may_leave }) => may_leave === "ask_first" && day !== null && day >= from && day <= to).length;
}

function entryOf(win: PageWin): PageEntry {
  const { id, happened_on, effect, quote, who_benefited, proof_where, may_leave } = win;
  const title = win.title!.trim();
  const words = may_leave === "own_words" ? "" : (quote?.trim() ?? "");
  const isSame = bare(words) === bare(title);
  const isPraise = words !== "" && isSame;
  return {
    id,
    day: happened_on!,
    title: isPraise ? quoted(words) : title,
    effect: filled(beyond(title, effect)),
    quote: words === "" || isSame ? null : quoted(words),
    praisedBy: praiserWords(win),
    gainedBy: filled(who_benefited),
    proof: filled(proof_where),
  };
}

/** What it changed, where the title does not say so already: "14 minutes a run, was 90" is said once. */
export function beyond(title: string | null, effect: string | null): string | null {
  return effect !== null && bare(title ?? "").includes(bare(effect)) ? null : effect;
}

function filled(text: string | null): string | null {
  return text?.trim().replace(/\s*\n\s*/g, " ") || null;
}

function bare(text: string): string {
  return text.replace(/[“”"„«».\s]/gu, "").toLocaleLowerCase();
}

/** "What went well in 2026" */
export function pageTitle({ from, to }: Period): string {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  return first === last ? `What went well in ${first}` : `What went well, ${first} to ${last}`;
}

/** "1 Jan to 25 Nov 2026" */
export function periodWords({ from, to }: Period): string {
  const day = (date: Day) => shortDateWords(date, "UTC");
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  return first === last ? `${day(from)} to ${day(to)} ${last}` : `${day(from)} ${first} to ${day(to)} ${last}`;
}

/** From 0, comfortable, to 3, the smallest that one still reads without effort. */
export type Density = 0 | 1 | 2 | 3;

/** Of one sheet, for the wins: the height of US Letter without margins and head, with a little to spare. */
const sheetMm = 231;

interface Type {
  /** What a line of text, a line of a title and the space around a win take (styles/print.css). */
  readonly lineMm: number;
  readonly titleMm: number;
  readonly aroundMm: number;
  /** Letters to a line on A4, the narrower sheet, in a wide face. */
  readonly letters: number;
}

const types: readonly Type[] = [
  { lineMm: 4.8, titleMm: 5.3, aroundMm: 4.7, letters: 76 },
  { lineMm: 4.45, titleMm: 4.9, aroundMm: 3.8, letters: 82 },
  { lineMm: 4.1, titleMm: 4.45, aroundMm: 3, letters: 90 },
  { lineMm: 3.85, titleMm: 4, aroundMm: 2.3, letters: 96 },
];

/**
 * How small the type, and on how many sheets it ends. A4 and US Letter both hold it; where even the smallest type does
 * not fit, it is comfortable again and the page breaks between wins.
 */
export function fitOf(entries: readonly PageEntry[]): { readonly density: Density; readonly sheets: number } {
  const fitting = types.findIndex((type) => heightMm(entries, type) <= sheetMm);
  if (fitting >= 0) return { density: fitting as Density, sheets: 1 };
  return { density: 1, sheets: Math.ceil(heightMm(entries, types[1]!) / sheetMm) };
}

function heightMm(entries: readonly PageEntry[], { lineMm, titleMm, aroundMm, letters }: Type): number {
  const rows = (text: string | null, most: number) => (text === null ? 0 : Math.ceil(text.length / most));
  return entries.reduce((sum, entry) => {
    const lines = [effectAndGain(entry), praiseLine(entry), proofLine(entry)].reduce((count, text) => count + rows(text, letters), 0);
    return sum + aroundMm + rows(entry.title, letters * 0.9) * titleMm + lines * lineMm;
  }, 0);
}

/** "What it changed: 14 minutes a run, was 90. Gained by: Storage." */
export function effectAndGain({ effect, gainedBy }: PageEntry): string | null {
  return [effect && ended(effect), gainedBy && `For ${ended(gainedBy)}`].filter(Boolean).join(" ") || null;
}

/** "“Your forecast …” Ines Duarte, in writing" */
export function praiseLine({ quote, praisedBy }: PageEntry): string | null {
  return [quote, praisedBy && (quote ? praisedBy : `Praised by ${praisedBy}`)].filter(Boolean).join(" ") || null;
}

export function proofLine({ proof }: PageEntry): string | null {
  return proof && `Proof: ${proof}`;
}

function ended(text: string): string {
  return /[.!?…”]$/u.test(text) ? text : `${text}.`;
}

export interface PageHead {
  readonly title: string;
  readonly name: string | null;
}

/** The same as plain text with Markdown’s marks, for a wiki or a mail. */
export function markdownOf(entries: readonly PageEntry[], period: Period, { title, name }: PageHead): string {
  const head = [`# ${escaped(title)}`, [name && escaped(name), plain(periodWords(period))].filter(Boolean).join(", ")];
  const lines = entries.map((entry) => {
    const parts = [effectAndGain(entry), praiseLine(entry), proofLine(entry)].filter((part) => part !== null);
    return [`- **${escaped(entry.title)}** (${plainDate(entry.day)})`, ...parts.map((part) => `  ${escaped(part)}`)].join("  \n");
  });
  return `${[...head, lines.join("\n")].join("\n\n")}\n`;
}

function plainDate(day: Day): string {
  return plain(dateWords(day, "UTC", "0000-01-01"));
}

/** Hard spaces are for the screen. */
function plain(text: string): string {
  return text.replaceAll("\u00a0", " ");
}

/** What Markdown would read as its own (CommonMark 0.31, 2.4), and nothing else: dots and dashes stay readable. */
function escaped(text: string): string {
  return text.replace(/\s*\n\s*/g, " ").replace(/[\\`*_[\]<>#|]/g, "\\$&");
}
