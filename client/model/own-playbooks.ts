// Playbooks of the person's own: a copy of a built-in one, which stands in its place, or one made new. Pure.
//
// A copy's id follows from the built-in one's slug, and its steps' ids from their slugs: two devices that both make it
// their own without a network make one. So a step also tells which built-in step it was copied from: a line of it keeps
// that slug, and as long as its words are the built-in ones it reads as they do, also inside one's own company.

import type { Entry } from "../store/store.ts";
import { byPosition } from "./order.ts";
import { namedId } from "./planner/named-id.ts";
import type { Template, TemplateLine } from "./planner/templates.ts";
import { builtIn, builtIns, type Playbook, type Step } from "./playbooks.ts";
import { formatRule, parseRule, type Anchor } from "./rules.ts";
import type { Interviews } from "./schema.ts";

export type OwnPlaybook = Entry<"playbooks">;
export type OwnStep = Entry<"playbook_steps">;
export type PlaybookAnchor = NonNullable<OwnPlaybook["anchor"]>;

/** Of all copies. Drawn once at random, and never changed. */
const namespace = "5f0c2d0a-7b1e-4a83-8d57-3c9be1a7e642";

/** The id of a copy. `take` counts the copies there were: one in the trash keeps its own, with all that is in it. */
export function copyId(slug: string, take: number): string {
  return namedId(namespace, take === 0 ? slug : `${slug}/${take}`);
}

/** As many copies of one playbook as anybody makes and throws away. */
const mostTakes = 20;

let slugByCopyId: ReadonlyMap<string, string> | null = null;

/**
 * The built-in playbook a list was begun from, as it is or by way of a copy, also one that lies in the trash by now.
 * Null: one made new, or none.
 */
export function originOf(playbook: string | null): string | null {
  if (playbook === null) return null;
  if (builtIn(playbook)) return playbook;
  slugByCopyId ??= new Map(
    builtIns.flatMap(({ slug }) =>
      Array.from({ length: mostTakes }, (_, take) => [copyId(slug, take), slug] as const),
    ),
  );
  return slugByCopyId.get(playbook) ?? null;
}

export function copiedStepId(playbook: string, slug: string): string {
  return namedId(playbook, slug);
}

/** By the slug of the built-in playbook they stand for. Of two (one was restored) the same one counts everywhere. */
export function standIns(playbooks: readonly OwnPlaybook[]): Map<string, OwnPlaybook> {
  const copies = playbooks.filter((playbook) => playbook.built_in !== null && !playbook.trashed_at);
  copies.sort((a, b) => (a.id < b.id ? 1 : -1));
  return new Map(copies.map((playbook) => [playbook.built_in!, playbook]));
}

/** A playbook of one's own as it reads for this interview. */
export function ownTemplate(
  playbook: OwnPlaybook,
  steps: readonly OwnStep[],
  interview: Pick<Interviews, "internal"> | undefined,
): Template {
  const original = playbook.built_in === null ? undefined : builtIn(playbook.built_in);
  const originals = new Map(original?.steps.map((step) => [copiedStepId(playbook.id, step.slug), step]));
  const lines = steps.toSorted(byPosition).map((step) => lineOf(step, originals.get(step.id), interview?.internal === true));
  return { playbook: playbook.id, title: playbook.title ?? "", lines };
}

function lineOf(step: OwnStep, original: Step | undefined, internal: boolean): TemplateLine {
  const { text, why, tool, tool_ref, due_rule } = step;
  const line = { step: original?.slug ?? step.id, text: text ?? "", why, tool, tool_ref, due_rule };
  if (!internal || !original?.internal || text !== original.text || why !== original.why) return line;
  const { purpose, ...words } = original.internal;
  return { ...line, ...words, tool_ref: purpose && tool_ref === original.purpose ? purpose : tool_ref };
}

/** What the rows of a copy hold. */
export function copiedSteps(original: Playbook): readonly (Pick<OwnStep, "text" | "why" | "tool" | "tool_ref" | "due_rule"> & {
  readonly slug: string;
})[] {
  return original.steps.map(({ slug, text, why, tool, purpose, due_rule }) => {
    return { slug, text, why, tool, tool_ref: purpose ?? null, due_rule };
  });
}

/** An option of Plan B has no day of its own: what hangs on one is reckoned from the day it is begun. */
export function anchorInRules(anchor: PlaybookAnchor | null): Anchor {
  return anchor === null || anchor === "plan" ? "start" : anchor;
}

/** The rule with everything that hung on one moment hanging on another; the same text where nothing did. */
export function rehung(rule: string, from: Anchor, to: Anchor): string {
  const parsed = parseRule(rule);
  if (parsed?.kind !== "after") return rule;
  const choices = parsed.choices.map((choice) => (choice.anchor === from ? { ...choice, anchor: to } : choice));
  return formatRule({ kind: "after", choices });
}
