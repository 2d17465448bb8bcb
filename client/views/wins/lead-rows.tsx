import { deviceZone, weekdayOf, type Day, type DaysOff } from "../../model/days.ts";
import { isReady, monthName, readyOn } from "../../model/digest.ts";
import { counted, countWord, dateWords } from "../../model/words.ts";
import { useDaysOff } from "../../store/days-off.ts";
import { RowLink } from "../components/row.tsx";
import type { WinsView } from "./load.ts";
import { today } from "./today.ts";

/** What the wins become: Friday’s line, the month in five, one page for the review talk. */
export function LeadRows({ wins }: { readonly wins: WinsView }) {
  const day = today();
  const off = useDaysOff();
  const { month, lines, sentAt } = wins.digest;
  return (
    <div class="wins__lead">
      {weekdayOf(day) >= 5 && (
        <div class="band">
          <RowLink href="/wins#week" icon="feather" title="The week in one line" meta={weekWords(wins.thisWeek)} />
        </div>
      )}
      <div class="band">
        <RowLink
          href="/compose?purpose=digest"
          icon="notebook-pen"
          title={`${monthName(month)} in five lines`}
          meta={sentAt === null ? readyWords(lines, month, day, off) : `Sent on ${dateWords(sentAt, deviceZone(), day)}.`}
        />
      </div>
      <div class="band">
        <RowLink href="/wins/print" icon="printer" title="One page for the review talk" meta={pageWords(wins.onPage)} />
      </div>
    </div>
  );
}

function weekWords(count: number): string {
  return count === 0 ? "Done, what it changed, who saw it." : `${countWord(count)} kept since Monday. One more?`;
}

function readyWords(lines: number, month: string, day: Day, off: DaysOff): string {
  if (!isReady(month, day, off)) return `Ready to look at on ${dateWords(readyOn(month, off), "UTC", day)}.`;
  return lines === 0 ? "Nothing of it is written down yet." : `Ready to look at, with ${counted(lines, "line")}.`;
}

function pageWords(count: number): string {
  if (count === 0) return "What you keep this year comes here by itself.";
  return `${countWord(count)} ${count === 1 ? "win" : "wins"} this year, each with its proof.`;
}
