// The five places, in the order of the bar and the rail.

import type { IconName } from "../components/icon.tsx";

export interface PlaceLink {
  readonly name: PlaceName;
  readonly href: string;
  readonly icon: IconName;
  readonly word: string;
}

/** The last three have a corner of their own, not a place in the bar. */
export type PlaceName = "today" | "interviews" | "plan-b" | "people" | "wins" | "search" | "insights" | "settings";

export const places: readonly PlaceLink[] = [
  { name: "today", href: "/", icon: "sun", word: "Today" },
  { name: "interviews", href: "/interviews", icon: "messages-square", word: "Interviews" },
  { name: "plan-b", href: "/plan-b", icon: "split", word: "Plan B" },
  { name: "people", href: "/people", icon: "users-round", word: "People" },
  { name: "wins", href: "/wins", icon: "bugle", word: "Wins" },
];
