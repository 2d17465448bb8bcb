// The lists that run for a subject, or on their own: so that nobody starts the debrief twice by mistake.
import type { SubjectRef } from "../../actions/redating.ts";
import { byPosition } from "../../model/order.ts";
import { shownLines, shownLists } from "../../model/repeats.ts";
import type { Entry, Store } from "../../store/store.ts";
import { progressOf, type Progress } from "../checklist/progress.ts";
import type { Step } from "../components/steps.tsx";

export interface RunningList {
  readonly checklist: Entry<"checklists">;
  readonly progress: Progress;
}

export async function loadRunning(store: Store, about: SubjectRef | null): Promise<readonly RunningList[]> {
  const begun = about === null ? await listsOnTheirOwn(store) : await store.by("checklists", "subject_id", about.id);
  const running = begun.filter((list) => list.archived_at === null).sort(byPosition);
  const lists = await Promise.all(
    running.map(async (checklist) => {
      const items = await store.by("items", "checklist", checklist.id);
      const progress = progressOf(shownLines(items.toSorted(byPosition)));
      return { checklist, progress, isFinished: progress.states.every(isSettled) };
    }),
  );
  return shownLists(lists);
}

const isSettled = (step: Step): boolean => step === "done" || step === "skip";

const listsOnTheirOwn = async (store: Store): Promise<Entry<"checklists">[]> =>
  (await store.all("checklists")).filter((list) => list.subject_id === null);
