// The eight built-in playbooks: what a kind, experienced friend would tell you to do, and when.
//
// A line says one thing to do, short, without a full stop. Its reason says why it helps *you*, in one or two plain
// sentences. The slugs are kept in the person's rows: they never change, and no step is ever given another's slug.

import type { Interviews } from "./schema.ts";
import type { Purpose, Tool } from "./tools.ts";

export interface Step {
  readonly slug: string;
  readonly text: string;
  readonly why: string;
  readonly tool: Tool | null;
  /** With the composer only: what the message is for. */
  readonly purpose?: Purpose;
  readonly due_rule: string;
  /** For an interview inside the person's own company, where it is said or done differently. */
  readonly internal?: { readonly text: string; readonly why: string; readonly purpose?: Purpose };
}

export interface Playbook {
  readonly slug: string;
  readonly title: string;
  /** What its dates hang on; where nothing of the kind is known they hang on the day it is started. */
  readonly anchor: "interview" | "outcome" | "win";
  readonly intro: string;
  readonly steps: readonly Step[];
}

const debrief: Playbook = {
  slug: "debrief",
  title: "Debrief while it is fresh",
  anchor: "interview",
  intro: "Ten minutes now keep what is gone by tomorrow.",
  steps: [
    {
      slug: "confidence",
      text: "Say how it went, 1 to 5, before you replay it",
      why: "Your first feeling is the honest one. An evening of replaying bends it.",
      tool: "confidence",
      due_rule: "interview+0h",
    },
    {
      slug: "questions",
      text: "List the questions you remember, no judging",
      why: "Questions fade within a day, and many come back in the next interview.",
      tool: "debrief",
      due_rule: "interview+1h",
    },
    {
      slug: "three-answers",
      text: "For three of them: what landed, what was missing",
      why: "Three answers looked at calmly teach you more than an evening of regret.",
      tool: "debrief",
      due_rule: "interview+3h",
    },
    {
      slug: "names",
      text: "Note names, roles and what each cared about",
      why: "You will write to these people. What they cared about is your first line.",
      tool: "people",
      due_rule: "interview+3h",
    },
    {
      slug: "promise",
      text: "Note what was promised, and by when",
      why: "With the date written down you need not wonder every morning.",
      tool: "promise",
      due_rule: "interview+3h",
    },
    {
      slug: "story",
      text: "Find the evidence for one story you lacked",
      why: "The story you missed today is the one you have ready next time.",
      tool: "win",
      due_rule: "interview+1d",
    },
    {
      slug: "practise",
      text: "Choose one thing to practise, no more",
      why: "One thing gets practised. A list of ten only gets carried around.",
      tool: "plan",
      due_rule: "interview+1d",
    },
  ],
};

const thank: Playbook = {
  slug: "thank",
  title: "Thank and follow up",
  anchor: "interview",
  intro: "A short thank-you, one polite question, and then your head is free.",
  steps: [
    {
      slug: "thank",
      text: "Thank each interviewer, with one detail from your talk",
      why: "They met several people that day. The detail brings you back to mind.",
      tool: "composer",
      purpose: "thank-you",
      due_rule: "interview+20h",
    },
    {
      slug: "correct",
      text: "Correct or complete one weak answer, if it matters",
      why: "Two calm sentences can put an answer right. If it was only nerves, skip this one.",
      tool: "composer",
      purpose: "correction",
      due_rule: "interview+20h",
    },
    {
      slug: "thank-referrer",
      text: "Thank whoever referred or prepared you",
      why: "They gave you their name or their evening. People like to hear what came of it.",
      tool: "composer",
      purpose: "thank-referrer",
      due_rule: "interview+1d",
    },
    {
      slug: "status",
      text: "Ask where things stand",
      why: "A promised date that passes is a fair reason to write. Once is polite.",
      tool: "composer",
      purpose: "status",
      due_rule: "promise+1bd|interview+5bd",
    },
    {
      slug: "check-in",
      text: "Send a last short check-in",
      why: "Two lines say you are still interested and ask for nothing. After that it is their turn.",
      tool: "composer",
      purpose: "check-in",
      due_rule: "promise+6bd|interview+10bd",
    },
    {
      slug: "silence",
      text: "No answer: mark it silent and free your head",
      why: "Three weeks of waiting are enough. If they write after all, you change it with one tap.",
      tool: "outcome",
      due_rule: "promise+11bd|interview+15bd",
    },
  ],
};

