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

export interface FieldSpec {
  readonly kind: FieldKind;
  readonly type: FieldType;
  readonly min?: number;
  readonly max?: number;
  readonly choices?: readonly string[];
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
  cadence_weeks: number | null;
  how_met: string | null;
  notes: string | null;
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
  proof_where: string | null;
  quote: string | null;
  skills: Structured | null;
  notes: string | null;
  trashed_at: string | null;
}

export interface Forwards {
  win: string | null;
  to: "boss" | "bosss_boss" | "other" | null;
  person: string | null;
  at: string | null;
  channel: "mail" | "call" | "chat" | "coffee" | "meeting" | "other" | null;
  trashed_at: string | null;
}

export interface Plans {
  title: string | null;
  kind: "inside" | "outside" | "own" | "learn" | null;
  next_step: string | null;
  contact: string | null;
  payoff: string | null;
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
  chosen: string | null;
  first_step: string | null;
  review_at: string | null;
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
}

export type CollectionName = keyof FieldsOf;

export const schema: { readonly [C in CollectionName]: { readonly [F in keyof FieldsOf[C]]: FieldSpec } } = {
  interviews: {
    company: { kind: "scalar", type: "short", max: 200 },
    role: { kind: "scalar", type: "short", max: 200 },
    department: { kind: "scalar", type: "short", max: 200 },
    internal: { kind: "scalar", type: "flag" },
    stage: { kind: "scalar", type: "short", max: 100 },
    held_at: { kind: "scalar", type: "moment" },
    promised_at: { kind: "scalar", type: "moment" },
    outcome: { kind: "scalar", type: "choice", choices: ["waiting", "offer", "no", "silence", "withdrawn"] },
    outcome_at: { kind: "scalar", type: "moment" },
    confidence: { kind: "scalar", type: "integer", min: 1, max: 5 },
    link: { kind: "scalar", type: "short", max: 2000 },
    notes: { kind: "text", type: "text", max: 200000 },
    trashed_at: { kind: "scalar", type: "moment" },
  },
  rounds: {
    interview: { kind: "scalar", type: "ref" },
    held_at: { kind: "scalar", type: "moment" },
    kind: { kind: "scalar", type: "choice", choices: ["phone", "screen", "panel", "technical", "final", "other"] },
    minutes: { kind: "scalar", type: "integer", min: 0, max: 1440 },
    notes: { kind: "text", type: "text", max: 200000 },
    trashed_at: { kind: "scalar", type: "moment" },
  },
  attendances: {
    interview: { kind: "scalar", type: "ref" },
    round: { kind: "scalar", type: "ref" },
    person: { kind: "scalar", type: "ref" },
    detail: { kind: "text", type: "text", max: 200000 },
    trashed_at: { kind: "scalar", type: "moment" },
  },
  checklists: {
    title: { kind: "scalar", type: "short", max: 200 },
    playbook: { kind: "scalar", type: "short", max: 80 },
    subject_kind: { kind: "scalar", type: "choice", choices: ["interview", "win", "plan", "person"] },
    subject_id: { kind: "scalar", type: "ref" },
    anchor_at: { kind: "scalar", type: "moment" },
    position: { kind: "scalar", type: "short", max: 200 },
    archived_at: { kind: "scalar", type: "moment" },
    trashed_at: { kind: "scalar", type: "moment" },
  },
  items: {
    checklist: { kind: "scalar", type: "ref" },
    step: { kind: "scalar", type: "short", max: 80 },
    text: { kind: "scalar", type: "short", max: 500 },
    why: { kind: "scalar", type: "short", max: 500 },
    note: { kind: "text", type: "text", max: 200000 },
    tool: { kind: "scalar", type: "short", max: 40 },
    tool_ref: { kind: "scalar", type: "short", max: 200 },
    due_rule: { kind: "scalar", type: "short", max: 100 },
    due_at: { kind: "scalar", type: "moment" },
    snoozed_until: { kind: "scalar", type: "moment" },
    done_at: { kind: "scalar", type: "moment" },
    skipped_at: { kind: "scalar", type: "moment" },
    position: { kind: "scalar", type: "short", max: 200 },
    trashed_at: { kind: "scalar", type: "moment" },
  },
  playbooks: {
    title: { kind: "scalar", type: "short", max: 200 },
    intro: { kind: "scalar", type: "short", max: 500 },
    built_in: { kind: "scalar", type: "short", max: 80 },
    anchor: { kind: "scalar", type: "choice", choices: ["interview", "outcome", "win", "plan", "start"] },
    repeat_weeks: { kind: "scalar", type: "integer", min: 1, max: 52 },
    position: { kind: "scalar", type: "short", max: 200 },
    trashed_at: { kind: "scalar", type: "moment" },
  },
  playbook_steps: {
    playbook: { kind: "scalar", type: "ref" },
    text: { kind: "scalar", type: "short", max: 500 },
    why: { kind: "scalar", type: "short", max: 500 },
    tool: { kind: "scalar", type: "short", max: 40 },
    tool_ref: { kind: "scalar", type: "short", max: 200 },
    due_rule: { kind: "scalar", type: "short", max: 100 },
    position: { kind: "scalar", type: "short", max: 200 },
    trashed_at: { kind: "scalar", type: "moment" },
  },
  people: {
    name: { kind: "scalar", type: "short", max: 200 },
    role: { kind: "scalar", type: "short", max: 200 },
    department: { kind: "scalar", type: "short", max: 200 },
    organisation: { kind: "scalar", type: "short", max: 200 },
    level: { kind: "scalar", type: "choice", choices: ["peer", "lead", "manager", "director", "executive"] },
    email: { kind: "scalar", type: "short", max: 320 },
    phone: { kind: "scalar", type: "short", max: 50 },
    link: { kind: "scalar", type: "short", max: 2000 },
    cadence_weeks: { kind: "scalar", type: "integer", min: 1, max: 52 },
    how_met: { kind: "scalar", type: "short", max: 500 },
    notes: { kind: "text", type: "text", max: 200000 },
    trashed_at: { kind: "scalar", type: "moment" },
  },
  touches: {
    person: { kind: "scalar", type: "ref" },
    at: { kind: "scalar", type: "moment" },
    channel: { kind: "scalar", type: "choice", choices: ["mail", "call", "chat", "coffee", "meeting", "other"] },
    what: { kind: "text", type: "text", max: 200000 },
    give: { kind: "scalar", type: "short", max: 500 },
    trashed_at: { kind: "scalar", type: "moment" },
  },
  wins: {
    title: { kind: "scalar", type: "short", max: 300 },
    happened_on: { kind: "scalar", type: "day" },
    effect: { kind: "text", type: "text", max: 200000 },
    who_benefited: { kind: "scalar", type: "short", max: 500 },
    praised_by: { kind: "scalar", type: "short", max: 200 },
    proof_where: { kind: "scalar", type: "short", max: 1000 },
    quote: { kind: "text", type: "text", max: 200000 },
    skills: { kind: "scalar", type: "structured", max: 65536 },
    notes: { kind: "text", type: "text", max: 200000 },
    trashed_at: { kind: "scalar", type: "moment" },
  },
  forwards: {
    win: { kind: "scalar", type: "ref" },
    to: { kind: "scalar", type: "choice", choices: ["boss", "bosss_boss", "other"] },
    person: { kind: "scalar", type: "ref" },
    at: { kind: "scalar", type: "moment" },
    channel: { kind: "scalar", type: "choice", choices: ["mail", "call", "chat", "coffee", "meeting", "other"] },
    trashed_at: { kind: "scalar", type: "moment" },
  },
  plans: {
    title: { kind: "scalar", type: "short", max: 200 },
    kind: { kind: "scalar", type: "choice", choices: ["inside", "outside", "own", "learn"] },
    next_step: { kind: "scalar", type: "short", max: 500 },
    contact: { kind: "scalar", type: "ref" },
    payoff: { kind: "text", type: "text", max: 200000 },
    readiness: { kind: "scalar", type: "integer", min: 0, max: 3 },
    status: { kind: "scalar", type: "choice", choices: ["ready", "active", "parked", "done"] },
    stop_waiting_on: { kind: "scalar", type: "day" },
    position: { kind: "scalar", type: "short", max: 200 },
    trashed_at: { kind: "scalar", type: "moment" },
  },
  decisions: {
    question: { kind: "scalar", type: "short", max: 500 },
    interview: { kind: "scalar", type: "ref" },
    options: { kind: "scalar", type: "structured", max: 65536 },
    criteria: { kind: "scalar", type: "structured", max: 65536 },
    scores: { kind: "scalar", type: "structured", max: 65536 },
    scored_at: { kind: "scalar", type: "moment" },
    blind_scores: { kind: "scalar", type: "structured", max: 65536 },
    blind_scored_at: { kind: "scalar", type: "moment" },
    chosen: { kind: "scalar", type: "short", max: 200 },
    first_step: { kind: "scalar", type: "short", max: 500 },
    review_at: { kind: "scalar", type: "moment" },
    notes: { kind: "text", type: "text", max: 200000 },
    trashed_at: { kind: "scalar", type: "moment" },
  },
  feedback: {
    interview: { kind: "scalar", type: "ref" },
    person: { kind: "scalar", type: "ref" },
    asked_at: { kind: "scalar", type: "moment" },
    answer: { kind: "text", type: "text", max: 200000 },
    answered_at: { kind: "scalar", type: "moment" },
    parts: { kind: "scalar", type: "structured", max: 65536 },
    follow_up_at: { kind: "scalar", type: "moment" },
    closed_at: { kind: "scalar", type: "moment" },
    lesson: { kind: "text", type: "text", max: 200000 },
    trashed_at: { kind: "scalar", type: "moment" },
  },
  messages: {
    purpose: { kind: "scalar", type: "short", max: 40 },
    tone: { kind: "scalar", type: "choice", choices: ["warm", "formal"] },
    to: { kind: "scalar", type: "structured", max: 65536 },
    cc: { kind: "scalar", type: "structured", max: 65536 },
    subject: { kind: "scalar", type: "short", max: 500 },
    body: { kind: "text", type: "text", max: 200000 },
    hold_until: { kind: "scalar", type: "moment" },
    sent_at: { kind: "scalar", type: "moment" },
    channel: { kind: "scalar", type: "choice", choices: ["mail", "share", "copy", "other"] },
    about_kind: { kind: "scalar", type: "choice", choices: ["interview", "win", "plan", "person", "feedback", "decision"] },
    about_id: { kind: "scalar", type: "ref" },
    item: { kind: "scalar", type: "ref" },
    trashed_at: { kind: "scalar", type: "moment" },
  },
};

export const collectionNames = Object.keys(schema) as readonly CollectionName[];
