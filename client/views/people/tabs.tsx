/** The three ways to look at one's people. From 900 px the map stands beside the list. */
export type PeopleTab = "due" | "map" | "everyone";

const tabs = [
  { tab: "due", href: "/people", word: "Due" },
  { tab: "map", href: "/people/map", word: "Influence map" },
  { tab: "everyone", href: "/people/everyone", word: "Everyone" },
] as const satisfies readonly { readonly tab: PeopleTab; readonly href: string; readonly word: string }[];

export function PeopleTabs({ current }: { readonly current: PeopleTab }) {
  return (
    <nav class="tabs" aria-label="People">
      {tabs.map(({ tab, href, word }) => (
        <a key={tab} href={href} aria-current={tab === current ? "page" : undefined}>
          {word}
        </a>
      ))}
    </nav>
  );
}
