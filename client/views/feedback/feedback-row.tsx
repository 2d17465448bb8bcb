import { deviceZone } from "../../model/days.ts";
import { useQuery } from "../../store/query.ts";
import { RowLink } from "../components/row.tsx";
import { feedbackWords } from "./row-words.ts";

/** The row of an interview's page that leads to its feedback. */
export function FeedbackRow({ id }: { readonly id: string }) {
  const words = useQuery(["feedback-row", id], ["feedback", "sortings", "profiles"], (store) =>
    feedbackWords(store, id, Date.now(), deviceZone()),
  );
  return (
    <RowLink
      size="low"
      calm
      icon="message-circle-more"
      title="Feedback"
      end={<span class="count more-count">{words}</span>}
      href={`/interviews/${id}/feedback`}
    />
  );
}
