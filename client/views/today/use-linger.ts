// A line that was just settled stays for a moment, with its tick drawn, before it makes room. It is written at once:
// only the page waits, and a second tap in that moment takes the tick back.

import { useEffect, useRef, useState } from "preact/hooks";
import type { TodayItem } from "../../model/today.ts";

/** The tick takes 160 ms; the rest is for the eye. */
const stayMs = 700;

export interface Linger {
  readonly settledIds: ReadonlySet<string>;
  readonly settle: (thing: TodayItem, among: readonly TodayItem[]) => void;
  readonly unsettle: (thing: TodayItem) => void;
  /** The rows as the page should show them now. */
  readonly withSettled: (rows: readonly TodayItem[]) => readonly TodayItem[];
}

interface Held {
  readonly ids: ReadonlySet<string>;
  /** The list as it was when the first of them was settled. */
  readonly rows: readonly TodayItem[];
}

const nothing: Held = { ids: new Set(), rows: [] };

export function useLinger(): Linger {
  const [held, setHeld] = useState(nothing);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const hold = (next: Held) => {
    clearTimeout(timer.current);
    setHeld(next);
    timer.current = setTimeout(() => setHeld(nothing), stayMs);
  };

  return {
    settledIds: held.ids,
    settle: ({ item }, among) => {
      hold({ ids: new Set([...held.ids, item.id]), rows: held.ids.size > 0 ? held.rows : among });
    },
    unsettle: ({ item }) => {
      hold({ ids: new Set([...held.ids].filter((id) => id !== item.id)), rows: held.rows });
    },
    withSettled: (rows) => (held.ids.size > 0 ? held.rows : rows),
  };
}
