import { dayOf, deviceZone } from "../../model/days.ts";
import { dateWords, isWaiting } from "../../model/words.ts";
import type { IconName } from "../components/icon.tsx";
import { RowLink } from "../components/row.tsx";
import { FeedbackRow } from "../feedback/feedback-row.tsx";
import { MessagesRow } from "../messages/messages-row.tsx";
import type { InterviewView } from "./load.ts";
import { useInterviewSheet, type InterviewSheet } from "./sheet-names.ts";

interface MoreRow {
  readonly opens: InterviewSheet;
  readonly icon: IconName;
  readonly title: string;
  readonly state: string;
}

/** What else is kept about it; each row opens its sheet and says what is in there. */
export function MoreRows({ view }: { readonly view: InterviewView }) {
  const sheet = useInterviewSheet();
  return (
    <section>
      <h2>More</h2>
      <ul class="rows">
        {rowsOf(view).map(({ opens, icon, title, state }) => (
          <li key={opens}>
            <RowLink
              size="low"
              calm
              icon={icon}
              title={title}
              end={<span class="count more-count">{state}</span>}
              onClick={() => sheet.show(opens)}
            />
          </li>
        ))}
        <li>
          <FeedbackRow id={view.interview.id} />
        </li>
        <li>
          <MessagesRow interview={view.interview.id} />
        </li>
      </ul>
    </section>
  );
}

function rowsOf({ interview, rounds }: InterviewView): readonly MoreRow[] {
  const zone = deviceZone();
  const { confidence, promised_at: promised, notes } = interview;
  const promise = promised === null ? "no date" : dateWords(promised, zone, dayOf(Date.now(), zone));
  return [
    {
      opens: "confidence",
      icon: "circle-dashed",
      title: "How it went",
      state: confidence === null ? (isWaiting(interview) ? "not said yet" : "not said") : `${confidence} of 5`,
    },
    { opens: "promise", icon: "hourglass", title: "Promised answer", state: promise },
    {
      opens: "rounds",
      icon: "messages-square",
      title: "Rounds",
      state: rounds.length === 0 ? "none yet" : String(rounds.length),
    },
    { opens: "notes", icon: "notebook-pen", title: "Notes", state: glimpse(notes) },
  ];
}

/** The first words of a note, so that one knows it again. */
function glimpse(notes: string | null): string {
  const first = notes?.trim().split("\n")[0] ?? "";
  if (first === "") return "nothing yet";
  return first.length > 28 ? `${first.slice(0, 27).trimEnd()}…` : first;
}
