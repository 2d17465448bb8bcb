// What an option is, in a few words.
import type { Plans } from "../../model/schema.ts";
import { planKindWords } from "../../model/words.ts";

/** "Inside, sideways" */
export function kindLine({ kind, detail }: Pick<Plans, "kind" | "detail">): string {
  return [kind && planKindWords[kind], detail].filter(Boolean).join(", ");
}