const feedback: Playbook = {
  slug: "feedback",
  title: "Ask for feedback",
  anchor: "outcome",
  intro: "One person, two narrow questions, and a kind end to it.",
  steps: [
    {
      slug: "accept",
      text: "Accept the news with thanks, do not argue",
      why: "Two lines of thanks keep the door open. You owe nobody more than that today.",
      tool: "composer",
      purpose: "accept-news",
      due_rule: "outcome+0d",
    },
    {
      slug: "choose-person",
      text: "Choose the one person who saw you most",
      why: "Somebody who watched you closely can say something true. A panel can only be kind.",
      tool: "people",
      due_rule: "outcome+1d",
    },
    {
      slug: "ask",
      text: "Ask two narrow things: one to keep, one to change",
      why: "“Any feedback?” gets kindness. A narrow question gets something you can use.",
      tool: "composer",
      purpose: "feedback-request",
      due_rule: "outcome+2d",
      internal: {
        text: "Propose a 15-minute talk: one to keep, one to change",
        why: "You share a corridor. In a quiet quarter of an hour people say what they would not write.",
        purpose: "internal-talk",
      },
    },
    {
      slug: "sort",
      text: "Sort the answer: facts, opinions, kind words",
      why: "Only a fact can be worked on. The rest is not yours to carry.",
      tool: "feedback",
      due_rule: "reply+0d",
    },
    {
      slug: "choice",
      text: "If it is vague, ask one choice question, once",
      why: "A choice takes them ten seconds to answer. A second question only tires them, and you.",
      tool: "composer",
      purpose: "choice-question",
      due_rule: "reply+1d",
    },
    {
      slug: "close",
      text: "No answer: close it kindly, use your own debrief",
      why: "Silence is about their week, not about you. Your own debrief knows more anyway.",
      tool: "feedback",
      due_rule: "outcome+7bd",
    },
    {
      slug: "task",
      text: "Turn one usable point into a task",
      why: "One point with a date on it is worth more than a page of comments.",
      tool: "plan",
      due_rule: "reply+3d",
    },
  ],
};

const planB: Playbook = {
  slug: "plan-b",
  title: "Activate Plan B",
  anchor: "outcome",
  intro: "Begin while you are still hopeful. Whatever they say, you do not start from nothing.",
  steps: [
    {
      slug: "alternatives",
      text: "Name two alternatives, one inside, one outside",
      why: "A name is enough, and binds you to nothing. Whatever they say weighs less with something beside it.",
      tool: "plan",
      due_rule: "interview+1d",
    },
    {
      slug: "smallest-step",
      text: "Take the smallest step of the best one, ten minutes",
      why: "Ten minutes on something of your own, and the day was not only about their answer.",
      tool: "plan",
      due_rule: "outcome+0d",
    },
    {
      slug: "trusted-person",
      text: "Tell one trusted person and ask for one thing",
      why: "People want to help and rarely know how. One small request tells them.",
      tool: "composer",
      purpose: "plan-b-ask",
      due_rule: "outcome+1d",
    },
    {
      slug: "cv",
      text: "Bring CV and profile up to date from your debrief and wins",
      why: "The best lines are already written, in your own words. In three months you would have to dig.",
      tool: "wins",
      due_rule: "outcome+2d",
    },
    {
      slug: "two-options",
      text: "Start two options, one inside, one outside",
      why: "With two under way, no single answer decides your year.",
      tool: "plan",
      due_rule: "outcome+3d",
    },
    {
      slug: "drop-keep-widen",
      text: "For each option: drop, keep or widen",
      why: "After a week you know which one gives you energy. Dropping the other is progress too.",
      tool: "plan",
      due_rule: "outcome+7d",
    },
    {
      slug: "stop-waiting",
      text: "Set the date when you stop waiting",
      why: "Nobody else will end the waiting for you. A date you chose yourself does.",
      tool: "decision",
      due_rule: "outcome+30d",
    },
  ],
};

