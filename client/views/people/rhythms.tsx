import { useMemo } from "preact/hooks";
import { Empty } from "../components/empty.tsx";
import { Top } from "../components/top.tsx";
import { Frame } from "../frame/frame.tsx";
import { LongList } from "../listing/long-list.tsx";
import { useStaying } from "../listing/staying.ts";
import { CadenceField } from "./cadence-field.tsx";
import { byName, useContacts, usePeople, type Contacts, type Person } from "./load.ts";

/** A cadence for each, one after the other: whom one spoke with last comes first. */
export function Rhythms() {
  const people = usePeople();
  const contacts = useContacts();
  return (
    <Frame
      tab="people"
      detail={{
        label: "How often",
        children: (
          <>
            <Top title="People" plain back="/people" />
            {people && contacts && <Body people={people} contacts={contacts} />}
          </>
        ),
      }}
    />
  );
}

function Body({ people, contacts }: { readonly people: readonly Person[]; readonly contacts: Contacts }) {
  const ids = useStaying(useMemo(() => inOrder(people, contacts).map(({ id }) => id), [people, contacts]));
  const personById = new Map(people.map((person) => [person.id, person]));
  const shown = ids.flatMap((id) => personById.get(id) ?? []);
  return (
    <div class="body">
      <div class="stack--s">
        <h1>How often would you like a word?</h1>
        <p class="muted">Nobody has to have a rhythm. Those who do come up when it is time.</p>
      </div>
      {ids.length === 0 && <Empty words={people.length === 0 ? "Nobody yet." : "Everybody has one. It can be changed on their page."} />}
      <LongList name="people without a rhythm" rows={shown} keyOf={({ id }) => id}>
        {(person) => (
          <li class="one-by-one">
            <h2>{person.name ?? "Somebody"}</h2>
            <CadenceField person={person} />
          </li>
        )}
      </LongList>
    </div>
  );
}

function inOrder(people: readonly Person[], { recent }: Contacts): Person[] {
  const place = new Map(recent.map(({ person }, index) => [person, index]));
  const without = byName(people).filter(({ cadence_weeks }) => cadence_weeks === null);
  return without.sort((a, b) => (place.get(a.id) ?? Infinity) - (place.get(b.id) ?? Infinity) || 0);
}
