import { RowLink } from "../components/row.tsx";
import { LongText } from "../editing/long-text.tsx";
import { deviceZone } from "../../model/days.ts";
import { dateWords } from "../../model/words.ts";
import type { Meeting } from "./load.ts";

/** The interviews they were at, each with what they cared about there. */
export function Meetings({ meetings }: { readonly meetings: readonly Meeting[] }) {
  if (meetings.length === 0) return null;
  return (
    <section>
      <h2>Where you met</h2>
      <ul class="rows">
        {meetings.map(({ attendance, interview }) => (
          <li key={attendance.id} class="meeting">
            <RowLink
              href={`/interviews/${interview.id}`}
              icon="messages-square"
              title={interview.role ?? "An interview"}
              meta={[interview.company, interview.held_at && dateWords(interview.held_at, deviceZone())]
                .filter(Boolean)
                .join(", ")}
            />
            <LongText
              collection="attendances"
              id={attendance.id}
              field="detail"
              label="What they cared about there"
              rows={2}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