const network: Playbook = {
  slug: "network",
  title: "Update network",
  anchor: "outcome",
  intro: "You met people who now know what you can do. Keep them.",
  steps: [
    {
      slug: "add",
      text: "Add everyone you met, with department and level",
      why: "For an hour they listened to what you can do. That outlasts the answer, if you keep in touch.",
      tool: "people",
      due_rule: "outcome+1d",
    },
    {
      slug: "cadence",
      text: "Give each a cadence: 2, 4, 8 or 12 weeks",
      why: "Contact fades quietly. With a cadence you do not write only when you need something.",
      tool: "people",
      due_rule: "outcome+3d",
    },
    {
      slug: "gap",
      text: "Find the gap: who higher up does not know you yet",
      why: "People you never meet decide about you. One of them who knows your work is enough to begin.",
      tool: "map",
      due_rule: "outcome+5d",
    },
    {
      slug: "leader",
      text: "Write to one leader outside your line, bring something useful",
      why: "Somebody beyond your own line can speak for you when your line will not.",
      tool: "composer",
      purpose: "reach-leader",
      due_rule: "outcome+7d",
    },
    {
      slug: "introduction",
      text: "Ask your strongest contact for one introduction",
      why: "One name passed on by somebody trusted opens more than ten letters to strangers.",
      tool: "composer",
      purpose: "introduction",
      due_rule: "outcome+10d",
    },
    {
      slug: "congratulate",
      text: "Congratulate whoever got the job, when you can mean it",
      why: "You may well work with them one day. If you cannot mean it yet, skip it; that is honest.",
      tool: "composer",
      purpose: "congratulation",
      due_rule: "outcome+14d",
    },
    {
      slug: "log",
      text: "Log your talks and let the cadences reset",
      why: "It takes a minute, and then you are reminded only of those you have not spoken with.",
      tool: "touches",
      due_rule: "outcome+28d",
    },
  ],
};

const forwardWins: Playbook = {
  slug: "forward-wins",
  title: "Forward wins",
  anchor: "win",
  intro: "Good work does not travel by itself. Two lines carry it.",
  steps: [
    {
      slug: "write",
      text: "Put the praise or result into two sentences",
      why: "Today the figures are right and the words are still theirs. In a month you would guess.",
      tool: "win",
      due_rule: "win+0d",
    },
    {
      slug: "check",
      text: "Check names, figures and policy; paraphrase if unsure",
      why: "What has left your team cannot be called back. In your own words it says as much.",
      tool: "confidentiality",
      due_rule: "win+0d",
    },
    {
      slug: "thank",
      text: "Thank who praised you, ask if you may pass it on",
      why: "It is their sentence. Asked first, they often add a better one.",
      tool: "composer",
      purpose: "thank-praiser",
      due_rule: "win+1d",
    },
    {
      slug: "boss",
      text: "Tell your boss: result, effect, what is next",
      why: "Your boss can only speak for work they have heard of. Three lines are enough.",
      tool: "composer",
      purpose: "win-to-boss",
      due_rule: "win+2d",
    },
    {
      slug: "bosss-boss",
      text: "Tell your boss’s boss, boss in copy, if it concerns them",
      why: "Then whoever decides about you next has seen your name beside a result. The copy keeps it fair.",
      tool: "composer",
      purpose: "win-to-bosss-boss",
      due_rule: "win+7d",
    },
    {
      slug: "credit",
      text: "Credit two colleagues by name",
      why: "Praise that you share is believed. And the people you name will name you.",
      tool: "composer",
      purpose: "credit",
      due_rule: "win+7d",
    },
    {
      slug: "digest",
      text: "Sum up the month in five lines",
      why: "Nobody keeps track of your work as you can. Five lines a month, and the review talk is half written.",
      tool: "digest",
      due_rule: "monthly",
    },
  ],
};

