// The letter's words after a choice, reckoned from what is typed up to this moment, not from what was painted last.

import type { Messages } from "../../model/schema.ts";
import { store } from "../../store/current.ts";
import { flushTyping } from "../../store/typing.ts";
import { wordsAfter, type Choice } from "./letter.ts";
import type { LetterView } from "./load.ts";

export async function newWords(
  view: LetterView,
  choice: Partial<Choice>,
): Promise<Pick<Partial<Messages>, "subject" | "body">> {
  await flushTyping();
  const message = (await store.value.get("messages", view.id)) ?? null;
  return wordsAfter({ ...view, message }, choice);
}
