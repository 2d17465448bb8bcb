// What the feedback page shows, read from the store in one go.
import { sentencesOf } from "../../model/feedback/answer.ts";
import { currentRequest, keptId } from "../../model/feedback/request.ts";
import type { Sentence } from "../../model/feedback/sort.ts";
import { byPosition } from "../../model/order.ts";
import type { Entry, Store } from "../../store/store.ts";

export const shownCollections = [
  "interviews",
  "feedback",
  "sortings",
  "attendances",
  "people",
  "checklists",
  "items",
  "wins",
] as const;

export interface FeedbackView {
  readonly interview: Entry<"interviews">;
  readonly request: Entry<"feedback"> | null;
  /** Whom they ask, or asked. */
  readonly person: Entry<"people"> | null;
  readonly met: readonly Entry<"people">[];
  readonly lists: readonly Entry<"checklists">[];
  /** Sorted, with what was changed by hand. */
  readonly sentences: readonly Sentence[];
  /** By the facts' texts: what was made of them. */
  readonly kept: ReadonlyMap<string, Kept>;
}

export interface Kept {
  readonly win: string | null;
  /** The list the task is on. */
  readonly task: string | null;
}

/** Null: there is no such interview here (yet). */
export async function loadFeedback(store: Store, id: string): Promise<FeedbackView | null> {
  const interview = await store.get("interviews", id);
  if (interview === undefined) return null;
  const [rows, met, lists] = await Promise.all([
    store.by("feedback", "interview", id),
    metAt(store, id),
    store.by("checklists", "subject_id", id),
  ]);
  const request = currentRequest(rows);
  const sentences = sentencesOf(request, request ? await store.by("sortings", "feedback", request.id) : []);
  return {
    interview,
    request,
    person: await personOf(store, request),
    met,
    lists: lists.filter((list) => list.archived_at === null).sort(byPosition),
    sentences,
    kept: request ? await keptOf(store, request.id, sentences) : new Map(),
  };
}

async function metAt(store: Store, interview: string): Promise<Entry<"people">[]> {
  const attendances = (await store.by("attendances", "interview", interview)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const ids = new Set(attendances.flatMap(({ person }) => person ?? []));
  return (await store.getMany("people", [...ids])).filter((person) => person.trashed_at === null);
}

async function personOf(store: Store, request: Entry<"feedback"> | null): Promise<Entry<"people"> | null> {
  return request?.person ? ((await store.get("people", request.person)) ?? null) : null;
}

/** Facts beyond these are a pasted document; nobody makes wins of them one by one. */
export const mostFacts = 20;

async function keptOf(
  store: Store,
  request: string,
  sentences: readonly Sentence[],
): Promise<ReadonlyMap<string, Kept>> {
  const texts = sentences.filter(({ kind }) => kind === "fact").slice(0, mostFacts).map(({ text }) => text);
  const [wins, tasks] = await Promise.all([
    store.getMany("wins", texts.map((text) => keptId(request, "win", text))),
    store.getMany("items", texts.map((text) => keptId(request, "task", text))),
  ]);
  const winIds = new Set(wins.filter((win) => win.trashed_at === null).map((win) => win.id));
  const listByTask = new Map(tasks.filter((item) => item.trashed_at === null).map((item) => [item.id, item.checklist]));
  return new Map(
    texts.map((text) => {
      const win = keptId(request, "win", text);
      return [text, { win: winIds.has(win) ? win : null, task: listByTask.get(keptId(request, "task", text)) ?? null }];
    }),
  );
}
