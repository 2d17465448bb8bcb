// The letters about a win: the drafts that speak differently after an answer, and the one that is begun from the sheet.

import { keepLetter } from "../../../actions/messages.ts";
import type { Addressee } from "../../../model/messages/draft.ts";
import type { MessagePurpose } from "../../../model/messages/purposes.ts";
import { reworded } from "../../../model/messages/rewording.ts";
import { letterValues } from "../../../model/pass-on.ts";
import type { Wins } from "../../../model/schema.ts";
import { account, store } from "../../../store/current.ts";
import type { Change, Entry } from "../../../store/store.ts";
import { flushTyping } from "../../../store/typing.ts";
import { letterOf } from "../../composer/letter.ts";
import { loadLetter, type LetterView } from "../../composer/load.ts";
import { navigate } from "../../router.ts";

/** What is suggested in them is said anew; the person’s own paragraphs stay. What was given away already stays, too. */
export async function draftsAfter(win: Entry<"wins">, may_leave: Wins["may_leave"]): Promise<readonly Change<"messages">[]> {
  await flushTyping();
  const letters = await store.value.by("messages", "about_id", win.id);
  const drafts = letters.filter((one) => one.sent_at === null && one.channel === null && (one.subject ?? one.body) !== null);
  const changes = await Promise.all(drafts.map((draft) => redrafted(draft, { ...win, may_leave })));
  return changes.flat();
}

async function redrafted(draft: Entry<"messages">, win: Entry<"wins">): Promise<Change<"messages">[]> {
  const view = await viewOf({ id: draft.id, purpose: null, about: null, to: null });
  if (view === null) return [];
  const values = { ...view.facts.values, ...letterValues(win, view.purpose) };
  const [was, willBe] = [letterOf(view).draft, letterOf({ ...view, facts: { ...view.facts, values } }).draft];
  const { subject, body } = draft;
  const set = {
    ...(subject === null ? {} : { subject: reworded(subject, was.subject, willBe.subject) }),
    ...(body === null ? {} : { body: reworded(body, was.body, willBe.body) }),
  };
  return [{ collection: "messages", id: draft.id, set, basis: { body } }];
}

const viewOf = (place: Parameters<typeof loadLetter>[1]): Promise<LetterView | null> =>
  loadLetter(store.value, place, null, account.value?.name ?? null);

/** Opens the composer on the letter, with the readers chosen in the sheet. */
export async function beginLetter(win: string, purpose: MessagePurpose, readers: { readonly to: readonly Addressee[]; readonly cc: readonly Addressee[] }): Promise<void> {
  const view = await viewOf({ id: null, purpose, about: { kind: "win", id: win }, to: null });
  if (view) {
    const { to, cc } = letterOf(view);
    const isSame = idsOf(to) === idsOf(readers.to) && idsOf(cc) === idsOf(readers.cc);
    if (!isSame) await keepLetter(view.id, view.seed, { to: readers.to as never, cc: readers.cc as never });
  }
  navigate(`/compose?purpose=${purpose}&about=win:${win}`);
}

const idsOf = (people: readonly Addressee[]): string => people.map(({ id, email, name }) => id ?? email ?? name).join();
