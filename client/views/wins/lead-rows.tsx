import { addDays, deviceZone, weekdayOf, type Day } from "../../model/days.ts";
import { digestPicks, isReady, monthName, readyOn } from "../../model/digest.ts";
import { pageEntries, thisYear } from "../../model/wins-page.ts";
import { counted, countWord, dateWords } from "../../model/words.ts";
import { RowLink } from "../components/row.tsx";
import type { WinsView } from "./load.ts";
import { today } from "./today.ts";

/** What the wins become: Friday’s line, the month in five, one page for the review talk. */
export function LeadRows({ wins }: { readonly wins: WinsView }) {
  const day = today();
  const all = wins.rows.map(({ win }) => win);
  const { month, sentAt } = wins.digest;
  const onPage = pageEntries(all, thisYear(day)).length;
  return (
    <div class="wins__lead">
      {weekdayOf(day) >= 5 && (
        <div class="band">
          <RowLink href="/wins#week" icon="feather" title="The week in one line" meta={weekWords(all, day)} />
        </div>
      )}
      <div class="band">
        <RowLink
          href="/compose?purpose=digest"
          icon="notebook-pen"
          title={`${monthName(month)} in five lines`}
          meta={sentAt === null ? readyWords(digestPicks(all, month).length, month, day) : `Sent on ${dateWords(sentAt, deviceZone(), day)}.`}
        />
      </div>
      <div class="band">
        <RowLink href="/wins/print" icon="printer" title="One page for the review talk" meta={pageWords(onPage)} />
      </div>
    </div>
  );
}

function weekWords(wins: readonly { readonly happened_on: Day | null }[], day: Day): string {
  const monday = addDays(day, 1 - weekdayOf(day));
  const count = wins.filter(({ happened_on }) => happened_on !== null && happened_on >= monday && happened_on <= day).length;
  return count === 0 ? "Done, what it changed, who saw it." : `${countWord(count)} kept since Monday. One more?`;
}

function readyWords(lines: number, month: string, day: Day): string {
  if (!isReady(month, day)) return `Ready to look at on ${dateWords(readyOn(month), "UTC", day)}.`;
  return lines === 0 ? "Nothing of it is written down yet." : `Ready to look at, with ${counted(lines, "line")}.`;
}

function pageWords(count: number): string {
  if (count === 0) return "What you keep this year comes here by itself.";
  return `${countWord(count)} ${count === 1 ? "win" : "wins"} this year, each with its proof.`;
}
