import type { Shown } from "./use-shown.ts";

/** The way to the rest of a long list. Nothing when all of it is shown. */
export function ShowMore({ shown }: { readonly shown: Shown<unknown> }) {
  if (shown.hidden === 0) return null;
  return (
    <button type="button" class="btn btn--text" onClick={shown.showMore}>
      Show {shown.hidden} more
    </button>
  );
}
