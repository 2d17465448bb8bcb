// The tools a line can name, and where their buttons lead. A tool whose screen does not exist yet has no button.

import { stopWaitingHref } from "./plan-b-waiting.ts";
import type { Checklists, Items } from "./schema.ts";

export const tools = [
  "confidence",
  "debrief",
  "people",
  "promise",
  "win",
  "wins",
  "quick-win",
  "plan",
  "outcome",
  "note",
  "composer",
  "feedback",
  "map",
  "touches",
  "confidentiality",
  "digest",
  "print",
  "decision",
  "decision-blind",
] as const;

export type Tool = (typeof tools)[number];

/** What a message is for; it decides which text the composer begins with. Kept in a line's `tool_ref`. */
export const purposes = [
  "thank-you",
  "correction",
  "thank-referrer",
  "status",
  "check-in",
  "accept-news",
  "feedback-request",
  "internal-talk",
  "choice-question",
  "plan-b-ask",
  "reach-leader",
  "introduction",
  "congratulation",
  "thank-praiser",
  "win-to-boss",
  "win-to-bosss-boss",
  "credit",
  "agreement",
  "commitment",
  "closing",
  "digest",
] as const;

export type Purpose = (typeof purposes)[number];

export interface ToolLink {
  readonly label: string;
  readonly href: string;
}

type Subject = Pick<Checklists, "subject_kind" | "subject_id">;

type Line = Pick<Items, "tool"> & { readonly id?: string; readonly step?: string | null };

/** The button of a line, or null where there is none. A line that is not kept yet has no id, and no letter. */
export function toolLink(item: Line, checklist: Subject): ToolLink | null {
  switch (item.tool) {
    case "confidence":
      return onInterview(checklist, "Rate", "confidence");
    case "debrief":
      return onInterview(checklist, "Write", "notes");
    case "promise":
      return onInterview(checklist, "Set", "promise");
    case "outcome":
      return onInterview(checklist, "Answer", "outcome");
    case "people":
      return peopleLink(item.step ?? null, checklist);
    case "map":
      return { label: "Open", href: "/people/map" };
    case "touches":
      return { label: "Log", href: "/people" };
    case "plan":
      return { label: "Open", href: "/plan-b" };
    case "win":
      return onWin(checklist, "Open", "");
    case "feedback":
      return feedbackLink(checklist);
    case "decision":
    case "decision-blind":
      return decisionLink(item);
    case "note":
      // What one feels has its place on the worksheet; any other note is the line's own.
      return item.step === "feel" && item.id !== undefined ? { label: "Write", href: `/decisions/${item.id}` } : null;
    case "composer":
    case "digest":
      return item.id === undefined ? null : { label: "Write", href: `/compose/${item.id}` };
    case "wins":
      return { label: "Open", href: "/wins" };
    case "quick-win":
      return { label: "Add", href: "/wins#week" };
    case "confidentiality":
      return onWin(checklist, "Check", "#pass-on");
    case "print":
      return { label: "Print", href: "/wins/print" };
    default:
      return null;
  }
}

function onInterview(checklist: Subject, label: string, part: string): ToolLink | null {
  if (checklist.subject_kind !== "interview" || !checklist.subject_id) return null;
  return { label, href: `/interviews/${checklist.subject_id}#${part}` };
}

/** Some steps are known by their names: "people" alone does not say what is to be done there, and with whom. */
function peopleLink(step: string | null, checklist: Subject): ToolLink {
  const met = step === "names" ? onInterview(checklist, "Note", "people") : null;
  if (met) return met;
  if (step === "choose-person" && checklist.subject_kind === "interview") return { ...feedbackLink(checklist), label: "Choose" };
  if (step === "cadence") return { label: "Choose", href: "/people/rhythms" };
  if (step === "add") return { label: "Add", href: "/people#add" };
  return { label: "Open", href: "/people" };
}

/** Without an interview: all that was missed, in every answer, beside what answers it. */
function feedbackLink(checklist: Subject): ToolLink {
  if (checklist.subject_kind !== "interview" || !checklist.subject_id) return { label: "Open", href: "/wins/gaps" };
  return { label: "Open", href: `/interviews/${checklist.subject_id}/feedback` };
}

/** The worksheet finds out from the line what it is about; the one line that is no worksheet sets a day on Plan B. */
function decisionLink({ id, step, tool }: Line): ToolLink | null {
  if (step === "stop-waiting") return { label: "Set", href: stopWaitingHref };
  if (id === undefined) return null;
  return { label: tool === "decision-blind" ? "Score" : "Open", href: `/decisions/${id}` };
}

/** Its win, or the place where one is chosen or added. */
function onWin(checklist: Subject, label: string, part: string): ToolLink {
  if (checklist.subject_kind !== "win" || !checklist.subject_id) return { label: "Open", href: "/wins" };
  return { label, href: `/wins/${checklist.subject_id}${part}` };
}
