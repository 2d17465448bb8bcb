import { gapSentence } from "../../model/influence.ts";
import { RowLink } from "../components/row.tsx";
import type { Contacts, Person } from "./load.ts";
import { useMap } from "./use-map.ts";

interface Props {
  readonly people: readonly Person[];
  readonly contacts: Contacts;
}

/** On a phone, the way from the list to the map, with what it says. */
export function GapBand({ people, contacts }: Props) {
  const view = useMap(people, contacts);
  if (!view) return null;
  const { gap } = view.map;
  const isGap = gap !== null && gap.kind !== "own-department";
  return (
    <div class="band only-phone">
      <RowLink
        href="/people/map"
        icon="grid-3x3"
        title={isGap ? "One gap on your map" : "Your influence map"}
        meta={gap?.kind === "own-department" ? "Say which department is yours, and it shows who is missing." : gapSentence(view.map)}
      />
    </div>
  );
}
