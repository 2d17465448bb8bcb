// Lines that come again: every Friday, at the end of the month, at the end of the quarter.

import { isOpen } from "./due.ts";
import { successorId } from "./id.ts";
import { isRepeating } from "./rules.ts";
import type { Items } from "./schema.ts";

type Line = Pick<Items, "done_at" | "skipped_at" | "due_rule"> & { readonly id: string };

/**
 * The lines a list shows. A line that repeats leaves a settled one behind each time; only the last of those stays in
 * sight, or a year of Fridays would bury the list.
 */
export function shownLines<L extends Line>(lines: readonly L[]): L[] {
  const lineById = new Map(lines.map((line) => [line.id, line]));
  return lines.filter((line) => {
    if (isOpen(line) || !isRepeating(line.due_rule)) return true;
    const next = lineById.get(successorId(line.id));
    return !next || isOpen(next);
  });
}
