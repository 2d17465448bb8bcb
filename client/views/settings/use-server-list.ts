import { useCallback, useEffect, useState } from "preact/hooks";
import { ServerProblem } from "../../platform/server.ts";

export interface ServerList<T> {
  /** Null: not here yet, or out of reach. */
  readonly items: readonly T[] | null;
  /** Why there is no list, for a person. */
  readonly why: string | null;
  readonly show: (items: readonly T[]) => void;
}

const noNetwork = "This list is on the server, and shows when there is a network.";
const signedOut = "This list is on the server, and shows when you are signed in again.";

/** A list that only the server has. Looked up when the screen opens, and when the network comes back. */
export function useServerList<T>(load: () => Promise<readonly T[]>, accountId: string): ServerList<T> {
  const [list, setList] = useState<Omit<ServerList<T>, "show">>({ items: null, why: null });
  const show = useCallback((items: readonly T[]) => setList({ items, why: null }), []);

  useEffect(() => {
    let isLeft = false;
    const look = () =>
      load().then(
        (items) => isLeft || show(items),
        (error: unknown) => {
          if (!(error instanceof ServerProblem)) throw error;
          // What was seen a minute ago is better than nothing.
          if (!isLeft) setList(({ items }) => ({ items, why: items === null ? whyNot(error) : null }));
        },
      );
    void look();
    const onOnline = () => void look();
    addEventListener("online", onOnline);
    return () => {
      isLeft = true;
      removeEventListener("online", onOnline);
    };
  }, [load, show, accountId]);

  return { ...list, show };
}

function whyNot({ status }: ServerProblem): string {
  return status === 401 ? signedOut : noNetwork;
}
