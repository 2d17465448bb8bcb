// Which address shows which screen, for what the start holds. The table of the other screens comes with them.

import type { VNode } from "preact";
import { atHand, Awaited, later, screens } from "../later.tsx";
import { Home } from "../today/home.tsx";

const JustHad = later(atHand, ({ JustHad }) => JustHad);

export interface Route {
  readonly title: string;
  readonly screen: VNode;
}

export function routeFor(path: string): Route {
  const tidy = path.length > 1 ? path.replace(/\/+$/, "") : path;
  if (tidy === "/") return { title: "Today", screen: <Home /> };
  if (tidy === "/just-had") return { title: "I just had an interview", screen: <JustHad /> };
  return screens.held.value?.routeOfScreen(tidy) ?? { title: "", screen: <Awaited part={screens} /> };
}

/** Begins to fetch what the screen of an address needs beside the start: Today has a second pane where there is room. */
export function fetchScreenOf(path: string, isWide: boolean): void {
  if (path !== "/" || isWide) atHand.fetchAhead();
  if (path !== "/" && path !== "/just-had") screens.fetchAhead();
}
