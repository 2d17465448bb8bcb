import { useMemo } from "preact/hooks";
import { influenceMap, type InfluenceMap, type Own } from "../../model/influence.ts";
import { nextPeople, type NextPerson } from "../../model/influence-next.ts";
import { useOwnPlace, type Contacts, type Person } from "./load.ts";

export interface MapView {
  readonly map: InfluenceMap<Person>;
  readonly own: Own;
  /** Who could be next, the likeliest first. */
  readonly next: readonly NextPerson<Person>[];
}

/** Undefined until all of it is read. */
export function useMap(people: readonly Person[] | undefined, contacts: Contacts | undefined): MapView | undefined {
  const own = useOwnPlace(people);
  return useMemo(() => {
    if (!people || !contacts || !own) return undefined;
    const map = influenceMap(people, own, contacts.last);
    return { map, own, next: nextPeople(map, contacts.last) };
  }, [people, contacts, own]);
}
