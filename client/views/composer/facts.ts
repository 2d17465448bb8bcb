// The facts a letter is said from, and the people around it: read from the store, nothing is decided here.

import { dayOf, deviceZone } from "../../model/days.ts";
import { digestLine, digestMonth, digestPicks, monthName } from "../../model/digest.ts";
import { sentencesOf } from "../../model/feedback/answer.ts";
import { currentRequest, hasAnswer } from "../../model/feedback/request.ts";
import { choiceQuestion } from "../../model/feedback/themes.ts";
import { ownPlace } from "../../model/influence.ts";
import { giftFor } from "../../model/influence-next.ts";
import type { MessageContext } from "../../model/messages/compose.ts";
import { nearFor, type Person } from "../../model/messages/circle.ts";
import type { Addressee } from "../../model/messages/draft.ts";
import type { MessagePurpose } from "../../model/messages/purposes.ts";
import type { Circle } from "../../model/messages/recipients.ts";
import { letterValues } from "../../model/pass-on.ts";
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
  const sortings = request ? await store.by("sortings", "feedback", request.id) : [];
  const best = plans.filter(({ status }) => status !== "done" && status !== "parked");
  return {
    ...nothing,
    facts: {
      values: {
        role: interview.role,
        company: interview.company,
        department: interview.department,
        question: request && hasAnswer(request) ? choiceQuestion(sentencesOf(request, sortings), interview) : null,
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

export interface Around {
  readonly circle: Circle;
  /** Everybody, the likeliest for this letter first. */
  readonly likely: readonly string[];
}

/** The people around a letter, as far as they are known. */
export async function peopleAround(
  store: Store,
  purpose: MessagePurpose,
  { met, praisedBy, praiser: praiserId }: Known,
  people: readonly Entry<"people">[],
  writtenTo: ReadonlySet<string>,
  to: string | null = null,
): Promise<Around> {
  const [touches, forwards, me] = await Promise.all([
    store.all("touches"),
    store.all("forwards"),
    store.get("profiles", PROFILE_ID),
  ]);
  const near = nearFor(purpose, { people, touches, forwards, me: me ?? null, now: Date.now() });
  const personById = new Map(people.map((person) => [person.id, person]));
  const addressee = (person: Person | null | undefined): Addressee | null =>
    person ? { id: person.id, name: person.name, email: person.email } : null;
  const praiser = people.find(({ name }) => praisedBy && name?.toLocaleLowerCase() === praisedBy.toLocaleLowerCase());
  const circle: Circle = {
    named: addressee(personById.get(to ?? "")),
    interviewers: met.filter((id) => !writtenTo.has(id)).flatMap((id) => addressee(personById.get(id)) ?? []),
    boss: addressee(near.boss),
    bosssBoss: addressee(near.bosssBoss),
    trusted: addressee(near.trusted),
    referrer: addressee(near.referrer),
    strongest: addressee(near.strongest),
    leader: addressee(near.leader),
    praiser: addressee(personById.get(praiserId ?? "")) ?? addressee(praiser) ?? (praisedBy ? { name: praisedBy, email: null } : null),
  };
  return { circle, likely: near.likely.map(({ id }) => id) };
}

function firstLine(text: string): string {
  return text.trim().split("\n")[0]?.trim() ?? "";
}
