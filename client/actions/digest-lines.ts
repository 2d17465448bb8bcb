// The lines that ask for a month's digest: one in the list of every win, and one letter answers them all.

import { dayOf, deviceZone, firstOfNextMonth, type Moment } from "../model/days.ts";
import { digestMonth } from "../model/digest.ts";
import { purposeOf } from "../model/messages/kept.ts";
import { store } from "../store/current.ts";
import type { Entry } from "../store/store.ts";

type Line = Entry<"items">;

const asksForDigest = (line: Line): boolean => purposeOf(line) === "digest";

/** Those still open of the month a letter sent then sums up. A line of the month after waits for that month's. */
export async function digestLines(sentAt: Moment): Promise<readonly Line[]> {
  const zone = deviceZone();
  const end = firstOfNextMonth(`${digestMonth(dayOf(sentAt, zone))}-01`, 1);
  const isOfMonth = ({ due_at }: Line) => due_at === null || dayOf(due_at, zone) < end;
  return (await store.value.openItems()).filter((line) => asksForDigest(line) && isOfMonth(line));
}

/** Those that were settled with a letter. */
export async function digestLinesSettled(at: Moment): Promise<readonly Line[]> {
  return (await store.value.all("items")).filter((line) => asksForDigest(line) && line.done_at === at);
}
