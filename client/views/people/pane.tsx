import { addPerson } from "../../actions/people.ts";
import { schema } from "../../model/schema.ts";
import { numberWord } from "../../model/words.ts";
import type { Entry } from "../../store/store.ts";
import { useQuery } from "../../store/query.ts";
import { Empty } from "../components/empty.tsx";
import { Top } from "../components/top.tsx";
import { AddLine } from "../editing/add-line.tsx";
import type { PaneContent } from "../frame/frame.tsx";
import { LongList } from "../listing/long-list.tsx";
import { loadPeople } from "./load.ts";
import { PersonRow } from "./person-row.tsx";

interface Props {
  /** The person whose page is in the other pane. */
  readonly here: string | null;
}

export const peoplePane = (here: string | null): PaneContent => ({
  label: "People",
  children: <PeopleList here={here} />,
});

function PeopleList({ here }: Props) {
  const people = useQuery(["people by name"], ["people"], loadPeople);
  return (
    <>
      <Top title="People" plain home />
      {people !== undefined && <Rows people={people} here={here} />}
    </>
  );
}

function Rows({ people, here }: Props & { readonly people: readonly Entry<"people">[] }) {
  const headline = headlineFor(people.length);
  return (
    <div class="body people">
      {here === null ? <h1>{headline}</h1> : <h2 class="title">{headline}</h2>}
      <AddLine
        label="Name"
        addLabel="Add this person"
        placeholder="Add somebody by name"
        max={schema.people.name.max}
        onAdd={(name) => void addPerson({ name })}
      />
      {people.length === 0 && (
        <Empty words="Nobody yet. The people you met at your last interview are a good first few." />
      )}
      <div>
        <LongList name="people" rows={people} keyOf={({ id }) => id}>
          {(person) => <PersonRow person={person} isHere={person.id === here} />}
        </LongList>
      </div>
    </div>
  );
}

function headlineFor(count: number): string {
  if (count === 0) return "Whom do you know?";
  return `You know ${count === 1 ? "one person" : `${numberWord(count)} people`}.`;
}
