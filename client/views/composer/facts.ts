// The facts a letter is said from, and the people around it: read from the store, nothing is decided here.

import { dayOf, deviceZone } from "../../model/days.ts";
import { digestLine, digestMonth, digestPicks, monthName } from "../../model/digest.ts";
import { sentencesOf } from "../../model/feedback/answer.ts";
import { currentRequest, hasAnswer } from "../../model/feedback/request.ts";
import { choiceQuestion } from "../../model/feedback/themes.ts";
import { ownPlace } from "../../model/influence.ts";
import { giftFor } from "../../model/influence-next.ts";
import type { MessageContext } from "../../model/messages/compose.ts";
import type { Addressee } from "../../model/messages/draft.ts";
import type { MessagePurpose } from "../../model/messages/purposes.ts";
import type { Circle } from "../../model/messages/recipients.ts";
import { letterValues } from "../../model/pass-on.ts";
import { holderOf } from "../../model/people/relations.ts";
import { PROFILE_ID } from "../../model/profile.ts";
import type { Entry, Store } from "../../store/store.ts";
import { subjectOf, type Subject } from "../checklist/subject.ts";
import type { About } from "./load.ts";

export interface Known {
  readonly facts: Pick<MessageContext, "values" | "internal" | "heldAt" | "promisedAt">;
  readonly subject: Subject | null;
  /** Who was there, by id, in the order they were added. */
  readonly met: readonly string[];
  readonly details: ReadonlyMap<string, string>;
  /** Who praised it. */
  readonly praisedBy: string | null;
  /** The same, among People. */
  readonly praiser: string | null;
}

const nothing: Known = { facts: {}, subject: null, met: [], details: new Map(), praisedBy: null, praiser: null };

export async function factsAbout(store: Store, about: About | null, purpose: MessagePurpose, to: string | null = null): Promise<Known> {
  if (purpose === "digest") return { ...nothing, facts: { values: await monthInLines(store) } };
  switch (about?.kind) {
    case "interview":
      return factsOfInterview(store, about.id);
    case "win":
      return factsOfWin(store, about.id, purpose);
    case "plan":
      return factsOfPlan(store, about.id);
    case "person":
      return factsOfPerson(store, about.id, to);
    default:
      return nothing;
  }
}

async function factsOfInterview(store: Store, id: string): Promise<Known> {
  const [interview, attendances, feedback, plans] = await Promise.all([
    store.get("interviews", id),
    store.by("attendances", "interview", id),
    store.by("feedback", "interview", id),
    store.all("plans"),
  ]);
  if (!interview) return nothing;
  const inOrder = attendances.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const request = currentRequest(feedback);
  const best = plans.filter(({ status }) => status !== "done" && status !== "parked");
  return {
    ...nothing,
    facts: {
      values: {
        role: interview.role,
        company: interview.company,
        department: interview.department,
        question: request && hasAnswer(request) ? choiceQuestion(sentencesOf(request), interview) : null,
        alternative: best.toSorted((a, b) => ((a.position ?? "~") < (b.position ?? "~") ? -1 : 1))[0]?.title ?? null,
      },
      internal: interview.internal,
      heldAt: interview.held_at,
      promisedAt: interview.promised_at,
    },
    subject: await subjectOf(store, { subject_kind: "interview", subject_id: id }),
    // Whom the person chose for the feedback saw them most, and comes first.
    met: [...new Set([...(request ? [request] : []), ...inOrder].flatMap(({ person }) => person ?? []))],
    details: new Map(inOrder.flatMap(({ person, detail }) => (person && detail ? [[person, firstLine(detail)]] : []))),
  };
}

async function factsOfWin(store: Store, id: string, purpose: MessagePurpose): Promise<Known> {
  const win = await store.get("wins", id);
  if (!win) return nothing;
  const subject = await subjectOf(store, { subject_kind: "win", subject_id: id });
  const { praised_by: praisedBy, praiser } = win;
  return { ...nothing, facts: { values: letterValues(win, purpose) }, subject, praisedBy, praiser };
}

async function factsOfPlan(store: Store, id: string): Promise<Known> {
  const plan = await store.get("plans", id);
  const subject = await subjectOf(store, { subject_kind: "plan", subject_id: id });
  return plan ? { ...nothing, facts: { values: { alternative: plan.title } }, subject } : nothing;
}

/** To somebody, or to whoever can introduce them (`to`): the same gift as the map suggests. */
async function factsOfPerson(store: Store, id: string, to: string | null): Promise<Known> {
  const [person, profile, wins, people] = await Promise.all([
    store.get("people", id),
    store.get("profiles", PROFILE_ID),
    store.all("wins"),
    store.all("people"),
  ]);
  if (!person) return nothing;
  const place = person.department ?? person.organisation;
  const isBetween = to !== null && to !== id;
  const own = ownPlace(profile && !profile.trashed_at ? profile : null, people, null);
  const values = {
    department: own.department,
    gift: giftFor(wins, place)?.title ?? null,
    ...(isBetween && { contact: person.name, alternative: place && `the work of ${place}`, ask: "ten minutes" }),
  };
  return { ...nothing, facts: { values }, subject: await subjectOf(store, { subject_kind: "person", subject_id: id }) };
}

/** For the digest: the best of the month that is nearly over, five lines at most. */
async function monthInLines(store: Store): Promise<{ month: string; lines: string | null }> {
  const month = digestMonth(dayOf(Date.now(), deviceZone()));
  const lines = digestPicks(await store.all("wins"), month).map(digestLine);
  return { month: monthName(month), lines: lines.join("\n") || null };
}

/** The people around a letter, as far as they are known. */
export async function circleOf(
  store: Store,
  { met, praisedBy, praiser: praiserId }: Known,
  people: readonly Entry<"people">[],
  writtenTo: ReadonlySet<string>,
  to: string | null = null,
): Promise<Circle> {
  const personById = new Map(people.map((person) => [person.id, person]));
  const passed = (await store.all("forwards")).toSorted((a, b) => ((a.at ?? "") < (b.at ?? "") ? 1 : -1));
  const lastTold = (to: string) => passed.find((row) => row.to === to && personById.has(row.person ?? ""))?.person;
  const addressee = (id: string | null | undefined): Addressee | null => {
    const person = personById.get(id ?? "");
    return person ? { id: person.id, name: person.name, email: person.email } : null;
  };
  const praiser = people.find(({ name }) => praisedBy && name?.toLocaleLowerCase() === praisedBy.toLocaleLowerCase());
  return {
    named: addressee(to),
    interviewers: met.filter((id) => !writtenTo.has(id)).flatMap((id) => addressee(id) ?? []),
    boss: addressee(holderOf(people, "boss")?.id ?? lastTold("boss")),
    bosssBoss: addressee(holderOf(people, "bosss_boss")?.id ?? lastTold("bosss_boss")),
    referrer: addressee(holderOf(people, "referrer")?.id),
    trusted: addressee(holderOf(people, "trusted")?.id),
    strongest: addressee(holderOf(people, "trusted")?.id),
    praiser: addressee(praiserId) ?? addressee(praiser?.id) ?? (praisedBy ? { name: praisedBy, email: null } : null),
  };
}

function firstLine(text: string): string {
  return text.trim().split("\n")[0]?.trim() ?? "";
}
