// An <a> is enough: the router follows every link of ours. This one only saves the caller the option's name.

import type { AnchorHTMLAttributes } from "preact";

type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & {
  /** Take the current page's place in the history. */
  readonly replace?: boolean;
};

export function Link({ replace, ...rest }: LinkProps) {
  return <a {...rest} {...(replace ? { "data-replace": "" } : {})} />;
}
