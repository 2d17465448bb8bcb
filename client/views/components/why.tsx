// The reason, one line, in brass.

import type { ComponentChildren } from "preact";

export function Why({ children, bar }: { readonly children: ComponentChildren; readonly bar?: boolean }) {
  return (
    <p class={bar ? "why why--bar" : "why"}>
      <span>
        <b>Why this helps.</b> {children}
      </span>
    </p>
  );
}
