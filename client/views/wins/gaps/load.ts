// What was missed, in every answer there is, and the wins that answer it.
import { sentencesOf } from "../../../model/feedback/answer.ts";
import { groupBy } from "../../../model/group-by.ts";
import { gapsOf, type Gap } from "../../../model/wins-gaps.ts";
import type { Entry, Store } from "../../../store/store.ts";
import { interviewWords } from "../../checklist/subject.ts";

export interface AnswerGaps {
  readonly request: Entry<"feedback">;
  /** "Planning manager, Ostara Rail" */
  readonly where: string;
  readonly gaps: readonly Gap[];
}

/** The latest answer first; answers without a gap are left out. */
export async function loadGaps(store: Store): Promise<readonly AnswerGaps[]> {
  const requests = (await store.all("feedback")).filter(({ answered_at }) => answered_at !== null);
  const interviews = new Map(
    (await store.getMany("interviews", requests.flatMap(({ interview }) => interview ?? []))).map((one) => [one.id, one]),
  );
  const sortings = groupBy(await store.all("sortings"), (row) => row.feedback);
  return requests
    .sort((a, b) => (a.answered_at! < b.answered_at! ? 1 : -1))
    .flatMap((request) => {
      const interview = interviews.get(request.interview ?? "");
      const gaps = gapsOf(request, sentencesOf(request, sortings.get(request.id) ?? []));
      return interview && !interview.trashed_at && gaps.length > 0 ? [{ request, where: interviewWords(interview), gaps }] : [];
    });
}

/** The wins that answer something in it. */
export async function loadAnswering(store: Store, feedback: string): Promise<readonly Entry<"wins">[]> {
  return store.by("wins", "answers_feedback", feedback);
}
