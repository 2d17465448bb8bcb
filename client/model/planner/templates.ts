// What a plan can start: the built-in playbooks that hang on an answer, or the person's own versions of them.

import { builtIn, stepsFor } from "../playbooks.ts";
import type { Interviews } from "../schema.ts";

/** A line before it has a date and a place. */
export interface TemplateLine {
  /** A built-in step's slug, or the id of a step of the person's own. */
  readonly step: string;
  readonly text: string;
  readonly why: string | null;
  readonly tool: string | null;
  readonly tool_ref: string | null;
  readonly due_rule: string | null;
}

export interface Template {
  /** What the list remembers: the built-in slug, or the id of the person's own. */
  readonly playbook: string;
  readonly title: string;
  readonly lines: readonly TemplateLine[];
}

/** Every built-in playbook that some answer begins. */
export const plannedPlaybooks = ["feedback", "plan-b", "network", "decide"] as const;

export class NoSuchBuiltIn extends Error {
  constructor(slug: string) {
    super(`expected one of the built-in playbooks, got ${slug}`);
  }
}

export function templateOf(
  slug: string,
  interview: Pick<Interviews, "internal">,
  own: ReadonlyMap<string, Template> = new Map(),
): Template {
  return own.get(slug) ?? builtInTemplate(slug, interview);
}

function builtInTemplate(slug: string, interview: Pick<Interviews, "internal">): Template {
  const playbook = builtIn(slug);
  if (!playbook) throw new NoSuchBuiltIn(slug);
  const lines = stepsFor(playbook, { interview }).map((step) => ({
    step: step.slug,
    text: step.text,
    why: step.why,
    tool: step.tool,
    tool_ref: step.purpose ?? null,
    due_rule: step.due_rule,
  }));
  return { playbook: slug, title: playbook.title, lines };
}
