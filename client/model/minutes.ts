// How long a talk was, typed as people say it: "45", "45 min", "1 h", "1:30". Pure.

/** A day: what the server takes. */
const most = 1440;

/** Null: nothing was typed. "unclear": it is no length of time, or none a talk can have. */
export function readMinutes(typed: string): number | null | "unclear" {
  const text = typed.trim().toLowerCase();
  if (text === "") return null;
  const found = /^(?:(\d{1,2})(?::|\s*h(?:ours?)?\s*))?(\d{1,4})?\s*(?:m|min|mins|minutes?)?\.?$/.exec(text);
  if (!found || (found[1] === undefined && found[2] === undefined)) return "unclear";
  const minutes = 60 * Number(found[1] ?? 0) + Number(found[2] ?? 0);
  return minutes >= 1 && minutes <= most ? minutes : "unclear";
}
