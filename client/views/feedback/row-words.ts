// What the interview's "Feedback" row says: how far the one request has come.
import { dayOf, type TimeZone } from "../../model/days.ts";
import { sentencesOf } from "../../model/feedback/answer.ts";
import { currentRequest, stageOf } from "../../model/feedback/request.ts";
import { dateWords, numberWord } from "../../model/words.ts";
import { daysOffOf } from "../../store/days-off.ts";
import type { Entry, Store } from "../../store/store.ts";

/** "not asked yet", "asked on Mon 23 Nov", "one fact". */
export async function feedbackWords(store: Store, interview: string, now: number, zone: TimeZone): Promise<string> {
  const request = currentRequest(await store.by("feedback", "interview", interview));
  switch (stageOf(request, now, zone, await daysOffOf(store))) {
    case "asking":
      return "not asked yet";
    case "let-go":
      return "closed";
    case "waiting":
    case "late":
      return `asked on ${dateWords(request!.asked_at!, zone, dayOf(now, zone))}`;
    case "answered":
      return factWords(request!, await store.by("sortings", "feedback", request!.id));
  }
}

function factWords(request: Entry<"feedback">, sortings: readonly Entry<"sortings">[]): string {
  const facts = sentencesOf(request, sortings).filter(({ kind }) => kind === "fact").length;
  return `${numberWord(facts)} ${facts === 1 ? "fact" : "facts"}`;
}
