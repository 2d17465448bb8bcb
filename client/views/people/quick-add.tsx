import { useMemo, useState } from "preact/hooks";
import { addPerson, editPerson } from "../../actions/people.ts";
import { levels, levelWords } from "../../model/people/levels.ts";
import { inUse, personIn } from "../../model/people/quick-add.ts";
import { firstName } from "../../model/messages/names.ts";
import { schema } from "../../model/schema.ts";
import { Choices } from "../components/choices.tsx";
import { AddLine } from "../editing/add-line.tsx";
import type { Person } from "./load.ts";

interface Props {
  readonly people: readonly Person[];
  readonly onAdd: () => void;
  readonly onDone: () => void;
}

/** One line makes a person; what the line did not say is asked right after, and may be left open. */
export function QuickAdd({ people, onAdd, onDone }: Props) {
  const [added, setAdded] = useState<string | null>(null);
  const known = useMemo(
    () => ({ departments: inUse(people, "department"), organisations: inUse(people, "organisation") }),
    [people],
  );
  const add = async (line: string) => {
    const person = personIn(line, known);
    onAdd();
    if (person) setAdded(await addPerson(person));
  };
  const newcomer = people.find(({ id }) => id === added);
  return (
    <section class="quick-add" aria-label="Add a person">
      <AddLine
        autoFocus={people.length > 0}
        label="Name and department"
        addLabel="Add this person"
        placeholder="Ines Duarte, Asset data"
        max={500}
        onAdd={(line) => void add(line)}
        onLeave={added === null ? onDone : undefined}
      />
      {newcomer && <Asked person={newcomer} departments={known.departments} onDone={() => setAdded(null)} />}
    </section>
  );
}

const levelChoices = levels.map((value) => ({ value, label: levelWords[value] }));

/** More would be a form. */
const departmentsOffered = 6;

interface AskedProps {
  readonly person: Person;
  readonly departments: readonly string[];
  readonly onDone: () => void;
}

/** Level first, then the department: with both there is a place on the map. */
function Asked({ person, departments, onDone }: AskedProps) {
  const first = firstName(person.name ?? "they");
  if (person.level === null) {
    return (
      <Question words={`What level is ${first}?`} onSkip={onDone}>
        <Choices
          manual
          label={`Level of ${first}`}
          options={levelChoices}
          value={null}
          onChange={(level) => void editPerson(person.id, { level })}
        />
      </Question>
    );
  }
  if (person.department !== null) return null;
  const offered = departments.slice(0, departmentsOffered).map((value) => ({ value, label: value }));
  return (
    <Question words={`Which department is ${first} in?`} onSkip={onDone}>
      {offered.length > 0 && (
        <Choices
          manual
          label={`Department of ${first}`}
          options={offered}
          value={null}
          onChange={(department) => void editPerson(person.id, { department })}
        />
      )}
      <AddLine
        label={`Another department for ${first}`}
        addLabel="Take this department"
        placeholder={offered.length > 0 ? "Another one" : "Asset data"}
        max={schema.people.department.max}
        onAdd={(department) => void editPerson(person.id, { department })}
      />
    </Question>
  );
}

interface QuestionProps {
  readonly words: string;
  readonly onSkip: () => void;
  readonly children: preact.ComponentChildren;
}

function Question({ words, onSkip, children }: QuestionProps) {
  return (
    <div class="stack--s">
      <div class="section__head">
        <p class="legend">{words}</p>
        <button type="button" class="btn btn--text" onClick={onSkip}>
          Skip
        </button>
      </div>
      {children}
    </div>
  );
}
