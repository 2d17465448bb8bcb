// What the screens of wins show, read from the store in one go each.
import { addDays, weekdayOf } from "../../model/days.ts";
import { digestMonth, digestPicks, digestSubject, type Month } from "../../model/digest.ts";
import { messageId } from "../../model/messages/kept.ts";
import { byPosition } from "../../model/order.ts";
import { aboveIn, mayGoHigher, stateOf } from "../../model/pass-on.ts";
import { countOnPage, thisYear } from "../../model/wins-page.ts";
import type { Entry, Store } from "../../store/store.ts";
import { groupBy } from "../listing/group-by.ts";
import { today } from "./today.ts";

type Person = Entry<"people">;

export interface Above {
  readonly boss: Person | null;
  readonly bosssBoss: Person | null;
}

export interface WinView {
  readonly win: Entry<"wins">;
  readonly forwards: readonly Entry<"forwards">[];
}

export interface WinsView {
  /** Latest first. */
  readonly rows: readonly WinView[];
  readonly above: Above;
  /** Those who were told of any. */
  readonly knowers: ReadonlyMap<string, Person>;
  /** The latest that nobody else knows of yet. */
  readonly next: string | null;
  /** The latest that could go one higher: one question is enough for a list. */
  readonly higher: string | null;
  /** The month that is summed up now, with how many lines, and when that was sent. */
  readonly digest: { readonly month: Month; readonly lines: number; readonly sentAt: string | null };
  /** How many were kept since Monday, and how many stand on this year’s page. */
  readonly thisWeek: number;
  readonly onPage: number;
}

export const listed = ["wins", "forwards", "people", "messages"] as const;

/** Everything that asks all of them is reckoned here, once: a list of thousands is painted often. */
export async function loadWins(store: Store): Promise<WinsView> {
  const day = today();
  const month = digestMonth(day);
  const [wins, forwards, above, letter] = await Promise.all([
    store.all("wins"),
    store.all("forwards"),
    loadAbove(store),
    store.get("messages", messageId(digestSubject(month), "digest", 0)),
  ]);
  const forwardsOf = groupBy(forwards, (forward) => forward.win);
  const rows = wins.sort(latestFirst).map((win) => ({ win, forwards: forwardsOf.get(win.id) ?? none }));
  const next = rows.find(({ win, forwards: told }) => stateOf(win, told, above, day) === "only-you");
  const higher = rows.find(({ win, forwards: told }) => mayGoHigher(win, told, above, day));
  const monday = addDays(day, 1 - weekdayOf(day));
  return {
    rows,
    above,
    knowers: await knowersOf(store, forwards),
    next: next?.win.id ?? null,
    higher: higher?.win.id ?? null,
    digest: { month, lines: digestPicks(wins, month).length, sentAt: letter && !letter.trashed_at ? letter.sent_at : null },
    thisWeek: wins.filter(({ happened_on }) => happened_on !== null && happened_on >= monday && happened_on <= day).length,
    onPage: countOnPage(wins, thisYear(day)),
  };
}

const none: readonly Entry<"forwards">[] = [];

/** By index: a network of thousands is not read for two people. */
export async function loadAbove(store: Store): Promise<Above> {
  const [bosses, above] = await Promise.all([
    store.by("people", "relation", "boss"),
    store.by("people", "relation", "bosss_boss"),
  ]);
  return aboveIn([...bosses, ...above]);
}

async function knowersOf(store: Store, forwards: readonly Entry<"forwards">[]): Promise<ReadonlyMap<string, Person>> {
  const ids = new Set(forwards.flatMap(({ person }) => person ?? []));
  return new Map((await store.getMany("people", [...ids])).map((person) => [person.id, person]));
}

export interface WinPageView extends WinView {
  readonly above: Above;
  readonly knowers: ReadonlyMap<string, Person>;
  /** The lists that were started for it, latest last. */
  readonly lists: readonly Entry<"checklists">[];
  readonly praiser: Person | null;
}

export const shownOnPage = ["wins", "forwards", "people", "checklists"] as const;

/** Null: there is no such win here (yet). A trashed one is returned, so that it can be restored. */
export async function loadWin(store: Store, id: string): Promise<WinPageView | null> {
  const win = await store.get("wins", id);
  if (win === undefined) return null;
  const [forwards, lists, above, praiser] = await Promise.all([
    store.by("forwards", "win", id),
    store.by("checklists", "subject_id", id),
    loadAbove(store),
    win.praiser === null ? undefined : store.get("people", win.praiser),
  ]);
  const running = lists.filter((list) => list.subject_kind === "win" && list.archived_at === null).sort(byPosition);
  const isThere = praiser !== undefined && praiser.trashed_at === null;
  return { win, forwards, above, knowers: await knowersOf(store, forwards), lists: running, praiser: isThere ? praiser : null };
}

export interface PassOnView extends WinView {
  readonly above: Above;
  /** What the boss, and the boss’s boss, were told lately and before. */
  readonly told: readonly Entry<"forwards">[];
  /** When whoever praised it was asked. */
  readonly askedAt: string | null;
}

export async function loadPassOn(store: Store, id: string): Promise<PassOnView | null> {
  const win = await store.get("wins", id);
  if (win === undefined || win.trashed_at !== null) return null;
  const [forwards, above, letters] = await Promise.all([
    store.by("forwards", "win", id),
    loadAbove(store),
    store.by("messages", "about_id", id),
  ]);
  const upward = [above.boss, above.bosssBoss].flatMap((person) => person?.id ?? []);
  const told = (await Promise.all(upward.map((person) => store.by("forwards", "person", person)))).flat();
  const asked = letters.filter(({ purpose, sent_at }) => purpose === "thank-praiser" && sent_at !== null);
  return { win, forwards, above, told, askedAt: asked.map(({ sent_at }) => sent_at!).sort().at(-1) ?? null };
}

/** Of one day, the one written later first: ids are made in order of time. */
function latestFirst(a: Entry<"wins">, b: Entry<"wins">): number {
  const [dayA, dayB] = [a.happened_on ?? "", b.happened_on ?? ""];
  if (dayA !== dayB) return dayA < dayB ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}
