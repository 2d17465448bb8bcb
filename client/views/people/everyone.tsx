import { useMemo, useState } from "preact/hooks";
import { nameKey } from "../../model/people/duplicates.ts";
import { Empty } from "../components/empty.tsx";
import { LongList } from "../listing/long-list.tsx";
import { byName, type Person } from "./load.ts";
import type { ListProps } from "./pane.tsx";
import { PersonRow } from "./person-row.tsx";
import { QuickAdd } from "./quick-add.tsx";
import { PeopleTabs } from "./tabs.tsx";
import { knownHeadline } from "./words.ts";

/** From here on one looks for a name rather than scrolls to it. */
const manyPeople = 12;

/** All of them by name, with a field that narrows the list. */
export function Everyone({ people, here, aside, adding, onAdd, onAdded }: ListProps) {
  const [wanted, want] = useState("");
  const sorted = useMemo(() => byName(people), [people]);
  const found = useMemo(() => narrowed(sorted, wanted), [sorted, wanted]);
  const headline = knownHeadline(people.length);
  return (
    <div class="body people">
      {aside ? <h2 class="title">{headline}</h2> : <h1>{headline}</h1>}
      <PeopleTabs current="everyone" />
      {adding && <QuickAdd people={people} onAdd={onAdd} onDone={onAdded} />}
      {people.length === 0 && <Empty words="Nobody yet. The people you met at your last interview are a good first few." />}
      {people.length > manyPeople && (
        <input
          type="search"
          class="input"
          aria-label="Find somebody"
          placeholder="A name, a department, a company"
          autocomplete="off"
          value={wanted}
          onInput={(event) => want(event.currentTarget.value)}
        />
      )}
      {people.length > 0 && found.length === 0 && <p class="muted">Nobody here has that in their name or place.</p>}
      <LongList name="people" rows={found} keyOf={({ id }) => id}>
        {(person) => <PersonRow person={person} isHere={person.id === here} />}
      </LongList>
    </div>
  );
}

/** Every word that was typed begins a word of theirs. */
function narrowed(people: readonly Person[], wanted: string): readonly Person[] {
  const starts = nameKey(wanted).split(" ").filter(Boolean);
  if (starts.length === 0) return people;
  return people.filter(({ name, department, organisation, role }) => {
    const words = ` ${nameKey([name, department, organisation, role].filter(Boolean).join(" "))}`;
    return starts.every((start) => words.includes(` ${start}`));
  });
}
