// What each answer means for the lists of an interview: which begin, which lines have no point any more, and why.
//
// Lines are known by what they are for (their tool, and the letter it writes), not by their words: so the rules hold
// for the person's own versions of a playbook as well.

import type { Interviews, Items } from "../schema.ts";
import type { Outcome } from "../words.ts";

export interface Beginning {
  readonly playbook: string;
  readonly why: string;
}

/** The lists an answer begins, in the order they are shown. Three at most: this may be the hour after a no. */
export function beginnings(outcome: Outcome, { internal }: Pick<Interviews, "internal">): readonly Beginning[] {
  if (outcome !== "no") return begins[outcome];
  return [...begins.no, internal ? decideCalmly : keepThePeople];
}

const begins: { readonly [outcome in Outcome]: readonly Beginning[] } = {
  waiting: [],
  offer: [
    { playbook: "decide", why: "An offer is a question, too: does it pay?" },
    { playbook: "network", why: "You will want these people from the first day." },
  ],
  no: [
    { playbook: "feedback", why: "One person and two narrow questions are all you need from them." },
    { playbook: "plan-b", why: "Your own next step waits for nobody." },
  ],
  silence: [{ playbook: "plan-b", why: "You stop waiting, and something of your own begins." }],
  withdrawn: [{ playbook: "network", why: "You said no to the role, not to the people." }],
};

/** Outside: they are new people. */
const keepThePeople: Beginning = { playbook: "network", why: "You met people who now know what you can do." };

/** Inside: the people stay, and the question of staying comes up by itself. The list keeps it out of this week. */
const decideCalmly: Beginning = { playbook: "decide", why: "Nothing is decided this week. This list sees to that." };

type Line = Pick<Items, "step" | "tool" | "tool_ref">;

/** Why a line has no point under an answer; null where it keeps its point. */
export function whyClosed(outcome: Outcome, line: Line): string | null {
  if (outcome === "waiting") return null;
  return reasons[outcome][aimOf(line)] ?? null;
}

/** A letter by its purpose, anything else by its tool. One step is known by its name: its tool says too little. */
function aimOf({ step, tool, tool_ref }: Line): string {
  if (step === "practise") return "practise";
  return (tool === "composer" ? tool_ref : tool) ?? "";
}

type Reasons = { readonly [aim: string]: string };

const oncePast: Reasons = {
  confidence: "Said after the answer, it would only echo it.",
  promise: "The date no longer matters.",
  correction: "It cannot change the answer any more.",
};

const reasons: { readonly [outcome in Exclude<Outcome, "waiting">]: Reasons } = {
  offer: {
    ...oncePast,
    status: "They have answered.",
    "check-in": "They have answered.",
    outcome: "They have answered.",
    congratulation: "The role came to you.",
    practise: "You have the offer, so this can rest.",
  },
  no: {
    ...oncePast,
    status: "They have answered. There is nothing left to ask.",
    "check-in": "They have answered. There is nothing left to ask.",
    outcome: "They have answered.",
    "thank-you": "Your thanks go into your reply to the news.",
  },
  silence: {
    ...oncePast,
    status: "You have stopped waiting.",
    "check-in": "You have stopped waiting.",
    outcome: "You have marked it.",
    "accept-news": "There was no news to accept.",
    congratulation: "Nobody was named.",
  },
  withdrawn: {
    ...oncePast,
    status: "You withdrew, so no answer is due.",
    "check-in": "You withdrew, so no answer is due.",
    outcome: "You withdrew, so no answer is due.",
    "accept-news": "There was no news to accept.",
    congratulation: "You stepped back before it was decided.",
  },
};

/** For the lines of a list that an earlier answer began, and that has work in it. */
export const whyUnfit = "It belonged to another answer.";

/** For such a list that nobody had touched. */
export const whyPutAway = "It belonged to another answer, and nothing in it was begun.";

export function whyReopened(outcome: Outcome): string {
  return outcome === "waiting" ? "You are waiting again." : "With this answer it has a point again.";
}

export function whyRedated(due: string | null): string {
  return due === null ? "It waits for an answer." : "It counts from the day of the answer.";
}
