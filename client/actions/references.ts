// Everything that names a person, read from the store: by index where there is one.

import { addresseesIn } from "../model/messages/kept.ts";
import type { References } from "../model/people/merge.ts";
import type { Entry, Store } from "../store/store.ts";

export async function referencesTo(from: Store, person: string): Promise<References> {
  const [attendances, touches, wins, forwards, feedback, plans, messages, checklists, ...namesakes] = await Promise.all([
    from.by("attendances", "person", person),
    from.by("touches", "person", person),
    from.by("wins", "praiser", person),
    from.by("forwards", "person", person),
    from.by("feedback", "person", person),
    from.all("plans"),
    from.all("messages"),
    from.by("checklists", "subject_id", person),
    from.by("namesakes", "one", person),
    from.by("namesakes", "other", person),
  ]);
  return {
    attendances,
    touches,
    wins,
    forwards,
    feedback,
    checklists,
    namesakes: namesakes.flat(),
    plans: plans.filter(({ contact }) => contact === person),
    messages: messages.filter((message) => namesInMessage(message, person)),
  };
}

function namesInMessage({ to, cc, about_kind, about_id }: Entry<"messages">, person: string): boolean {
  if (about_kind === "person" && about_id === person) return true;
  return [to, cc].some((line) => addresseesIn(line).some(({ id }) => id === person));
}
