import { LongText } from "../editing/long-text.tsx";
import type { Meeting } from "./load.ts";

/** What they cared about at each interview they were at: the first line of the next letter to them. */
export function Meetings({ meetings }: { readonly meetings: readonly Meeting[] }) {
  if (meetings.length === 0) return null;
  return (
    <section class="stack">
      <h2>What they cared about</h2>
      {meetings.map(({ attendance, interview }) => (
        <LongText
          key={attendance.id}
          collection="attendances"
          id={attendance.id}
          field="detail"
          label={[interview.role ?? "An interview", interview.company].filter(Boolean).join(", ")}
          rows={2}
        />
      ))}
    </section>
  );
}
