// A screen that is fetched when it is first opened, so that the start carries only what the start shows. The worker has
// precached its file: without a network it is there all the same.

import type { ComponentType, VNode } from "preact";
import { useEffect, useState } from "preact/hooks";

/**
 * `const Screen = lazy(async () => (await import("../screen/screen.tsx")).Screen)`, in routes.tsx and outside any
 * component. `Screen.fetch()` gets it ahead of time, e.g. while the person still reads the page that leads there.
 */
export function lazy<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ((props: Props) => VNode | null) & { readonly fetch: () => void } {
  let loading: Promise<void> | null = null;
  let Loaded: ComponentType<Props> | null = null;
  const start = (): Promise<void> => {
    loading ??= load().then(
      (component) => void (Loaded = component),
      (error: unknown) => {
        // The next visit may have a network.
        loading = null;
        throw error;
      },
    );
    return loading;
  };

  function Lazy(props: Props): VNode | null {
    const [state, setState] = useState<{ readonly error?: unknown }>({});
    useEffect(() => {
      if (!Loaded) start().then(() => setState({}), (error: unknown) => setState({ error }));
    }, []);
    // To the boundary, which says that the words are safe and offers to start again.
    if ("error" in state) throw state.error;
    return Loaded && <Loaded {...props} />;
  }

  return Object.assign(Lazy, { fetch: () => void start().catch(() => undefined) });
}
