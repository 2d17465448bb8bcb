import { useState } from "preact/hooks";

const page = 50;

export interface Shown<T> {
  readonly rows: readonly T[];
  /** How many are not on the screen yet. */
  readonly hidden: number;
  readonly showMore: () => void;
}

/** The first rows of a list that may be thousands long; the rest waits for a tap, so a first paint stays quick. */
export function useShown<T>(rows: readonly T[]): Shown<T> {
  const [count, setCount] = useState(page);
  return {
    rows: rows.slice(0, count),
    hidden: Math.max(0, rows.length - count),
    showMore: () => setCount(count + 4 * page),
  };
}
