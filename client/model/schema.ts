// Generated from webapp/journal by `python -m webapp.journal.generate`. Do not edit.
// The collections a person keeps, as they are on the wire and in every row.

export const SCHEMA_VERSION = 1;

export type FieldKind = "scalar" | "text";

export type FieldType =
  | "short"
  | "text"
  | "moment"
  | "day"
  | "integer"
  | "flag"
  | "choice"
  | "ref"
  | "structured";

/** What the client asks for at run time. Choices are types above; the bounds of numbers are the server's. */
export interface FieldSpec {
  readonly kind: FieldKind;
  readonly type: FieldType;
  /** Of a text: in code points. */
  readonly max?: number;
}

export type Structured = readonly unknown[] | { readonly [key: string]: unknown };

export interface Interviews {
  company: string | null;
  role: string | null;
  department: string | null;
  internal: boolean | null;
  stage: string | null;
  held_at: string | null;
  promised_at: string | null;
  outcome: "waiting" | "offer" | "no" | "silence" | "withdrawn" | null;
  outcome_at: string | null;
  confidence: number | null;
  link: string | null;
  notes: string | null;
  trashed_at: string | null;
}

export interface Rounds {
  interview: string | null;
  held_at: string | null;
  kind: "phone" | "screen" | "panel" | "technical" | "final" | "other" | null;
  minutes: number | null;
  notes: string | null;
  trashed_at: string | null;
}

export interface Attendances {
  interview: string | null;
  round: string | null;
  person: string | null;
  detail: string | null;
  trashed_at: string | null;
}

export interface Checklists {
  title: string | null;
  playbook: string | null;
  subject_kind: "interview" | "win" | "plan" | "person" | null;
  subject_id: string | null;
  anchor_at: string | null;
  position: string | null;
  archived_at: string | null;
  trashed_at: string | null;
}

export interface Items {
  checklist: string | null;
  step: string | null;
  text: string | null;
  why: string | null;
  note: string | null;
  tool: string | null;
  tool_ref: string | null;
  due_rule: string | null;
  due_at: string | null;
  snoozed_until: string | null;
  done_at: string | null;
  skipped_at: string | null;
  position: string | null;
  trashed_at: string | null;
}

export interface Playbooks {
  title: string | null;
  intro: string | null;
  built_in: string | null;
  anchor: "interview" | "outcome" | "win" | "plan" | "start" | null;
  repeat_weeks: number | null;
  position: string | null;
  trashed_at: string | null;
}

export interface PlaybookSteps {
  playbook: string | null;
  text: string | null;
  why: string | null;
  tool: string | null;
  tool_ref: string | null;
  due_rule: string | null;
  position: string | null;
  trashed_at: string | null;
}

export interface People {
  name: string | null;
  role: string | null;
  department: string | null;
  organisation: string | null;
  level: "peer" | "lead" | "manager" | "director" | "executive" | null;
  email: string | null;
  phone: string | null;
  link: string | null;
  relation: "boss" | "bosss_boss" | "trusted" | "referrer" | null;
  cadence_weeks: number | null;
  how_met: string | null;
  notes: string | null;
  merged_into: string | null;
  trashed_at: string | null;
}

export interface Touches {
  person: string | null;
  at: string | null;
  channel: "mail" | "call" | "chat" | "coffee" | "meeting" | "other" | null;
  what: string | null;
  give: string | null;
  trashed_at: string | null;
}

export interface Wins {
  title: string | null;
  happened_on: string | null;
  effect: string | null;
  who_benefited: string | null;
  praised_by: string | null;
  praiser: string | null;
  said_how: "writing" | "talk" | "meeting" | "answer" | null;
  proof_where: string | null;
  quote: string | null;
  skills: Structured | null;
  may_leave: "as_it_is" | "own_words" | "ask_first" | "no" | null;
  answers_feedback: string | null;
  answers_gap: string | null;
  notes: string | null;
  trashed_at: string | null;
}

export interface Forwards {
  win: string | null;
  to: "boss" | "bosss_boss" | "other" | null;
  person: string | null;
  at: string | null;
  channel: "mail" | "call" | "chat" | "coffee" | "meeting" | "other" | null;
  message: string | null;
  trashed_at: string | null;
}

export interface Plans {
  title: string | null;
  kind: "inside" | "outside" | "own" | "learn" | null;
  detail: string | null;
  next_step: string | null;
  next_step_on: string | null;
  contact: string | null;
  payoff: string | null;
  notes: string | null;
  readiness: number | null;
  status: "ready" | "active" | "parked" | "done" | null;
  stop_waiting_on: string | null;
  position: string | null;
  trashed_at: string | null;
}

