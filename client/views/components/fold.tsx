// What can wait lies folded: a native details, so it opens with no script and by keyboard.

import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./icon.tsx";

interface FoldProps {
  readonly icon?: IconName;
  readonly summary: ComponentChildren;
  /** "5 things, the first on Wednesday". */
  readonly count?: ComponentChildren;
  /** On a band of sunk paper, edge to edge. */
  readonly band?: boolean;
  readonly open?: boolean;
  readonly children: ComponentChildren;
}

export function Fold({ icon, summary, count, band, open, children }: FoldProps) {
  return (
    <details class={band ? "fold band" : "fold"} open={open}>
      <summary>
        {icon && <Icon name={icon} />}
        <span>
          {summary} {count !== undefined && <span class="count">{count}</span>}
        </span>
        <Icon name="chevron-down" size="s" />
      </summary>
      {children}
    </details>
  );
}
