// On a wide screen the thing one has chosen lies open beside Today: why it helps, the tool that does it, and the list
// it belongs to.

import { useState } from "preact/hooks";
import { deviceZone } from "../../model/days.ts";
import { dueWords } from "../../model/due.ts";
import type { TodayItem } from "../../model/today.ts";
import { capital } from "../../model/words.ts";
import { useQuery } from "../../store/query.ts";
import { LineBody } from "../checklist/line-body.tsx";
import { LineSheets, type LineSheet } from "../checklist/line-sheets.tsx";
import { loadChecklist, type ChecklistView } from "../checklist/load.ts";
import { progressOf } from "../checklist/progress.ts";
import { RowLink } from "../components/row.tsx";
import { Steps } from "../components/steps.tsx";
import { Top } from "../components/top.tsx";

const shown = ["checklists", "items", "interviews", "wins", "plans", "people"] as const;

export function FirstThing({ thing: { item, checklist } }: { readonly thing: TodayItem }) {
  const view = useQuery(["checklist", checklist.id], shown, (store) => loadChecklist(store, checklist.id));
  const [sheet, setSheet] = useState<LineSheet | null>(null);
  return (
    <>
      <Top plain title={view?.subject?.words ?? checklist.title} />
      <div class="body first-thing">
        <div class="stack--s">
          <h2 class="title">{item.text}</h2>
          <p class="muted">{capital(dueWords(item, Date.now(), deviceZone()))}.</p>
        </div>
        <LineBody item={item} checklist={checklist} onSettled={() => undefined} onAsk={setSheet} />
        {view && <ItsList view={view} />}
      </div>
      <LineSheets item={item} open={sheet} show={setSheet} />
    </>
  );
}

function ItsList({ view: { checklist, items } }: { readonly view: ChecklistView }) {
  const progress = progressOf(items);
  return (
    <section>
      <h2 class="section__title">The list it belongs to</h2>
      <ul class="rows">
        <li>
          <RowLink
            href={`/checklists/${checklist.id}`}
            title={checklist.title}
            meta={progress.words}
            tags={<Steps steps={progress.states} />}
          />
        </li>
      </ul>
    </section>
  );
}