export interface Decisions {
  question: string | null;
  interview: string | null;
  options: Structured | null;
  criteria: Structured | null;
  scores: Structured | null;
  scored_at: string | null;
  blind_scores: Structured | null;
  blind_scored_at: string | null;
  risk: string | null;
  chosen: string | null;
  first_step: string | null;
  review_at: string | null;
  commitment: string | null;
  commitment_on: string | null;
  came_true: "yes" | "partly" | "no" | null;
  reviewed_at: string | null;
  notes: string | null;
  trashed_at: string | null;
}

export interface Feedback {
  interview: string | null;
  person: string | null;
  asked_at: string | null;
  answer: string | null;
  answered_at: string | null;
  parts: Structured | null;
  follow_up_at: string | null;
  closed_at: string | null;
  lesson: string | null;
  trashed_at: string | null;
}

export interface Messages {
  purpose: string | null;
  tone: "warm" | "formal" | null;
  to: Structured | null;
  cc: Structured | null;
  subject: string | null;
  body: string | null;
  hold_until: string | null;
  sent_at: string | null;
  channel: "mail" | "share" | "copy" | "other" | null;
  about_kind: "interview" | "win" | "plan" | "person" | "feedback" | "decision" | null;
  about_id: string | null;
  item: string | null;
  trashed_at: string | null;
}

export interface Sortings {
  feedback: string | null;
  sentence: string | null;
  kind: "fact" | "reading" | "empty" | null;
  trashed_at: string | null;
}

export interface Profiles {
  name: string | null;
  organisation: string | null;
  department: string | null;
  level: "peer" | "lead" | "manager" | "director" | "executive" | null;
  stop_waiting_on: string | null;
  stop_waiting_set_at: string | null;
  days_off: Structured | null;
  trashed_at: string | null;
}

export interface DecisionParts {
  decision: string | null;
  kind: "option" | "criterion" | null;
  part: string | null;
  name: string | null;
  weight: number | null;
  position: string | null;
  removed: boolean | null;
  trashed_at: string | null;
}

export interface DecisionScores {
  decision: string | null;
  round: "first" | "second" | null;
  option: string | null;
  criterion: string | null;
  score: number | null;
  trashed_at: string | null;
}

export interface Namesakes {
  one: string | null;
  other: string | null;
  trashed_at: string | null;
}

export interface FieldsOf {
  interviews: Interviews;
  rounds: Rounds;
  attendances: Attendances;
  checklists: Checklists;
  items: Items;
  playbooks: Playbooks;
  playbook_steps: PlaybookSteps;
  people: People;
  touches: Touches;
  wins: Wins;
  forwards: Forwards;
  plans: Plans;
  decisions: Decisions;
  feedback: Feedback;
  messages: Messages;
  sortings: Sortings;
  profiles: Profiles;
  decision_parts: DecisionParts;
  decision_scores: DecisionScores;
  namesakes: Namesakes;
}

export type CollectionName = keyof FieldsOf;

const short = (max: number): FieldSpec => ({ kind: "scalar", type: "short", max });
const longText = (max: number): FieldSpec => ({ kind: "text", type: "text", max });
const moment: FieldSpec = { kind: "scalar", type: "moment" };
const day: FieldSpec = { kind: "scalar", type: "day" };
const integer: FieldSpec = { kind: "scalar", type: "integer" };
const flag: FieldSpec = { kind: "scalar", type: "flag" };
const choice: FieldSpec = { kind: "scalar", type: "choice" };
const ref: FieldSpec = { kind: "scalar", type: "ref" };
const structured: FieldSpec = { kind: "scalar", type: "structured" };

