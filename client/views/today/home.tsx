// The address "/": Today, or the first page ever while there is nothing yet and no account.

import { useRef } from "preact/hooks";
import { deviceZone } from "../../model/days.ts";
import { loadToday, type Today as TodayView } from "../../model/today.ts";
import { account } from "../../store/current.ts";
import { useQuery } from "../../store/query.ts";
import type { Store } from "../../store/store.ts";
import { FirstRun } from "../first-run/first-run.tsx";
import { Today } from "./today.tsx";
import { useMinute } from "./use-minute.ts";

const shown = ["items", "checklists", "interviews", "rounds", "plans", "wins", "people"] as const;

interface HomeView {
  readonly today: TodayView;
  readonly holdsNothing: boolean;
}

export function Home() {
  const minute = useMinute();
  const loaded = useQuery(["home", minute], shown, (store) => loadHome(store, Date.now()));
  // A new minute is a new key with nothing under it yet; the last minute's page is the right one to go on showing.
  const last = useRef(loaded);
  if (loaded) last.current = loaded;
  const view = last.current;
  if (!view) return null;
  if (view.holdsNothing && !account.value) return <FirstRun />;
  return <Today today={view.today} />;
}

async function loadHome(store: Store, nowMs: number): Promise<HomeView> {
  const today = await loadToday(store, nowMs, deviceZone());
  return { today, holdsNothing: today.isFirstRun && (await isEmpty(store)) };
}

/** Something in the trash is something: whoever threw it there is not here for the first time. */
async function isEmpty(store: Store): Promise<boolean> {
  const rows = await Promise.all([
    store.all("checklists"),
    store.all("plans"),
    store.all("wins"),
    store.all("people"),
    store.trashed(),
  ]);
  return rows.every((each) => each.length === 0);
}
