// Rows that answer the question they are listed for stay in their places until the page is left, so that a slip can be
// mended. The first answer may be an old one, painted at once: whoever is missing in it comes last, and not never.

import { useRef } from "preact/hooks";

/** `listed` as it was, and of `wanted` what is not in it. The same list where nothing is new. */
export function withLateComers(listed: readonly string[], wanted: readonly string[]): readonly string[] {
  const isListed = new Set(listed);
  const late = wanted.filter((id) => !isListed.has(id));
  return late.length === 0 ? listed : [...listed, ...late];
}

/** The ids to show on a page that asks for each of `wanted`. */
export function useStaying(wanted: readonly string[]): readonly string[] {
  const listed = useRef<readonly string[]>([]);
  listed.current = withLateComers(listed.current, wanted);
  return listed.current;
}
