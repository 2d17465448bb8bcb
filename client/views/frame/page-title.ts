// The document's title: the page, then the app. A screen that knows better than its route says so.

import { useLayoutEffect } from "preact/hooks";

export function usePageTitle(title: string | null | undefined): void {
  useLayoutEffect(() => {
    if (title) document.title = `${title} · Rebound`;
  }, [title]);
}
