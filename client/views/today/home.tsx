// The address "/": Today, or the first page ever while there is nothing yet and no account.

import { useRef, useState } from "preact/hooks";
import { deviceZone } from "../../model/days.ts";
import { loadToday, type Today as TodayView } from "../../model/today.ts";
import { account } from "../../store/current.ts";
import { useQuery } from "../../store/query.ts";
import type { Store } from "../../store/store.ts";
import { FirstRun } from "../first-run/first-run.tsx";
import { Today } from "./today.tsx";
import { useMinute } from "./use-minute.ts";

const shown = ["items", "checklists", "interviews", "rounds", "plans", "wins", "people", "messages", "profiles"] as const;

let visits = 0;

export function Home() {
  const minute = useMinute();
  const [visit] = useState(() => (visits += 1));
  const loaded = useQuery(["today", minute], shown, (store) => loadToday(store, Date.now(), deviceZone()));
  // A new minute is a new key with nothing under it yet; the last minute's page is the right one to go on showing.
  const last = useRef(loaded);
  if (loaded) last.current = loaded;
  const today = last.current;

  // That there is nothing may be an answer from before the first interview was saved. It is asked anew at every visit,
  // or the first page would flash up once more.
  const isDoubtful = Boolean(today?.isFirstRun && !account.value);
  const asked = useQuery(["first run", isDoubtful && visit], shown, isDoubtful ? lookAgain : nothingToAsk);

  if (!today) return null;
  if (!isDoubtful) return <Today today={today} />;
  if (!asked) return null;
  return asked.isEmpty ? <FirstRun /> : <Today today={asked.today} />;
}

interface Looked {
  readonly isEmpty: boolean;
  readonly today: TodayView;
}

async function lookAgain(store: Store): Promise<Looked> {
  const [isEmpty, today] = await Promise.all([holdsNothing(store), loadToday(store, Date.now(), deviceZone())]);
  return { isEmpty, today };
}

async function nothingToAsk(): Promise<null> {
  return null;
}

/** Something in the trash is something: whoever threw it there is not here for the first time. */
async function holdsNothing(store: Store): Promise<boolean> {
  const rows = await Promise.all([
    store.all("interviews"),
    store.all("checklists"),
    store.all("plans"),
    store.all("wins"),
    store.all("people"),
    store.trashed(),
  ]);
  return rows.every((each) => each.length === 0);
}
