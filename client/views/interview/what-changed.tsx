// What an answer changed, folded: the count says enough, and whoever wants to know why unfolds it.

import type { WhatChanged as Changed } from "../../actions/outcome.ts";
import { loadWhatChanged } from "../../actions/outcome.ts";
import type { Told } from "../../model/planner.ts";
import type { Entry } from "../../store/store.ts";
import { useQuery } from "../../store/query.ts";
import { Fold } from "../components/fold.tsx";

const read = ["interviews", "checklists", "items", "playbooks", "playbook_steps", "feedback"] as const;

interface Props {
  readonly interview: Entry<"interviews">;
  readonly band?: boolean;
}

export function WhatChanged({ interview: { id, outcome_at }, band }: Props) {
  const changed = useQuery(["what changed", id, outcome_at], read, (store) => loadWhatChanged(store, id));
  if (!changed?.words) return null;
  return (
    <Fold icon="history" summary="What changed" count={changed.words} band={band}>
      <div class="changes">
        {partsOf(changed).map(({ title, told }) => (
          <Part key={title} title={title} told={told} />
        ))}
      </div>
    </Fold>
  );
}

function Part({ title, told }: { readonly title: string; readonly told: readonly Told[] }) {
  return (
    <section>
      <h3 class="legend">{title}</h3>
      <ul class="stack--s">
        {told.map(({ id, text, why }) => (
          <li key={id}>
            <p>{text}</p>
            <p class="muted small">{why}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface PartOf {
  readonly title: string;
  readonly told: readonly Told[];
}

function partsOf(changed: Changed): PartOf[] {
  const parts = [
    { title: "Begun", told: changed.begun },
    { title: "Closed", told: changed.closed },
    { title: "Open again", told: changed.reopened },
    { title: "With a new date", told: changed.redated },
    { title: "Put away", told: changed.putAway },
  ];
  return parts.filter(({ told }) => told.length > 0);
}
