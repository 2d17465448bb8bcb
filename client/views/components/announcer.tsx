// What a screen reader is told in passing: a moved line, what the snackbar says. One polite region for the whole app,
// in the page from the start, because a region that arrives together with its words stays silent. Each message is a
// paragraph of its own, so that one said right after another does not wipe it out unheard.

import { signal } from "@preact/signals";

interface Said {
  readonly id: number;
  readonly text: string;
}

/** Longer than it takes to read a message out; then nobody should come across it again. */
const forgottenAfterMs = 10_000;

const messages = signal<readonly Said[]>([]);
let count = 0;

export function announce(text: string): void {
  count += 1;
  const said = { id: count, text };
  messages.value = [...messages.value, said];
  setTimeout(() => {
    messages.value = messages.value.filter((each) => each !== said);
  }, forgottenAfterMs);
}

export function Announcer() {
  return (
    <div class="hidden" aria-live="polite">
      {messages.value.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </div>
  );
}
