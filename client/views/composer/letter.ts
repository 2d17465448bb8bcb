// The letter as it stands: what was chosen and typed, else what is suggested. Pure.

import { compose } from "../../model/messages/compose.ts";
import { keptText, type Addressee, type Draft, type Tone } from "../../model/messages/draft.ts";
import { addresseesIn } from "../../model/messages/kept.ts";
import { reworded } from "../../model/messages/rewording.ts";
import type { Messages } from "../../model/schema.ts";
import type { LetterView } from "./load.ts";

export interface Choice {
  readonly tone: Tone;
  readonly to: readonly Addressee[];
  readonly cc: readonly Addressee[];
}

export interface Letter extends Choice {
  /** What is said from the facts, for these people and in this tone. */
  readonly draft: Draft;
  readonly suggested: { readonly subject: string; readonly body: string };
}

/** With what the person is about to choose, over what they chose. */
export function letterOf(view: LetterView, choice: Partial<Choice> = {}): Letter {
  const { message, people } = view;
  const tone = choice.tone ?? message?.tone ?? "warm";
  const kept = (field: "to" | "cc") => (message?.[field] ? withAddresses(addresseesIn(message[field]), people) : undefined);
  const first = compose(view.purpose, tone, given(view, choice.to ?? kept("to"), choice.cc ?? kept("cc")));
  // The detail is the one from the talk with whom the letter goes to, which only composing tells.
  const detail = view.detailByPerson.get(first.to[0]?.id ?? "") ?? null;
  const facts = { ...view.facts, values: { ...view.facts.values, detail } };
  const draft = compose(view.purpose, tone, given({ ...view, facts }, first.to, first.cc));
  const suggested = { subject: keptText(draft.subject), body: keptText(draft.body) };
  return { tone, to: draft.to, cc: draft.cc, draft, suggested };
}

/** The words after another choice: null stays null, for what nobody has touched is said anew by itself. */
export function wordsAfter(view: LetterView, choice: Partial<Choice>): Pick<Partial<Messages>, "subject" | "body"> {
  const [was, willBe] = [letterOf(view).draft, letterOf(view, choice).draft];
  const { subject, body } = view.message ?? { subject: null, body: null };
  return {
    ...(subject === null ? {} : { subject: reworded(subject, was.subject, willBe.subject) }),
    ...(body === null ? {} : { body: reworded(body, was.body, willBe.body) }),
  };
}

function given(view: Pick<LetterView, "facts">, to: readonly Addressee[] | undefined, cc: readonly Addressee[] | undefined) {
  return { ...view.facts, ...(to ? { to } : {}), ...(cc ? { cc } : {}) };
}

/** An address or a name that People learned since. */
function withAddresses(chosen: readonly Addressee[], people: LetterView["people"]): Addressee[] {
  return chosen.map((one) => {
    const person = one.id === undefined ? undefined : people.find(({ id }) => id === one.id);
    return { ...one, name: one.name ?? person?.name ?? null, email: one.email ?? person?.email ?? null };
  });
}
