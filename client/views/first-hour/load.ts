// What the first hour shows of an interview, read from the store in one go.

import { byPosition } from "../../model/order.ts";
import { isAside, readinessOf } from "../../model/plan-b-readiness.ts";
import { toolLink } from "../../model/tools.ts";
import { capital } from "../../model/words.ts";
import type { Entry, Store } from "../../store/store.ts";

export interface FirstHourView {
  readonly interview: Entry<"interviews">;
  /** Where the reply to the news is written; null once it is settled. */
  readonly reply: Reply | null;
  readonly planB: PlanBStep;
}

export interface Reply {
  readonly href: string;
  /** The line that asks for it. */
  readonly item: string;
}

/** The smallest step of the best option. */
export interface PlanBStep {
  readonly words: string;
  readonly href: string;
}

export async function loadFirstHour(store: Store, id: string): Promise<FirstHourView | null> {
  const interview = await store.get("interviews", id);
  if (!interview || interview.trashed_at !== null) return null;
  const [reply, plans] = await Promise.all([replyTo(store, id), store.all("plans")]);
  return { interview, reply, planB: planBStep(plans) };
}

/** The line that accepts the news has the composer for its tool, and the composer keeps what is written. */
async function replyTo(store: Store, id: string): Promise<Reply | null> {
  const lists = (await store.by("checklists", "subject_id", id)).filter((list) => list.archived_at === null);
  for (const list of lists) {
    const items = await store.by("items", "checklist", list.id);
    const line = items.find((item) => item.tool_ref === "accept-news" && !item.done_at && !item.skipped_at);
    const href = line && toolLink(line, list)?.href;
    if (href) return { href, item: line.id };
  }
  return null;
}

export function planBStep(plans: readonly Entry<"plans">[]): PlanBStep {
  const open = plans.filter((plan) => !isAside(plan)).sort(byPosition);
  const readiest = open.toSorted((a, b) => readinessOf(b) - readinessOf(a));
  const best = open.find((plan) => plan.status === "active") ?? readiest[0];
  if (!best) return { words: "Name one option you would like, in a word or two. That is all.", href: "/plan-b" };
  const href = `/plan-b/${best.id}`;
  return { words: best.next_step ? sentence(best.next_step) : `${best.title ?? "Your option"}: one small step.`, href };
}

const sentence = (words: string): string => (/[.?!…]$/u.test(words) ? capital(words) : `${capital(words)}.`);
