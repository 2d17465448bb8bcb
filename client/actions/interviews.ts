// What a person does with an interview: log it, say how it went, what was promised, who was there. What the answer was
// is in outcome.ts.

import { changed, filledIn, oneLine } from "../model/clean.ts";
import { deviceZone, momentNow, type Moment } from "../model/days.ts";
import { isOpen } from "../model/due.ts";
import { newId } from "../model/id.ts";
import { spread } from "../model/order.ts";
import { startedByInterview } from "../model/playbooks.ts";
import type { Interviews } from "../model/schema.ts";
import type { Tool } from "../model/tools.ts";
import { dateWords, isWaiting } from "../model/words.ts";
import { store } from "../store/current.ts";
import { daysOffOf } from "../store/days-off.ts";
import type { Change, Store } from "../store/store.ts";
import { findPerson, newPerson, type Known } from "./people.ts";
import { listFrom, templateFor } from "./playbooks.ts";
import { redateAll } from "./redating.ts";
import { trash } from "./trash.ts";
import { perform } from "./undo.ts";

/** Somebody who was there: known by id, or by a name that may be new. */
export interface Attendee {
  readonly id?: string | undefined;
  readonly name: string;
}

export interface NewInterview {
  readonly company: string;
  readonly role: string;
  readonly held_at: Moment;
  readonly internal: boolean;
  readonly people: readonly Attendee[];
}

/** Keeps the interview and who was there, and begins the debrief and the thank-you. One write, one undo. */
export async function logInterview(given: NewInterview): Promise<string> {
  const id = newId();
  const { people, ...facts } = given;
  const interview = filledIn("interviews", { ...facts, outcome: "waiting" });
  const [attending, lists] = await Promise.all([
    attendChanges(store.value, id, people, given.company),
    firstLists(store.value, id, given),
  ]);
  const changes: Change[] = [{ collection: "interviews", id, set: interview }, ...attending, ...lists];
  await perform("Saved. Two short lists have begun.", changes);
  return id;
}

async function firstLists(from: Store, id: string, { held_at, internal }: NewInterview): Promise<Change[]> {
  const slugs = startedByInterview.map(({ slug }) => slug);
  const places = spread(slugs);
  const templates = await Promise.all(slugs.map((slug) => templateFor(from, slug, { internal })));
  const daysOff = await daysOffOf(from);
  return templates.flatMap((template, index) => {
    const { changes } = listFrom(template!, {
      about: { kind: "interview", id },
      subject: { interview: { held_at, outcome_at: null, promised_at: null } },
      at: momentNow(),
      zone: deviceZone(),
      daysOff,
      position: places[index]!.position,
    });
    return changes;
  });
}

/** Changes any of its facts. Lines that hang on a moved date are dated anew in the same write. */
export async function editInterview(id: string, set: Partial<Interviews>): Promise<void> {
  await writeInterview(id, set, "Saved");
}

/** When they said they would decide. Keeping it settles the line that asks for it. */
export async function setPromise(id: string, promised_at: Moment | null): Promise<void> {
  const words = promised_at ? `Answer promised by ${dateWords(promised_at, deviceZone())}` : "No date promised";
  await writeInterview(id, { promised_at }, words, promised_at ? "promise" : null);
}

/** How it went, 1 to 5: said once, before the answer bends it; not after it. Settles the line that asks for it. */
export async function setConfidence(id: string, confidence: number): Promise<void> {
  const interview = await store.value.get("interviews", id);
  if (!interview || interview.confidence !== null || !isWaiting(interview)) return;
  await writeInterview(id, { confidence }, `Noted: ${confidence} of 5`, "confidence");
}

export async function trashInterview(id: string): Promise<void> {
  await trash("interviews", id);
}

/** Somebody who was there, once. */
export async function addAttendee(interviewId: string, attendee: Attendee): Promise<void> {
  const interview = await store.value.get("interviews", interviewId);
  if (!interview) return;
  const changes = await attendChanges(store.value, interviewId, [attendee], interview.company);
  await perform(`Added: ${attendee.name.trim()}`, changes);
}

/** Takes somebody off this interview; the person stays among People. */
export async function removeAttendee(attendanceId: string): Promise<void> {
  const set = { trashed_at: momentNow() };
  await perform("Taken off this interview", [{ collection: "attendances", id: attendanceId, set }]);
}

async function writeInterview(
  id: string,
  set: Partial<Interviews>,
  message: string,
  settledTool: Tool | null = null,
): Promise<void> {
  const interview = await store.value.get("interviews", id);
  if (!interview) return;
  const differing = changed("interviews", interview, set);
  if (Object.keys(differing).length === 0) return;
  const about = { kind: "interview", id } as const;
  const redated = await redateAll(store.value, about, differing, deviceZone());
  const settled = settledTool ? await settle(store.value, id, settledTool) : [];
  await perform(message, [{ collection: "interviews", id, set: differing }, ...redated, ...settled]);
}

/** Open lines of an interview whose tool has just done its work. */
async function settle(from: Store, id: string, tool: Tool): Promise<Change[]> {
  const lists = await from.by("checklists", "subject_id", id);
  const items = (await Promise.all(lists.map((list) => from.by("items", "checklist", list.id)))).flat();
  const asking = items.filter((item) => item.tool === tool && isOpen(item));
  return asking.map((item) => ({ collection: "items", id: item.id, set: { done_at: momentNow() } }));
}

/** Rows for who was there: people who are new, and an attendance for everybody who has none yet. */
async function attendChanges(
  from: Store,
  interview: string,
  attendees: readonly Attendee[],
  company: string | null,
): Promise<Change[]> {
  if (attendees.length === 0) return [];
  const [people, attendances] = await Promise.all([from.all("people"), from.by("attendances", "interview", interview)]);
  const known: Known[] = [...people];
  const present = new Set(attendances.map((attendance) => attendance.person));
  const changes: Change[] = [];
  for (const { id, name } of attendees) {
    if (!oneLine(name, 200)) continue;
    const person = id ?? findPerson(known, name, company)?.id ?? newId();
    if (id === undefined && !known.some((one) => one.id === person)) {
      known.push({ id: person, name, organisation: company });
      changes.push(newPerson(person, { name, organisation: company }));
    }
    if (!present.has(person)) changes.push({ collection: "attendances", id: newId(), set: { interview, person } });
    present.add(person);
  }
  return changes;
}
