// Starts Rebound: the theme, the store, the worker, the router, and the screen the address names.

import { render } from "preact";
import { useRef } from "preact/hooks";
import { startAccount } from "./actions/account.ts";
import { startMergeKeeper } from "./actions/merge-keeper.ts";
import { startPlanKeeper } from "./actions/plan-keeper.ts";
import { startRepeatKeeper } from "./actions/repeat-keeper.ts";
import { startNotices } from "./actions/notices.ts";
import { startOffline } from "./platform/offline.ts";
import { isGone, openCurrentStore } from "./store/current.ts";
import { Announcer } from "./views/components/announcer.tsx";
import { fetchScreensSoon, later, startFetchingScreens } from "./views/frame/later.tsx";
import { Notices } from "./views/frame/notices.tsx";
import { isOfTheStart, routeFor } from "./views/frame/routes.tsx";
import { startTheme } from "./views/frame/theme.ts";
import { Trouble, TroubleBoundary } from "./views/frame/trouble.tsx";
import { startUndoKeys } from "./views/frame/undo-keys.ts";
import { watchRoom } from "./views/frame/use-is-wide.ts";
import { path, startRouter } from "./views/router.ts";
import { startSearchShortcut } from "./views/search/wanted.ts";

const Gone = later((screens) => screens.Gone);

function App() {
  const current = path.value;
  const { title, screen } = routeFor(current);
  useTitleOfRoute(current, title);
  if (isGone.value) return <Gone />;
  return (
    <>
      <Notices />
      <TroubleBoundary page={current}>{screen}</TroubleBoundary>
      <Announcer />
    </>
  );
}

/** While rendering, and not in an effect: the screen's own title comes from an effect, and effects of children run first. */
function useTitleOfRoute(current: string, title: string): void {
  const titled = useRef<string>(undefined);
  if (titled.current === current) return;
  titled.current = current;
  document.title = `${title} · Rebound`;
}

async function start(): Promise<void> {
  const root = document.getElementById("app");
  if (!root) throw new Error("the shell has no #app");
  startTheme();
  startOffline();
  // Beside the opening of the database, where the address needs it.
  if (!isOfTheStart(path.value)) startFetchingScreens();
  try {
    await openCurrentStore();
  } catch (error) {
    console.error(error);
    render(<Trouble typed="" />, root);
    return;
  }
  startRouter();
  startUndoKeys();
  watchRoom();
  startSearchShortcut();
  startPlanKeeper();
  startMergeKeeper();
  startRepeatKeeper();
  startNotices();
  render(<App />, root);
  void startAccount();
  fetchScreensSoon();
}

void start();
