// Everything Insights tells, computed here, on the device, from the rows it needs.

import { confidenceOf, type Confidence } from "../../model/insights/confidence.ts";
import { feedbackCounts, type FeedbackCounts } from "../../model/insights/feedback.ts";
import { reachOf, type Reach } from "../../model/insights/reach.ts";
import { processesOf, progressOf, type Process, type Progress } from "../../model/insights/rounds.ts";
import { waitsOf, type Waits } from "../../model/insights/waits.ts";
import { winCounts, type WinCounts } from "../../model/insights/wins.ts";
import type { TimeZone } from "../../model/days.ts";
import type { Store } from "../../store/store.ts";

export const insightCollections = [
  "interviews",
  "rounds",
  "attendances",
  "feedback",
  "sortings",
  "people",
  "touches",
  "messages",
  "wins",
  "forwards",
] as const;

export interface InsightsView {
  readonly processes: readonly Process[];
  readonly progress: Progress;
  readonly waits: Waits;
  readonly feedback: FeedbackCounts;
  readonly reach: Reach;
  readonly wins: WinCounts;
  readonly confidence: Confidence;
}

export async function loadInsights(store: Store, nowMs: number, zone: TimeZone): Promise<InsightsView> {
  const [interviews, rounds, attendances, feedback, sortings, people, touches, messages, wins, forwards] = await Promise.all([
    store.all("interviews"),
    store.all("rounds"),
    store.all("attendances"),
    store.all("feedback"),
    store.all("sortings"),
    store.all("people"),
    store.all("touches"),
    store.all("messages"),
    store.all("wins"),
    store.all("forwards"),
  ]);
  const here = new Set(interviews.map(({ id }) => id));
  const processes = processesOf(interviews, rounds, nowMs);
  return {
    processes,
    progress: progressOf(processes, nowMs, zone),
    waits: waitsOf(interviews, rounds, nowMs, zone),
    // An answer about an interview in the trash lies there with it.
    feedback: feedbackCounts(feedback.filter(({ interview }) => interview === null || here.has(interview)), sortings),
    reach: reachOf({ people, touches, messages, attendances, interviews, rounds }, nowMs, zone),
    wins: winCounts(wins, forwards, nowMs, zone),
    confidence: confidenceOf(interviews),
  };
}