export const schema: { readonly [C in CollectionName]: { readonly [F in keyof FieldsOf[C]]: FieldSpec } } = {
  interviews: {
    company: short(200),
    role: short(200),
    department: short(200),
    internal: flag,
    stage: short(100),
    held_at: moment,
    promised_at: moment,
    outcome: choice,
    outcome_at: moment,
    confidence: integer,
    link: short(2000),
    notes: longText(200000),
    trashed_at: moment,
  },
  rounds: {
    interview: ref,
    held_at: moment,
    kind: choice,
    minutes: integer,
    notes: longText(200000),
    trashed_at: moment,
  },
  attendances: {
    interview: ref,
    round: ref,
    person: ref,
    detail: longText(200000),
    trashed_at: moment,
  },
  checklists: {
    title: short(200),
    playbook: short(80),
    subject_kind: choice,
    subject_id: ref,
    anchor_at: moment,
    position: short(200),
    archived_at: moment,
    trashed_at: moment,
  },
  items: {
    checklist: ref,
    step: short(80),
    text: short(500),
    why: short(500),
    note: longText(200000),
    tool: short(40),
    tool_ref: short(200),
    due_rule: short(100),
    due_at: moment,
    snoozed_until: moment,
    done_at: moment,
    skipped_at: moment,
    position: short(200),
    trashed_at: moment,
  },
  playbooks: {
    title: short(200),
    intro: short(500),
    built_in: short(80),
    anchor: choice,
    repeat_weeks: integer,
    position: short(200),
    trashed_at: moment,
  },
  playbook_steps: {
    playbook: ref,
    text: short(500),
    why: short(500),
    tool: short(40),
    tool_ref: short(200),
    due_rule: short(100),
    position: short(200),
    trashed_at: moment,
  },
  people: {
    name: short(200),
    role: short(200),
    department: short(200),
    organisation: short(200),
    level: choice,
    email: short(320),
    phone: short(50),
    link: short(2000),
    relation: choice,
    cadence_weeks: integer,
    how_met: short(500),
    notes: longText(200000),
    merged_into: ref,
    trashed_at: moment,
  },
  touches: {
    person: ref,
    at: moment,
    channel: choice,
    what: longText(200000),
    give: short(500),
    trashed_at: moment,
  },
  wins: {
    title: short(300),
    happened_on: day,
    effect: longText(200000),
    who_benefited: short(500),
    praised_by: short(200),
    praiser: ref,
    said_how: choice,
    proof_where: short(1000),
    quote: longText(200000),
    skills: structured,
    may_leave: choice,
    answers_feedback: ref,
    answers_gap: short(500),
    notes: longText(200000),
    trashed_at: moment,
  },
  forwards: {
    win: ref,
    to: choice,
    person: ref,
    at: moment,
    channel: choice,
    message: ref,
    trashed_at: moment,
  },
  plans: {
    title: short(200),
    kind: choice,
    detail: short(200),
    next_step: short(500),
    next_step_on: day,
    contact: ref,
    payoff: longText(200000),
    notes: longText(200000),
    readiness: integer,
    status: choice,
    stop_waiting_on: day,
    position: short(200),
    trashed_at: moment,
  },
  decisions: {
    question: short(500),
    interview: ref,
    options: structured,
    criteria: structured,
    scores: structured,
    scored_at: moment,
    blind_scores: structured,
    blind_scored_at: moment,
    risk: short(500),
    chosen: short(200),
    first_step: short(500),
    review_at: moment,
    commitment: short(500),
    commitment_on: day,
    came_true: choice,
    reviewed_at: moment,
    notes: longText(200000),
    trashed_at: moment,
  },
  feedback: {
    interview: ref,
    person: ref,
    asked_at: moment,
    answer: longText(200000),
    answered_at: moment,
    parts: structured,
    follow_up_at: moment,
    closed_at: moment,
    lesson: longText(200000),
    trashed_at: moment,
  },
  messages: {
    purpose: short(40),
    tone: choice,
    to: structured,
    cc: structured,
    subject: short(500),
    body: longText(200000),
    hold_until: moment,
    sent_at: moment,
    channel: choice,
    about_kind: choice,
    about_id: ref,
    item: ref,
    trashed_at: moment,
  },
  sortings: {
    feedback: ref,
    sentence: short(300),
    kind: choice,
    trashed_at: moment,
  },
  profiles: {
    name: short(200),
    organisation: short(200),
    department: short(200),
    level: choice,
    stop_waiting_on: day,
    stop_waiting_set_at: moment,
    days_off: structured,
    trashed_at: moment,
  },
  decision_parts: {
    decision: ref,
    kind: choice,
    part: short(80),
    name: short(80),
    weight: integer,
    position: short(200),
    removed: flag,
    trashed_at: moment,
  },
  decision_scores: {
    decision: ref,
    round: choice,
    option: short(80),
    criterion: short(80),
    score: integer,
    trashed_at: moment,
  },
  namesakes: {
    one: ref,
    other: ref,
    trashed_at: moment,
  },
};

export const collectionNames = Object.keys(schema) as readonly CollectionName[];
