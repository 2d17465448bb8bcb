import { Frame } from "../frame/frame.tsx";
import { useIsWide } from "../frame/use-is-wide.ts";
import { influencePane } from "./map-pane.tsx";
import { peoplePane } from "./pane.tsx";

/** The list; where there is room, the map beside it. */
export function People({ tab }: { readonly tab: "due" | "everyone" }) {
  const isWide = useIsWide();
  return <Frame tab="people" list={peoplePane(tab)} detail={isWide ? influencePane(true) : undefined} side="detail" />;
}

/** The map as a page of its own. */
export function InfluenceMapPage() {
  const isWide = useIsWide();
  return <Frame tab="people" list={isWide ? peoplePane("due", true) : undefined} detail={influencePane(false)} />;
}
