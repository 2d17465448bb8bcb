// Off is hollow, on holds the ball. The label is its name, the hint its description: hidden from the one, kept for the
// other.

import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { Icon, type IconName } from "./icon.tsx";

interface ToggleProps {
  readonly label: string;
  readonly hint?: ComponentChildren;
  readonly icon?: IconName;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

export function Toggle({ label, hint, icon, on, onChange }: ToggleProps) {
  const id = useId();
  return (
    <button
      type="button"
      class="toggle"
      role="switch"
      aria-checked={on}
      aria-describedby={hint ? `${id}-hint` : undefined}
      onClick={() => onChange(!on)}
    >
      {icon && <Icon name={icon} />}
      <span class="toggle__words">
        <b>{label}</b>
        {hint && (
          <span class="hint" id={`${id}-hint`} aria-hidden="true">
            {hint}
          </span>
        )}
      </span>
      <span class="toggle__track" />
    </button>
  );
}
