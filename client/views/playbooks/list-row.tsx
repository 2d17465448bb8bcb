import { RowLink } from "../components/row.tsx";
import { Steps } from "../components/steps.tsx";
import type { RunningList } from "./running.ts";

/** A list with its steps, and the count that says the same in words. */
export function ListRow({ list: { checklist, progress } }: { readonly list: RunningList }) {
  return (
    <RowLink
      href={`/checklists/${checklist.id}`}
      title={
        <span class="list-title">
          <span>{checklist.title ?? "A list"}</span>
          <span class="count nowrap">{progress.count}</span>
        </span>
      }
      tags={<Steps steps={progress.states} />}
    />
  );
}
