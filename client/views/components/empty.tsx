// The arc at rest, one sentence that gives the first step, one quiet way on.

import type { ComponentChildren } from "preact";

export function Empty({ words, action }: { readonly words: ComponentChildren; readonly action?: ComponentChildren }) {
  return (
    <div class="empty">
      <svg viewBox="0 0 120 40" aria-hidden="true">
        <path d="M0 38.5H120" stroke="currentColor" stroke-width="1.5" fill="none" />
        <path
          d="M2 20Q14 20 22 38Q44 4 92 6"
          stroke="currentColor"
          stroke-width="1.5"
          stroke-dasharray="1 6"
          stroke-linecap="round"
          fill="none"
        />
        <circle cx="98" cy="8" r="6" fill="var(--accent)" />
      </svg>
      <p>{words}</p>
      {action}
    </div>
  );
}
