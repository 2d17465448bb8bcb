import { useState } from "preact/hooks";
import { addItem } from "../../actions/checklists.ts";
import { dayOf, deviceZone } from "../../model/days.ts";
import { schema } from "../../model/schema.ts";
import { dateWords } from "../../model/words.ts";
import { Steps } from "../components/steps.tsx";
import { TapButton, Top } from "../components/top.tsx";
import { AddLines } from "../editing/add-lines.tsx";
import { Lines } from "./lines.tsx";
import { ListSheets, type ListSheet } from "./list-sheets.tsx";
import type { ChecklistView } from "./load.ts";
import { progressOf } from "./progress.ts";
import { PutAway } from "./put-away.tsx";

export function ChecklistPane({ view }: { readonly view: ChecklistView }) {
  const { checklist, items, subject } = view;
  const [sheet, setSheet] = useState<ListSheet | null>(null);
  const progress = progressOf(items);
  return (
    <>
      <Top
        plain
        back={subject?.href ?? "/playbooks"}
        title={<span class="muted top__where">{subject?.words ?? "On its own"}</span>}
        end={<TapButton icon="ellipsis" label="More" onClick={() => setSheet("more")} />}
      />
      <div class="body checklist">
        <div class="checklist__head">
          <h1>{checklist.title ?? "A list"}</h1>
          {items.length > 0 && <Steps steps={progress.states} />}
          <p class="count">
            {progress.words}
            {comingWords(checklist)}
          </p>
          {checklist.archived_at !== null && <PutAway checklist={checklist} />}
        </div>
        <div>
          <Lines checklist={checklist} items={items} />
          <AddLines max={schema.items.text.max} count={items.length} onAdd={(text) => addItem(checklist.id, text)} />
        </div>
      </div>
      <ListSheets view={view} open={sheet} show={setSheet} />
    </>
  );
}

/** " Its time is Wed 23 Dec.": one that comes again is here before its day. */
function comingWords({ anchor_at: at }: ChecklistView["checklist"]): string {
  const zone = deviceZone();
  const today = dayOf(Date.now(), zone);
  return at !== null && dayOf(at, zone) > today ? ` Its time is ${dateWords(at, zone, today)}.` : "";
}
