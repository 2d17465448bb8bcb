import { deviceZone } from "../../model/days.ts";
import { loadTimeline } from "../../model/timeline.ts";
import { useQuery } from "../../store/query.ts";

const told = ["interviews", "rounds", "attendances", "people", "checklists", "items", "feedback", "messages"] as const;

export function TimelineSection({ id }: { readonly id: string }) {
  const events = useQuery(["timeline", id], told, (store) => loadTimeline(store, id, Date.now(), deviceZone()));
  if (events === undefined || events.length === 0) return null;
  return (
    <section>
      <h2>What happened when</h2>
      <ul class="time">
        {events.map(({ at, when, words }) => (
          <li key={`${at} ${words}`}>
            <time dateTime={at}>{when}</time>
            <span>{words}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
