// What a row held before: at once what this device kept, and what the server kept of all devices as soon as it answers.

import { useEffect, useState } from "preact/hooks";
import { earlierOnServer } from "../../actions/versions.ts";
import type { CollectionName } from "../../model/schema.ts";
import { joined, type Earlier } from "../../model/versions.ts";
import { ServerProblem } from "../../platform/server.ts";
import { account } from "../../store/current.ts";
import { useQuery } from "../../store/query.ts";

export interface EarlierValues {
  /** Undefined before this device has looked. */
  readonly values: readonly Earlier[] | undefined;
  readonly server: "none" | "asking" | "answered" | "away";
  readonly showOlder: (() => void) | null;
}

interface Pages {
  readonly values: readonly Earlier[];
  readonly next: number | null;
  readonly server: EarlierValues["server"];
}

export function useEarlier(collection: CollectionName, id: string): EarlierValues {
  const here = useQuery(["earlier", collection, id], [collection], (store) => store.earlier(collection, id));
  const [pages, setPages] = useState<Pages>({ values: [], next: null, server: account.value ? "asking" : "none" });
  const load = async (offset: number) => {
    try {
      const { values, next } = await earlierOnServer(collection, id, offset);
      setPages((before) => ({ values: [...before.values, ...values], next, server: account.value ? "answered" : "none" }));
    } catch (error) {
      if (!(error instanceof ServerProblem)) throw error;
      // Not there at all: the server has not got the row yet, and so has nothing earlier.
      setPages((before) => ({ ...before, server: error.status === 404 ? "answered" : "away" }));
    }
  };
  useEffect(() => void load(0), [collection, id]);
  const { next, server } = pages;
  return {
    values: here && joined(here, pages.values),
    server,
    showOlder: next === null ? null : () => void load(next),
  };
}
