import { editPerson } from "../../actions/people.ts";
import { levels, levelWords } from "../../model/people/levels.ts";
import { schema } from "../../model/schema.ts";
import { Choices } from "../components/choices.tsx";
import { Empty } from "../components/empty.tsx";
import { Top } from "../components/top.tsx";
import { ShortField } from "../editing/short-field.tsx";
import { Frame } from "../frame/frame.tsx";
import { LongList } from "../listing/long-list.tsx";
import { useStaying } from "../listing/staying.ts";
import { byName, usePeople, type Person } from "./load.ts";

/** Level and department, one person after the other, for whoever has none yet. */
export function Places() {
  const people = usePeople();
  return (
    <Frame
      tab="people"
      detail={{
        label: "Places on the map",
        children: (
          <>
            <Top title="Places on the map" plain back="/people/map" />
            {people && <Body people={people} />}
          </>
        ),
      }}
    />
  );
}

const levelChoices = levels.map((value) => ({ value, label: levelWords[value] }));

function Body({ people }: { readonly people: readonly Person[] }) {
  const ids = new Set(useStaying(people.filter(isUnplaced).map(({ id }) => id)));
  const shown = byName(people).filter(({ id }) => ids.has(id));
  return (
    <div class="body">
      <h1>Where do they work?</h1>
      {ids.size === 0 && <Empty words="Everybody has a level and a department." />}
      <LongList name="people without a place" rows={shown} keyOf={({ id }) => id}>
        {(person) => (
          <li class="one-by-one">
            <h2>{person.name ?? "Somebody"}</h2>
            <Choices
              manual
              label={`Level of ${person.name ?? "somebody"}`}
              options={levelChoices}
              value={person.level}
              onChange={(level) => void editPerson(person.id, { level })}
            />
            <ShortField
              label="Department"
              value={person.department}
              max={schema.people.department.max}
              onKeep={(department) => void editPerson(person.id, { department })}
            />
          </li>
        )}
      </LongList>
    </div>
  );
}

function isUnplaced({ level, department }: Person): boolean {
  return level === null || department === null;
}
