// A next step small enough for ten minutes, suggested for an option of each kind. Starters, not advice: each can be
// changed before it is taken. Pure.

import type { Day } from "./days.ts";
import type { Plans } from "./schema.ts";
import { nearDayWords } from "./words.ts";

/** "ask Jonas what they are missing, on Friday.": the row's words after "Next:". Null where there is no step. */
export function nextSentence({ next_step, next_step_on }: Pick<Plans, "next_step" | "next_step_on">, today: Day): string | null {
  const step = next_step?.trim();
  if (!step) return null;
  if (next_step_on === null) return /[.?!…]$/u.test(step) ? step : `${step}.`;
  return `${step.replace(/[.…]+$/u, "")}, ${nearDayWords(next_step_on, today)}.`;
}

/** `name`: the first name of whoever could be asked, where somebody is known. Two or three, the easiest first. */
export function suggestedSteps(kind: Plans["kind"], name: string | null): readonly string[] {
  switch (kind) {
    case "inside":
      return [
        name ? `ask ${name} what they are missing` : "ask somebody there what they are missing",
        "write down two things you could take off their hands",
        "look up who leads that team",
      ];
    case "outside":
      return [
        name ? `send your two-page CV to ${name}` : "find one advert and mark three lines that fit you",
        "name three companies you would like",
        "write the first line of a short letter",
      ];
    case "own":
      return [
        name ? `ask ${name} what they would pay for` : "write down three people who might pay for it",
        "describe it in two sentences",
        "put a price beside it, any price",
      ];
    case "learn":
      return [
        "pick one course and note when it begins",
        name ? `ask ${name} which one was worth it` : "ask somebody who did it whether it was worth it",
        "block one evening for it",
      ];
    case null:
      return [
        name ? `ask ${name} one question about it` : "think of one person who knows about it",
        "read about it for ten minutes, no more",
      ];
  }
}

/** "Ines" of "Ines Duarte". */
export function firstName(name: string | null | undefined): string | null {
  return name?.trim().split(/\s+/u)[0] || null;
}
