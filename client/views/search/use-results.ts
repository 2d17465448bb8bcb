import { useEffect, useState } from "preact/hooks";
import type { Group } from "../../model/search/groups.ts";
import { store } from "../../store/current.ts";
import type { Store } from "../../store/store.ts";
import type { IndexKeeper } from "./keeper.ts";
import { loadResults, type ResultGroup } from "./load.ts";

/** How many of a group are shown at first; on a phone the best of three groups are then in sight. */
const few = 5;
/** How many more with each tap. */
const page = 50;

export interface Answer {
  readonly query: string;
  readonly groups: readonly ResultGroup[];
  readonly count: number;
}

interface Asked extends Answer {
  readonly from: Store;
}

/** The way back from a result leads to the same list at once. */
let latest: Asked | null = null;
let shown: { readonly query: string; readonly limits: ReadonlyMap<Group, number> } = { query: "", limits: new Map() };

export interface Results {
  /** The latest answer, perhaps to the words of a moment ago; null before the first. */
  readonly answer: Answer | null;
  readonly showMore: (group: Group) => void;
}

export function useResults(keeper: IndexKeeper, query: string): Results {
  const [, repaint] = useState(0);
  const changes = keeper.changes.value;
  const limits = shown.query === query ? shown.limits : none;
  useEffect(() => {
    let isOld = false;
    const from = store.value;
    const found = keeper.index.find(query, (group) => limits.get(group) ?? few);
    void loadResults(from, found, query, Date.now()).then((groups) => {
      if (isOld) return;
      latest = { from, query, groups, count: found.count };
      repaint((count) => count + 1);
    });
    return () => {
      isOld = true;
    };
  }, [keeper, query, changes, limits]);
  const showMore = (group: Group) => {
    shown = { query, limits: new Map(limits).set(group, (limits.get(group) ?? few) + page) };
    repaint((count) => count + 1);
  };
  return { answer: query !== "" && latest?.from === store.value && latest.query !== "" ? latest : null, showMore };
}

const none: ReadonlyMap<Group, number> = new Map();
