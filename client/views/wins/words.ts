// How a win is shown: the words somebody said, else what was done; then who, what it changed, and when. Pure.
import { deviceZone } from "../../model/days.ts";
import { dateWords } from "../../model/words.ts";
import type { Entry } from "../../store/store.ts";

type Win = Pick<Entry<"wins">, "title" | "quote" | "praised_by" | "effect" | "happened_on">;

/** “Your forecast told us a day before the phones did.” */
export function winWords({ title, quote }: Win): string {
  const said = quote?.trim() ?? "";
  if (said === "") return title ?? "A win";
  return /^[“"„«]/u.test(said) ? said : `“${said}”`;
}

/** "Ines Duarte, Thu 12 Nov" for praise, "Fri 6 Nov. Storage uses it." for work. */
export function winMeta({ praised_by: who, effect, happened_on: day }: Win): string {
  const when = day === null ? "" : dateWords(day, deviceZone());
  if (who !== null) return [who, when].filter(Boolean).join(", ");
  const change = effect?.trim().split("\n")[0] ?? "";
  return [when && (change ? `${when}.` : when), change].filter(Boolean).join(" ");
}
