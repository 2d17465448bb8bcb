// One line of a list: check or picture, words, one tool; or a whole line that leads somewhere.

import type { ComponentChildren } from "preact";
import type { CheckState } from "./check.tsx";
import { Icon, type IconName } from "./icon.tsx";

interface RowProps {
  readonly title: ComponentChildren;
  readonly meta?: ComponentChildren;
  /** Names the line under the title, for the check's `describedBy`. */
  readonly metaId?: string;
  readonly state?: CheckState;
  /** A Check, an Icon or a Who. */
  readonly start?: ComponentChildren;
  /** A tool button, or a tag. */
  readonly end?: ComponentChildren;
  /** A grip, which keeps its own margin. */
  readonly grip?: ComponentChildren;
  readonly as?: "li" | "div";
}

export function Row({ title, meta, metaId, state, start, end, grip, as: Tag = "li" }: RowProps) {
  return (
    <Tag class="row" data-state={state}>
      {start}
      <div class="row__main">
        <p class="row__title">{title}</p>
        {meta && (
          <p class="row__meta" id={metaId}>
            {meta}
          </p>
        )}
      </div>
      {end && <div class="row__end">{end}</div>}
      {grip}
    </Tag>
  );
}

interface RowLinkProps {
  /** Where it leads; without one the row is a button and wants `onClick`. */
  readonly href?: string;
  readonly onClick?: () => void;
  readonly icon?: IconName;
  readonly start?: ComponentChildren;
  readonly title: ComponentChildren;
  readonly meta?: ComponentChildren;
  readonly tags?: ComponentChildren;
  readonly end?: ComponentChildren;
  readonly here?: boolean;
  readonly size?: "m" | "tall" | "low";
  readonly calm?: boolean;
}

/** The inside of an `li`: the whole line is the target. */
export function RowLink(props: RowLinkProps) {
  const { href, onClick, icon, start, title, meta, tags, end, here, size = "m", calm } = props;
  const shape = ["row row--link", size !== "m" && `row--${size}`, calm && "row--calm"].filter(Boolean).join(" ");
  const inside = (
    <>
      {icon ? <Icon name={icon} /> : start}
      <span class="row__main">
        <span class="row__title">{title}</span>
        {meta && <span class="row__meta">{meta}</span>}
        {tags && <span class="row__tags">{tags}</span>}
      </span>
      {end}
      <Icon name="chevron-right" size="s" />
    </>
  );
  if (href === undefined) {
    return (
      <button type="button" class={shape} onClick={onClick}>
        {inside}
      </button>
    );
  }
  return (
    <a class={shape} href={href} aria-current={here ? "true" : undefined} onClick={onClick}>
      {inside}
    </a>
  );
}
