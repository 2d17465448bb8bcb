// A word about state with a small sign; never a number.

import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./icon.tsx";

interface TagProps {
  readonly icon: IconName;
  readonly tone?: "done" | "waiting" | "accent";
  readonly children: ComponentChildren;
}

export function Tag({ icon, tone, children }: TagProps) {
  return (
    <span class={tone ? `tag tag--${tone}` : "tag"}>
      <Icon name={icon} size="xs" />
      {children}
    </span>
  );
}
