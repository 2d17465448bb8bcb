// A short value as a person reads it.

import { deviceZone, isDay } from "../../model/days.ts";
import { capital, counted, dateWords, timeWords } from "../../model/words.ts";

/** Values whose words on a screen are not the ones they are kept in. */
const spoken: Readonly<Record<string, string>> = {
  bosss_boss: "Your boss’s boss",
  boss: "Your boss",
  own: "Your own",
};

export function valueWords(field: string, value: unknown): string {
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (field === "cadence_weeks" && typeof value === "number") return counted(value, "week");
  if (typeof value !== "string") return String(value);
  const isMoment = field.endsWith("_at") || field === "at";
  if (isMoment) return `${dateWords(value, deviceZone())}, ${timeWords(value, deviceZone())}`;
  if (isDay(value)) return dateWords(value, deviceZone());
  return isChoice(field) ? (spoken[value] ?? capital(value)) : value;
}

const isChoice = (field: string): boolean => ["kind", "level", "relation", "channel"].includes(field);
