// The one large action of a screen, in the thumb's reach, below the pane's scroller.

import type { ComponentChildren } from "preact";
import { navigate } from "../router.ts";

interface DockProps {
  /** One line above the button: what it will do. */
  readonly note?: ComponentChildren;
  /** No bar below it. */
  readonly low?: boolean;
  readonly children: ComponentChildren;
}

export function Dock({ note, low, children }: DockProps) {
  return (
    <div class={low ? "dock dock--low" : "dock"}>
      {note && <p class="dock__note">{note}</p>}
      {children}
    </div>
  );
}

/** Where every tab's thumb rests. */
export function JustHadDock() {
  return (
    <Dock>
      <button type="button" class="btn btn--primary btn--wide" onClick={() => navigate("/just-had")}>
        I just had an interview
      </button>
    </Dock>
  );
}
