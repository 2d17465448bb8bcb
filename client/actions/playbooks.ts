// Starting a list from a playbook, built-in or the person's own.

import { anchorsOf, type Subject } from "../model/anchors.ts";
import { filledIn } from "../model/clean.ts";
import { deviceZone, momentNow, type DaysOff, type Moment, type TimeZone } from "../model/days.ts";
import { dueAt } from "../model/due.ts";
import { newId } from "../model/id.ts";
import { positionAtEnd, spread, type Placed } from "../model/order.ts";
import { ownTemplate, standIns } from "../model/own-playbooks.ts";
import { lineId } from "../model/planner/named-id.ts";
import { builtIn, stepsFor, type Step } from "../model/playbooks.ts";
import type { Interviews, Items } from "../model/schema.ts";
import { store } from "../store/current.ts";
import { daysOffOf } from "../store/days-off.ts";
import type { Change, Store } from "../store/store.ts";
import { subjectOf, type SubjectRef } from "./redating.ts";
import { perform } from "./undo.ts";

export class NoSuchPlaybook extends Error {
  constructor(playbook: string) {
    super(`expected a built-in playbook or one of the person's own, got ${playbook}`);
  }
}

/** The lines of a new list, before they have dates and places. */
type Line = Pick<Items, "step" | "text" | "why" | "tool" | "tool_ref" | "due_rule">;

export interface Template {
  readonly playbook: string;
  readonly title: string;
  readonly lines: readonly Line[];
}

export interface Start {
  /** Where it follows from something that two devices may begin at once; the lines' ids follow from it then. */
  readonly id?: string;
  readonly about: SubjectRef | null;
  readonly subject: Subject;
  readonly at: Moment;
  readonly zone: TimeZone;
  readonly daysOff: DaysOff;
  readonly position: string;
}

/** Starts a playbook for something, or on its own. One write, one undo. Gives the new list's id. */
export async function startPlaybook(playbook: string, about: SubjectRef | null): Promise<string> {
  const subject = about ? await subjectOf(store.value, { subject_kind: about.kind, subject_id: about.id }) : {};
  const interview = about?.kind === "interview" ? await store.value.get("interviews", about.id) : undefined;
  const template = await templateFor(store.value, playbook, interview);
  if (!template) throw new NoSuchPlaybook(playbook);
  const beside = await listsBeside(store.value, about);
  const daysOff = await daysOffOf(store.value);
  const start: Start = { about, subject, at: momentNow(), zone: deviceZone(), daysOff, position: positionAtEnd(beside) };
  const { id, changes } = listFrom(template, start);
  await perform(`Started: ${template.title}`, changes);
  return id;
}

/** The rows of a new list. The list comes first, so that no device ever sees its lines without it for long. */
export function listFrom(template: Template, start: Start): { readonly id: string; readonly changes: Change[] } {
  const id = start.id ?? newId();
  const list = {
    title: template.title,
    playbook: template.playbook,
    subject_kind: start.about?.kind ?? null,
    subject_id: start.about?.id ?? null,
    anchor_at: start.at,
    position: start.position,
  };
  const anchors = anchorsOf(list, start.subject);
  const places = spread(template.lines.map(({ step }, index) => (start.id ? lineId(id, step ?? String(index)) : newId())));
  const items = template.lines.map((line, index): Change<"items"> => {
    const due_at = line.due_rule === null ? null : dueAt(line.due_rule, anchors, start.zone, start.daysOff);
    const { id: itemId, position } = places[index]!;
    return { collection: "items", id: itemId, set: filledIn("items", { checklist: id, ...line, due_at, position }) };
  });
  return { id, changes: [{ collection: "checklists", id, set: filledIn("checklists", list) }, ...items] };
}

/** A built-in playbook as it reads for this interview. */
export function builtInTemplate(slug: string, interview: Pick<Interviews, "internal"> | undefined): Template | null {
  const playbook = builtIn(slug);
  if (!playbook) return null;
  return { playbook: slug, title: playbook.title, lines: stepsFor(playbook, { interview }).map(lineOf) };
}

function lineOf(step: Step): Line {
  const { slug, text, why, tool, purpose, due_rule } = step;
  return { step: slug, text, why, tool, tool_ref: purpose ?? null, due_rule };
}

/** What is begun under a playbook's name or id: the person's own version where there is one. Null: there is none such. */
export async function templateFor(
  from: Store,
  playbook: string,
  interview: Pick<Interviews, "internal"> | undefined,
): Promise<Template | null> {
  const own = builtIn(playbook)
    ? standIns(await from.all("playbooks")).get(playbook)
    : await from.get("playbooks", playbook);
  if (!own || own.trashed_at) return builtInTemplate(playbook, interview);
  return ownTemplate(own, await from.by("playbook_steps", "playbook", own.id), interview);
}

/** The lists a new one is placed after: those of the same subject, or the others that stand on their own. */
async function listsBeside(from: Store, about: SubjectRef | null): Promise<readonly Placed[]> {
  if (about) return from.by("checklists", "subject_id", about.id);
  return (await from.all("checklists")).filter((list) => list.subject_kind === null);
}
