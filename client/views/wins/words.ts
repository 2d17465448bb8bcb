// How a win is shown: the words somebody said, else what was done; then who, how and when, or what it changed. Pure.
import { deviceZone, type Day } from "../../model/days.ts";
import { beyond, praiserWords, quoted } from "../../model/wins-page.ts";
import { dateWords } from "../../model/words.ts";
import type { Entry } from "../../store/store.ts";

type Win = Pick<Entry<"wins">, "title" | "quote" | "praised_by" | "said_how" | "effect" | "happened_on">;

/** “Your forecast told us a day before the phones did.” */
export function winWords({ title, quote }: Pick<Win, "title" | "quote">): string {
  const said = quote?.trim() ?? "";
  return said === "" ? (title ?? "A win") : quoted(said);
}

/** "Ines Duarte, in writing, Thu 12 Nov" for praise, "Finished Fri 6 Nov. Storage uses it." for work. */
export function winMeta(win: Win, today: Day): string {
  const { title, effect, happened_on: day } = win;
  const when = day === null ? "" : dateWords(day, deviceZone(), today);
  const who = praiserWords(win);
  if (who !== null) return [who, when].filter(Boolean).join(", ");
  const change = beyond(title, effect)?.trim().split("\n")[0] ?? "";
  return [when && `Finished ${when}.`, change].filter(Boolean).join(" ");
}
