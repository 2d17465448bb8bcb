// Starts Rebound: the theme, the store, the worker, the router, and the screen the address names.

import { render } from "preact";
import { useRef } from "preact/hooks";
import { startKeepers } from "./actions/keepers.ts";
import { startOffline } from "./platform/offline.ts";
import { isGone, openCurrentStore } from "./store/current.ts";
import { Announcer } from "./views/components/announcer.tsx";
import { Notices } from "./views/frame/notices.tsx";
import { fetchScreenOf, routeFor } from "./views/frame/routes.tsx";
import { startTheme } from "./views/frame/theme.ts";
import { Trouble, TroubleBoundary } from "./views/frame/trouble.tsx";
import { startUndoKeys } from "./views/frame/undo-keys.ts";
import { isWide, watchRoom } from "./views/frame/use-is-wide.ts";
import { atHand, later, screens, whenIdle } from "./views/later.tsx";
import { path, startRouter } from "./views/router.ts";
import { startSearchShortcut } from "./views/search/wanted.ts";

const Gone = later(screens, ({ Gone }) => Gone);

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
  // A screen that is still on its way has no title yet.
  if (titled.current === current || title === "") return;
  titled.current = current;
  document.title = `${title} · Rebound`;
}

async function start(): Promise<void> {
  const root = document.getElementById("app");
  if (!root) throw new Error("the shell has no #app");
  startTheme();
  startOffline();
  watchRoom();
  // Beside the opening of the database, where the address needs it.
  fetchScreenOf(path.value, isWide.value);
  try {
    await openCurrentStore();
  } catch (error) {
    console.error(error);
    render(<Trouble typed="" />, root);
    return;
  }
  startRouter();
  startUndoKeys();
  startSearchShortcut();
  startKeepers(() => atHand.fetch());
  render(<App />, root);
  whenIdle(startTheRest);
}

const askAgainMs = 5_000;

/** What works behind the screens, and then every screen nobody has opened yet: so the first tap on one is as good as the second. */
function startTheRest(): void {
  atHand.fetch().then(
    ({ startAccount, startNotices, startRepeatKeeper }) => {
      startRepeatKeeper();
      startNotices();
      void startAccount();
      whenIdle(() => screens.fetchAhead());
    },
    // No network, on a first visit: the page that is there goes on working.
    () => setTimeout(startTheRest, askAgainMs),
  );
}

void start();
