// What a line's button does, in the words of the editor.
import { toolLink, tools, type Tool } from "../../model/tools.ts";

export const toolWords: { readonly [tool in Tool]: string } = {
  confidence: "Say how it went, 1 to 5",
  debrief: "Write in the interview’s notes",
  people: "Open People",
  promise: "Set the promised date",
  win: "Open the win",
  wins: "Open Wins",
  "quick-win": "Add a win in one line",
  plan: "Open Plan B",
  outcome: "Note their answer",
  note: "Write a note",
  composer: "Write a message",
  feedback: "Sort their feedback",
  map: "Open the influence map",
  touches: "Log a talk",
  confidentiality: "Check what may be passed on",
  digest: "Write the month in five lines",
  print: "Print one page",
  decision: "Open the decision worksheet",
  "decision-blind": "Score again, without the first scores",
};

/** Those with a screen to open: a button that leads nowhere is not offered. */
export const existingTools: readonly Tool[] = tools.filter(
  (tool) => toolLink({ tool, id: "some" }, { subject_kind: "interview", subject_id: "some" }) !== null,
);
