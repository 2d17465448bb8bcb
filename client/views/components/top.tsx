// The row of small controls at the head of a pane: the way back or the place's name, then what acts on it.

import type { ComponentChildren } from "preact";
import { back } from "../router.ts";
import { forgetWanted } from "../search/wanted.ts";
import { Icon, type IconName } from "./icon.tsx";
import { SyncMark } from "./sync-mark.tsx";

interface TopProps {
  readonly title?: ComponentChildren;
  /** Where "Back" goes when this page was opened directly. */
  readonly back?: string;
  /** On paper, not on air: the row sticks while the words pass under it. */
  readonly plain?: boolean;
  /** A tab's own top row: the sync mark, and the ways to Search and Settings. */
  readonly home?: boolean;
  readonly end?: ComponentChildren;
}

export function Top({ title, back: fallback, plain, home, end }: TopProps) {
  return (
    <div class={plain ? "top top--plain" : "top"}>
      {fallback !== undefined && <TapButton icon="arrow-left" label="Back" onClick={() => back(fallback)} />}
      <div class="top__title">{title}</div>
      {home && <SyncMark />}
      {end}
      {home && (
        <span class="only-phone top__ways">
          <a class="tap" href="/search" aria-label="Search" onClick={forgetWanted}>
            <Icon name="search" />
          </a>
          <a class="tap" href="/settings" aria-label="Settings">
            <Icon name="settings" />
          </a>
        </span>
      )}
    </div>
  );
}

interface TapButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
  readonly size?: "m" | "s" | "xs";
  /** What it is about, where the page has several of the same name. */
  readonly describedBy?: string | undefined;
}

/** A control that is an icon only: 48 px around it, and a name for those who hear it. */
export function TapButton({ icon, label, onClick, size, describedBy }: TapButtonProps) {
  return (
    <button type="button" class="tap" aria-label={label} aria-describedby={describedBy} onClick={onClick}>
      <Icon name={icon} size={size} />
    </button>
  );
}
