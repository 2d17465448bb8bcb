// Screens that are fetched after the start is painted, before anybody can have asked for one, so that the start carries
// only what it shows. The worker has precached them: without a network they are there all the same.

import type { ComponentType, VNode } from "preact";
import { useEffect, useState } from "preact/hooks";

type Screens = typeof import("./screens.ts");

let screens: Screens | null = null;
let fetching: Promise<Screens> | null = null;

/** Once, whoever asks first; a failed one is tried again by the next who asks, when there may be a network. */
function fetchScreens(): Promise<Screens> {
  fetching ??= import("./screens.ts").then(
    (fetched) => (screens = fetched),
    (error: unknown) => {
      fetching = null;
      throw error;
    },
  );
  return fetching;
}

/** Ahead of whoever asks. A failure is theirs to tell. */
export function startFetchingScreens(): void {
  fetchScreens().catch(() => undefined);
}

/** The same when the page has nothing better to do. Safari does not tell when that is. */
export function fetchScreensSoon(): void {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(startFetchingScreens, { timeout: 2_000 });
  else setTimeout(startFetchingScreens, 200);
}

/** `const People = later((screens) => screens.People)`, in routes.tsx and outside any component. */
export function later<Props extends object>(choose: (screens: Screens) => ComponentType<Props>): (props: Props) => VNode | null {
  return function Later(props: Props) {
    // What was there when this was rendered, not what is there now: it may have come before the effect runs.
    const [there, setThere] = useState<{ readonly screens: Screens | null; readonly error?: unknown }>({ screens });
    useEffect(() => {
      if (!there.screens) fetchScreens().then((fetched) => setThere({ screens: fetched }), (error: unknown) => setThere({ screens: null, error }));
    }, []);
    // To the boundary, which says that the words are safe and offers to start again.
    if ("error" in there) throw there.error;
    const Screen = there.screens && choose(there.screens);
    return Screen && <Screen {...props} />;
  };
}
