// What can wait lies folded: a native details, so it opens by keyboard and says what it is. Its lines are made when it
// is opened first; folded away may be a thousand.

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
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

export function Fold({ icon, summary, count, band, open = false, children }: FoldProps) {
  const [wasOpened, setOpened] = useState(open);
  return (
    <details
      class={band ? "fold band" : "fold"}
      open={open}
      onToggle={(event) => setOpened((before) => before || event.currentTarget.open)}
    >
      <summary>
        {icon && <Icon name={icon} />}
        <span>
          {summary} {count !== undefined && <span class="count">{count}</span>}
        </span>
        <Icon name="chevron-down" size="s" />
      </summary>
      {wasOpened && children}
    </details>
  );
}
