// What a screen reader is told in passing: a moved line, what the snackbar says. One polite region for the whole app,
// in the page from the start, because a region that arrives together with its words stays silent.

import { signal } from "@preact/signals";

const words = signal("");

export function announce(text: string): void {
  // The same words twice are two events; a no-break space makes the second one a change.
  words.value = words.value === text ? `${text}\u00a0` : text;
}

export function Announcer() {
  return (
    <div class="hidden" aria-live="polite">
      {words}
    </div>
  );
}
