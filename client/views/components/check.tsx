// A ball one can do. Its name is the line's own text, so a screen reader hears the line and not "mark done".

import { Icon } from "./icon.tsx";

export type CheckState = "open" | "done" | "skipped";

interface CheckProps {
  readonly state: CheckState;
  /** The item's text, exactly. */
  readonly label: string;
  readonly onToggle: () => void;
  /** The id of the line that says when it is due, or that it was skipped. */
  readonly describedBy?: string;
}

export function Check({ state, label, onToggle, describedBy }: CheckProps) {
  return (
    <button
      type="button"
      class="check"
      role="checkbox"
      aria-checked={state === "done"}
      aria-label={label}
      aria-describedby={describedBy}
      data-state={state}
      onClick={onToggle}
    >
      {state === "skipped" ? <Icon name="minus" /> : <Tick />}
    </button>
  );
}

/** The tick has length 1, so CSS can draw it from end to end without knowing its size. */
function Tick() {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M4 12l5 5L20 6" pathLength={1} />
    </svg>
  );
}
