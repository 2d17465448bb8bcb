// Which step of "Ask for feedback" a line is, so that what the person does settles it: also in their own version of the
// playbook, and in a list of their own that asks for the same letters. Pure.

import { originOf } from "../own-playbooks.ts";
import { builtIn } from "../playbooks.ts";
import type { Checklists, Items } from "../schema.ts";

type Line = Pick<Items, "step" | "tool" | "tool_ref">;

/** A copied line keeps the step it was copied from; one of the person's own is known by the letter it asks for. */
export function feedbackStep(line: Line, { playbook }: Pick<Checklists, "playbook">): string | null {
  const origin = originOf(playbook);
  const isCopied = origin !== null && builtIn(origin)!.steps.some(({ slug }) => slug === line.step);
  if (isCopied) return origin === "feedback" ? line.step : null;
  return stepByAim[(line.tool === "composer" ? line.tool_ref : line.tool) ?? ""] ?? null;
}

/** Other tools of the playbook (People, a task) are also those of many other lines. */
const stepByAim: { readonly [aim: string]: string } = {
  "feedback-request": "ask",
  "internal-talk": "ask",
  "choice-question": "choice",
  closing: "close",
  feedback: "sort",
};
