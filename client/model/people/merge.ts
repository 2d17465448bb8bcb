// Two rows that are one person become one: what the merge keeps, joins and rewrites. Pure; one list of changes, so that
// it is one write with one undo.

import type { Change, Entry } from "../../store/store.ts";
import type { Moment } from "../days.ts";
import { addresseesIn } from "../messages/kept.ts";
import type { Addressee } from "../messages/draft.ts";
import type { CollectionName, People, Structured } from "../schema.ts";

/** Everything that names somebody. */
export interface References {
  readonly attendances: readonly Entry<"attendances">[];
  readonly touches: readonly Entry<"touches">[];
  readonly wins: readonly Entry<"wins">[];
  readonly forwards: readonly Entry<"forwards">[];
  readonly feedback: readonly Entry<"feedback">[];
  readonly plans: readonly Entry<"plans">[];
  /** Written to them, or about them. */
  readonly messages: readonly Entry<"messages">[];
  readonly checklists: readonly Entry<"checklists">[];
  readonly namesakes: readonly Entry<"namesakes">[];
}

/** `attendancesOfKept`: where the one who stays was. */
export function mergeChanges(
  kept: Entry<"people">,
  gone: Entry<"people">,
  references: References,
  attendancesOfKept: readonly Entry<"attendances">[],
  at: Moment,
): Change[] {
  const facts = joinedFacts(kept, gone);
  const joined: Change[] = Object.keys(facts).length > 0 ? [{ collection: "people", id: kept.id, set: facts, basis: basisOf(kept, facts) }] : [];
  const away: Change = { collection: "people", id: gone.id, set: { merged_into: kept.id, trashed_at: at } };
  return [...joined, ...movedReferences(kept.id, gone.id, references, attendancesOfKept, at), away];
}

const filledFrom = [
  "name",
  "role",
  "department",
  "organisation",
  "level",
  "email",
  "phone",
  "link",
  "relation",
  "cadence_weeks",
] as const satisfies readonly (keyof People)[];

/** What is empty is filled from the other; notes and how they met are joined; the closer of two cadences stays. */
function joinedFacts(kept: Readonly<People>, gone: Readonly<People>): Partial<People> {
  const facts: Record<string, unknown> = {};
  for (const field of filledFrom) if (kept[field] === null && gone[field] !== null) facts[field] = gone[field];
  const met = joinedText(kept.how_met, gone.how_met, " ");
  if (met !== kept.how_met && (met ?? "").length <= 500) facts["how_met"] = met;
  const lost = secondaryFacts(kept, gone);
  const notes = joinedText(joinedText(kept.notes, gone.notes, "\n\n"), lost, "\n\n");
  if (notes !== kept.notes) facts["notes"] = notes;
  if (kept.cadence_weeks && gone.cadence_weeks && gone.cadence_weeks < kept.cadence_weeks) {
    facts["cadence_weeks"] = gone.cadence_weeks;
  }
  return facts as Partial<People>;
}

/** A second address or number has no field of its own: it goes into the notes, where it is found again. */
function secondaryFacts(kept: Readonly<People>, gone: Readonly<People>): string | null {
  const others = (["email", "phone", "link"] as const).flatMap((field) => {
    const [one, other] = [kept[field], gone[field]];
    return one !== null && other !== null && one.toLowerCase() !== other.toLowerCase() ? [other] : [];
  });
  return others.length > 0 ? `Also: ${others.join(", ")}` : null;
}

function joinedText(one: string | null, other: string | null, between: string): string | null {
  const [first, second] = [one?.trim() ?? "", other?.trim() ?? ""];
  if (second === "" || first.includes(second)) return one;
  return first === "" ? other : `${one!.trimEnd()}${between}${second}`;
}

function basisOf(kept: Readonly<People>, facts: Partial<People>): Change["basis"] {
  return facts.notes === undefined ? undefined : { notes: kept.notes };
}

/** Also for what a device wrote that was away: whatever names the one who is gone names the one who stays. */
export function movedReferences(
  kept: string,
  gone: string,
  references: References,
  attendancesOfKept: readonly Entry<"attendances">[],
  at: Moment,
): Change[] {
  const moved = <C extends CollectionName>(collection: C, rows: readonly { readonly id: string }[], field: string): Change[] =>
    rows.map(({ id }) => ({ collection, id, set: { [field]: kept } }) as Change);
  return [
    ...movedAttendances(kept, references.attendances, attendancesOfKept, at),
    ...moved("touches", references.touches, "person"),
    ...moved("wins", references.wins, "praiser"),
    ...moved("forwards", references.forwards, "person"),
    ...moved("feedback", references.feedback, "person"),
    ...moved("plans", references.plans, "contact"),
    ...moved("checklists", references.checklists, "subject_id"),
    ...moved("namesakes", references.namesakes.filter(({ one }) => one === gone), "one"),
    ...moved("namesakes", references.namesakes.filter(({ other }) => other === gone), "other"),
    ...references.messages.flatMap((message) => movedMessage(message, kept, gone)),
  ];
}

/** Both were at one interview: one attendance stays, with what was noted of either. */
function movedAttendances(
  kept: string,
  attendances: readonly Entry<"attendances">[],
  already: readonly Entry<"attendances">[],
  at: Moment,
): Change[] {
  const keyOf = ({ interview, round }: Entry<"attendances">): string => `${interview}/${round}`;
  const there = new Map(already.map((attendance) => [keyOf(attendance), attendance]));
  return attendances.flatMap((attendance): Change[] => {
    const same = there.get(keyOf(attendance));
    if (!same) {
      there.set(keyOf(attendance), attendance);
      return [{ collection: "attendances", id: attendance.id, set: { person: kept } }];
    }
    const detail = joinedText(same.detail, attendance.detail, "\n");
    const joined: Change[] =
      detail === same.detail ? [] : [{ collection: "attendances", id: same.id, set: { detail }, basis: { detail: same.detail } }];
    return [...joined, { collection: "attendances", id: attendance.id, set: { person: kept, trashed_at: at } }];
  });
}

function movedMessage(message: Entry<"messages">, kept: string, gone: string): Change[] {
  const set: Record<string, unknown> = {};
  for (const field of ["to", "cc"] as const) {
    if (addresseesIn(message[field]).some(({ id }) => id === gone)) set[field] = renamed(message[field], kept, gone);
  }
  if (message.about_kind === "person" && message.about_id === gone) set["about_id"] = kept;
  return Object.keys(set).length > 0 ? [{ collection: "messages", id: message.id, set } as Change] : [];
}

/** Nobody twice in one line. */
function renamed(people: Structured | null, kept: string, gone: string): Structured {
  const seen = new Set<string>();
  return addresseesIn(people).flatMap((one): Addressee[] => {
    const id = one.id === gone ? kept : one.id;
    if (id === undefined) return [one];
    if (seen.has(id)) return [];
    seen.add(id);
    return [{ ...one, id }];
  });
}

/**
 * Who somebody is now, by who they were: chains are followed to their end. Two devices may have merged two people into
 * each other; then the smaller id is who they are, on every device.
 */
export function currentIds(mergedInto: ReadonlyMap<string, string>): Map<string, string> {
  const current = new Map<string, string>();
  for (const id of mergedInto.keys()) {
    const passed = [id];
    let end = mergedInto.get(id)!;
    while (mergedInto.has(end) && !passed.includes(end)) {
      passed.push(end);
      end = mergedInto.get(end)!;
    }
    const ring = passed.indexOf(end);
    current.set(id, ring < 0 ? end : passed.slice(ring).reduce((least, one) => (one < least ? one : least)));
  }
  return current;
}
