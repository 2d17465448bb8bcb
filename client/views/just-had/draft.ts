// What was typed into the form so far. Mirrored to this device at every keystroke, so a killed tab loses nothing.

import { hourMs, msOf, type Moment } from "../../model/days.ts";
import { storage } from "../../store/local-storage.ts";
import { localTime, momentFrom, type LocalTime } from "../components/local-time.ts";

export type When = "now" | "morning" | "earlier";

export interface Somebody {
  /** Set when they are in People already. */
  readonly id?: string;
  readonly name: string;
}

export interface Draft {
  readonly company: string;
  readonly role: string;
  readonly internal: boolean;
  readonly people: readonly Somebody[];
  readonly when: When;
  readonly earlier: LocalTime;
  /** When the form was opened (ms): what "just now" means, however long the typing takes. */
  readonly begunAt: number;
}

const storageKey = "rebound.draft.just-had";

/** "Just now" on a form that lay about longer than this would be a lie. */
const staleAfterMs = hourMs;

export function openDraft(nowMs: number): Draft {
  const kept = readDraft();
  if (!kept) return newDraft(nowMs);
  if (nowMs - kept.begunAt < staleAfterMs) return kept;
  const when = kept.when === "earlier" ? {} : ({ when: "earlier", earlier: localTime(endedAtMs(kept)) } as const);
  return { ...kept, ...when, begunAt: nowMs };
}

export function keepDraft(draft: Draft): void {
  storage.set(storageKey, JSON.stringify(draft));
}

export function dropDraft(): void {
  storage.remove(storageKey);
}

/** The moment the interview ended, or null where the date field is empty. */
export function endedAt(draft: Draft): Moment | null {
  return momentFrom(draft.when === "earlier" ? draft.earlier : localTime(endedAtMs(draft)));
}

/** What is wrong with when it ended, if anything is. */
export function whenFault(draft: Draft, nowMs: number): string | undefined {
  const ended = endedAt(draft);
  if (ended === null) return "That day is not in the calendar. Your words are kept.";
  // A phone's clock may be put right while the form is open.
  if (msOf(ended) > nowMs + hourMs) return "That is still to come. When did it end? Your words are kept.";
  if (ended < "1900") return "The year has four digits, as in 2026. Your words are kept.";
  return undefined;
}

/** A morning interview has ended by eleven, or just now if it is not eleven yet. */
function endedAtMs(draft: Draft): number {
  if (draft.when !== "morning") return draft.begunAt;
  const eleven = momentFrom({ day: localTime(draft.begunAt).day, time: "11:00" });
  return eleven ? Math.min(msOf(eleven), draft.begunAt) : draft.begunAt;
}

function newDraft(nowMs: number): Draft {
  return {
    company: "",
    role: "",
    internal: false,
    people: [],
    when: "now",
    earlier: { day: localTime(nowMs - 24 * hourMs).day, time: "15:00" },
    begunAt: nowMs,
  };
}

function readDraft(): Draft | null {
  try {
    const kept: unknown = JSON.parse(storage.get(storageKey) ?? "null");
    return isDraft(kept) ? kept : null;
  } catch {
    // Not ours, or cut short: an empty form is the honest answer.
    return null;
  }
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== "object" || value === null) return false;
  const { company, role, people, begunAt } = value as Partial<Draft>;
  return typeof company === "string" && typeof role === "string" && Array.isArray(people) && typeof begunAt === "number";
}
