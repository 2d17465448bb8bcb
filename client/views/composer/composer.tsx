// The composer: a letter, filled in from what is known, that leaves by the person's own mail or chat.

import { useMemo, useRef } from "preact/hooks";
import { newId } from "../../model/id.ts";
import { isMessagePurpose, purposeTitles } from "../../model/messages/purposes.ts";
import { account } from "../../store/current.ts";
import { useQuery } from "../../store/query.ts";
import type { Entry } from "../../store/store.ts";
import { Frame } from "../frame/frame.tsx";
import { usePageTitle } from "../frame/page-title.ts";
import { query } from "../router.ts";
import { Missing } from "../trash/missing.tsx";
import { aboutFrom } from "./about.ts";
import { LetterPage } from "./letter-page.tsx";
import { loadLetter, type Place } from "./load.ts";

const factCollections = [
  "interviews",
  "attendances",
  "people",
  "checklists",
  "items",
  "feedback",
  "sortings",
  "wins",
  "forwards",
  "plans",
  "touches",
  "profiles",
] as const;

/** `id`: of a line that asks for a letter, or of a letter. Null: the address says the purpose and what it is about. */
export function Composer({ id }: { readonly id: string | null }) {
  const purpose = query.value.get("purpose");
  const about = query.value.get("about");
  const to = query.value.get("to");
  const place: Place = { id, purpose: isMessagePurpose(purpose) ? purpose : null, about: aboutFrom(about), to };
  // The next visit asks anew which letter it is: this one may have been sent.
  const visit = useMemo(newId, [id, purpose, about, to]);
  const pinned = useRef<{ readonly visit: string; readonly id: string } | null>(null);
  const pinnedId = pinned.current?.visit === visit ? pinned.current.id : null;
  const view = useQuery(["composer", visit], factCollections, (store) =>
    loadLetter(store, place, pinnedId, account.value?.name ?? null),
  );
  if (view) pinned.current = { visit, id: view.id };
  // Apart from the facts: every pause in typing writes the letter, and the facts need not be read again for it.
  const message = useQuery(["composer", visit, view?.id ?? ""], ["messages"], async (store) =>
    view ? ((await store.get("messages", view.id)) ?? null) : null,
  );
  const around = useRef<Entry<"messages"> | null>(null);
  if (message !== undefined && !isSameButWords(around.current, message)) around.current = message;
  // The same page, not a like one: a written word is no reason to look at any of it again.
  const page = useMemo(
    () => view && <LetterPage key={view.id} view={{ ...view, message: around.current }} />,
    [view, around.current],
  );
  usePageTitle(view && purposeTitles[view.purpose]);
  if (view === undefined || (view && message === undefined)) return <Frame tab={null} detail={empty} focused />;
  if (view === null || message?.trashed_at) {
    const entry = message ?? null;
    const children = <Missing what="message" collection="messages" entry={entry} back={view?.subject?.href ?? "/"} />;
    return <Frame tab={null} detail={{ label: "Message", children }} focused />;
  }
  return page;
}

/** While a letter is written its words change at every pause; they are the field's own, and nothing else reads them. */
function isSameButWords(before: Entry<"messages"> | null, now: Entry<"messages"> | null): boolean {
  if (before === null || now === null || now.sent_at) return before === now;
  const around = ({ subject, body, ...rest }: Entry<"messages">) =>
    JSON.stringify([subject === null, body === null, rest]);
  return around(before) === around(now);
}

const empty = { label: "Message", children: null };