const evidence: Playbook = {
  slug: "evidence",
  title: "Leave evidence",
  anchor: "outcome",
  intro: "What you did, when, for whom, and where the proof is.",
  steps: [
    {
      slug: "three-results",
      text: "Write down this year’s three most useful results",
      why: "Others have half forgotten them, and on a bad day so have you. Three are enough to stand on.",
      tool: "wins",
      due_rule: "outcome+1d",
    },
    {
      slug: "numbers",
      text: "For each: a number, a date, who benefited",
      why: "Nobody argues with a number and a date. With “very good” they do.",
      tool: "win",
      due_rule: "outcome+3d",
    },
    {
      slug: "proof",
      text: "Note where each proof lives, not its content",
      why: "You find it again when you need it, and nothing confidential leaves its place.",
      tool: "win",
      due_rule: "outcome+5d",
    },
    {
      slug: "friday",
      text: "One line on Friday: done, effect, who saw it",
      why: "A week later it is a blur. One line a week is fifty lines a year.",
      tool: "quick-win",
      due_rule: "weekly:fri",
    },
    {
      slug: "agreement",
      text: "Confirm one spoken agreement in writing",
      why: "A friendly note in the same week turns “somebody said” into “we agreed”.",
      tool: "composer",
      purpose: "agreement",
      due_rule: "outcome+7d",
    },
    {
      slug: "gaps",
      text: "Link each feedback gap to evidence or a task",
      why: "For every gap you either have the proof already or know the next step. Both end the brooding.",
      tool: "feedback",
      due_rule: "outcome+14d",
    },
    {
      slug: "print",
      text: "Print one page of your results",
      why: "With the page in your hand you talk about your work, and not about yourself.",
      tool: "print",
      due_rule: "quarterly",
    },
  ],
};

const decide: Playbook = {
  slug: "decide",
  title: "Decide on what it pays",
  anchor: "outcome",
  intro: "Staying, moving or asking for more: see what each pays you, and take your time.",
  steps: [
    {
      slug: "feel",
      text: "Write what you feel, decide nothing today",
      why: "What you feel is true, and a poor judge of next year. On paper it can rest.",
      tool: "note",
      due_rule: "outcome+1d",
    },
    {
      slug: "staying",
      text: "List what staying pays",
      why: "An employer does not repay loyalty. Decide on what the decision pays you.",
      tool: "decision",
      due_rule: "outcome+3d",
    },
    {
      slug: "moving",
      text: "List what moving would pay",
      why: "Moving has its costs too. Side by side, both get a fair hearing.",
      tool: "decision",
      due_rule: "outcome+4d",
    },
    {
      slug: "commitment",
      text: "Ask your boss for one dated commitment in writing",
      why: "“We value you” has no date. What has a date is either kept or not, and then you know.",
      tool: "composer",
      purpose: "commitment",
      due_rule: "outcome+5d",
    },
    {
      slug: "score",
      text: "Score each option, name the risk you fear most",
      why: "A fear with a name gets smaller, and the scores show where you already lean.",
      tool: "decision",
      due_rule: "outcome+10d",
    },
    {
      slug: "score-again",
      text: "Score again without seeing the first",
      why: "What changed within a week was mood. What stayed is yours.",
      tool: "decision-blind",
      due_rule: "outcome+17d",
    },
    {
      slug: "choose",
      text: "Choose, with a first step and a review date",
      why: "A choice with a review date is safe to make. On that day you may change it.",
      tool: "decision",
      due_rule: "outcome+21d",
    },
    {
      slug: "review",
      text: "Check if the commitment came true",
      why: "If it was kept, that speaks for staying. If not, you have your answer in writing.",
      tool: "decision",
      due_rule: "outcome+90d",
    },
  ],
};

/** In the order they are offered. */
export const builtIns: readonly Playbook[] = [debrief, thank, feedback, planB, network, forwardWins, evidence, decide];

/** What starts by itself when an interview is logged. */
export const startedByInterview: readonly Playbook[] = [debrief, thank];

export function builtIn(slug: string): Playbook | undefined {
  return builtIns.find((playbook) => playbook.slug === slug);
}

/** What a playbook is started for, as far as its lines depend on it. */
export interface Context {
  readonly interview?: Pick<Interviews, "internal"> | undefined;
}

/** The steps of a playbook as they read for this interview. */
export function stepsFor(playbook: Playbook, context: Context): readonly Step[] {
  if (!context.interview?.internal) return playbook.steps;
  return playbook.steps.map((step) => (step.internal ? { ...step, ...step.internal } : step));
}
